"""What a page asks of the database, seen from inside one process under the product's own settings and role.

Queries are counted where Django sends them. BEGIN, COMMIT, SAVEPOINT and SET are left out; the statement that tells
row security who is acting, the session and the account count. Everything is rolled back.
"""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.config.database.addresses import connect
from alongside.record.timescales import judging, writing
from tests.bench.asking import KEY
from tests.bench.pages import Cast, Page
from tests.bench.signing_in import visit_form

FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET ")
SAMPLES = 8


@dataclass(slots=True)
class Seen:
    """Of one page: the statements of each sample, the milliseconds spent in judging, and the bytes of its HTML.

    `sent` to a browser that takes gzip; `could_be`, were it compressed.
    """

    statements: list[list[str]]
    plain: int
    sent: int
    could_be: int
    judging: list[float]
    engine: list[float]

    @property
    def queries(self) -> int:
        """The most of any sample."""
        return max(map(len, self.statements))


def look(page: Page, cast: Cast) -> Seen:
    """Open the page, or save the visit, as several workers; the first time only warms up."""
    found = list(page.visits(cast))[: SAMPLES + 1]
    seen = Seen([], 0, 0, 0, [], [])
    for number, (worker, children) in enumerate(found):
        with _timed_judging(seen), CaptureQueriesContext(connection) as caught:
            html = _answer(page, worker, children)
        if number == 0 and len(found) > 1:
            seen.judging, seen.engine = [], []
            continue
        sent = [each["sql"] for each in caught.captured_queries]
        seen.statements.append([sql for sql in sent if not sql.lstrip().upper().startswith(FRAME)])
        seen.plain, seen.sent = max(seen.plain, len(_plain(html))), max(seen.sent, len(html))
        seen.could_be = max(seen.could_be, len(gzip.compress(_plain(html), 6)))
    return seen


def _answer(page: Page, worker: dict[str, Any], children: list[dict[str, Any]]) -> bytes:
    browser = Client(SERVER_NAME="127.0.0.1")
    browser.cookies["alongside_session"] = worker["session"]
    if not page.saves:
        with transaction.atomic():
            answer = browser.get(page.address(children), headers={"accept-encoding": "gzip"})
            transaction.set_rollback(True)
        assert answer.status_code == 200, (answer.status_code, page)
        return bytes(answer.content)
    form = {name: str(uuid4()) if value == KEY.decode() else value for name, value in visit_form(children).items()}
    with transaction.atomic():
        answer = browser.post(page.address(children), form)
        transaction.set_rollback(True)
    assert answer.status_code == 302, (answer.status_code, answer.content[:2000])
    return b""


def _plain(html: bytes) -> bytes:
    return gzip.decompress(html) if html[:2] == b"\x1f\x8b" else html


@contextmanager
def _timed_judging(seen: Seen) -> Iterator[None]:
    """Measures the whole of judging (facts read, judged, stored) and, within it, the engine alone."""
    judge, engine = writing.judge, judging.due_items
    writing.judge = _timed(judge, seen.judging)
    judging.due_items = _timed(engine, seen.engine)
    try:
        yield
    finally:
        writing.judge, judging.due_items = judge, engine


def _timed(made: Any, kept: list[float]) -> Any:
    def timed(*given: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return made(*given, **named)
        finally:
            kept.append((time.perf_counter() - began) * 1000)

    return timed


def bare_sql(seen: Seen, times: int = 3) -> list[float]:
    """Milliseconds of each sample's statements sent by psycopg alone, as staff, in one transaction, rolled back."""
    found = []
    with connect("staff") as plain:
        plain.prepare_threshold = None  # or the fifth time would be cheaper than the page's own
        for statements in seen.statements * times:
            began = time.perf_counter()
            with plain.transaction(force_rollback=True), plain.cursor() as cursor:
                for sql in statements:
                    cursor.execute(sql)
                    if cursor.description:
                        cursor.fetchall()
            found.append((time.perf_counter() - began) * 1000)
    return found
