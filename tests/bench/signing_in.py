"""Sessions of the people who are measured, made as signing in makes them, and what their browsers send."""

import re
from importlib import import_module
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from alongside.platform.access.models import Account
from alongside.platform.common.clock import today
from tests.bench.asking import KEY, ask
from tests.bench.pages import Cast, Page

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
COOKIE = re.compile(r"(?i)set-cookie: csrftoken=([^;]+)")
WROTE = "The kitchen was tidy and warm, and there was food in the fridge. Both showed me the new bunk bed."
SAID = "I like it when you come. I want to stay at my school."


def sign_in(cast: Cast) -> None:
    """Gives each worker of the cast a session of the product and one of the floor."""
    workers = [worker for group in cast.values() if isinstance(group, list) for worker in group]
    accounts = Account.objects.in_bulk([worker["account"] for worker in workers])
    by_id = {str(key): account for key, account in accounts.items()}
    ours, floors = settings.AUTHENTICATION_BACKENDS[0], "django.contrib.auth.backends.ModelBackend"
    for worker in workers:
        worker["session"] = _session(by_id[worker["account"]], ours)
        worker["floor_session"] = _session(by_id[worker["account"]], floors)


def _session(account: Account, backend: str) -> str:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = backend
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def asks(page: Page, cast: Cast, port: int, *, floor: bool = False) -> list[dict[str, str]]:
    """What browsers send for this page, one worker and child after another."""
    found = []
    for worker, children in page.visits(cast, floor=floor):
        cookie = f"sessionid={worker['floor_session']}" if floor else f"alongside_session={worker['session']}"
        path = page.address(children)
        if not page.saves:
            found.append({"head": _head("GET", path, port, cookie), "body": ""})
            continue
        token = _token(port, path, cookie)
        body = urlencode({**visit_form(children), "csrfmiddlewaretoken": token[0]}, doseq=True)
        head = _head("POST", path, port, f"{cookie}; csrftoken={token[1]}")
        found.append({"head": head + "Content-Type: application/x-www-form-urlencoded\r\n", "body": body})
    return found


def _head(method: str, path: str, port: int, cookie: str) -> str:
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\nCookie: {cookie}\r\n"


def _token(port: int, path: str, cookie: str) -> tuple[str, str]:
    """(token of the form, its cookie). The floor's page is the token itself."""
    head = _head("GET", path, port, cookie).replace("Accept-Encoding: gzip\r\n", "")
    answer = ask(port, f"{head}Connection: close\r\n\r\n".encode()).decode()
    top, _, html = answer.partition("\r\n\r\n")
    found, kept = TOKEN.search(html), COOKIE.search(top)
    if kept is None:
        raise RuntimeError(f"No form at {path}: {answer[:300]}")
    return (found[1] if found else html.strip(), kept[1])


def visit_form(children: list[dict[str, Any]]) -> dict[str, Any]:
    """A visit to brother and sister, filled in: both seen alone, two passages, one in both files."""
    ids = [child["public_id"] for child in children]
    form: dict[str, Any] = {
        "sent_key": KEY.decode(), "draft": KEY.decode(), "version": "0", "finish": "yes", "child": ids,
        "day": today().isoformat(), "start": "00:00", "where": "At home", "what": ["home_visit"],
        "passage": ["0", "1"], "mark-0": "saw", "text-0": WROTE, "file-0": ids,
        "mark-1": "said", "text-1": SAID, "said_by-1": f"child:{ids[0]}", "exact-1": "yes", "file-1": ids[:1],
    }  # fmt: skip
    for each in ids:
        form |= {f"seen-{each}": "in_person", f"alone-{each}": "yes", f"how-{each}": "In their room, door closed"}
    return form
