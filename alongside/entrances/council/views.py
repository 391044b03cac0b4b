"""The first administrator, then hubs, teams and workers: by page or by file."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from alongside.entrances.council import code, workers_file
from alongside.entrances.council.forms import FileForm, FirstForm, HubForm, SignInForm, TeamForm, WorkerForm
from alongside.platform.access.actor import Actor
from alongside.platform.access.permissions import everyone, may
from alongside.platform.common.errors import PlainError
from alongside.platform.common.sent import new_key, once
from alongside.platform.common.words import how_many
from alongside.record.organisations.actions import set_up_council
from alongside.record.organisations.selectors import council
from alongside.record.workers import actions
from alongside.record.workers.selectors import hubs, teams, workers

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@everyone
def first(request: HttpRequest) -> HttpResponse:
    """Set up an empty installation. Gone as soon as there is a council."""
    if council() is not None:
        raise Http404
    form = FirstForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _begin(request, form.cleaned_data)
    return render(request, "council/first.html", {"form": form}, status=422 if form.is_bound else 200)


def _begin(request: HttpRequest, given: dict[str, Any]) -> HttpResponse:
    with transaction.atomic():
        made = set_up_council(name=given["council"], code=given["lea"])
        by = Actor(org=made.org, name=given["name"], is_system=True)
        worker = actions.add_worker(by=by, name=given["name"], email=given["email"])
        actions.give_role(by=by, worker=worker, role="administrator")
        account = actions.open_account(by=by, worker=worker, password=given["password"])
    code.forget()
    login(request, account, backend=BACKEND)
    return redirect("council:set_up")


@may("council.set_up")
@once
def set_up(request: HttpRequest) -> HttpResponse:
    """What there is, what is missing, and how to add it."""
    forms = _forms(request)
    asked = request.POST.get("what", "")
    if request.method == "POST" and asked in forms and forms[asked].is_valid():
        try:
            messages.info(request, ADDERS[asked](request.actor, forms[asked].cleaned_data))
            return redirect("council:set_up")
        except PlainError as refused:
            forms[asked].add_error(None, str(refused))
    context = {
        "forms": forms,
        "asked": asked,
        "hubs": list(hubs(request.actor)),
        "workers": list(workers(request.actor).prefetch_related("roles__team")),
        "file_form": FileForm(),
        "sent_key": new_key(),
    }
    return render(request, "council/set_up.html", context, status=422 if request.method == "POST" else 200)


def _forms(request: HttpRequest) -> dict[str, Any]:
    found = list(hubs(request.actor))
    teams = [team for hub in found for team in hub.teams.all()]

    def data(name: str) -> Any:
        return request.POST if request.method == "POST" and request.POST.get("what") == name else None

    return {
        "hub": HubForm(data("hub")),
        "team": TeamForm(data("team"), hubs=found),
        "worker": WorkerForm(data("worker"), teams=teams),
        "sign_in": SignInForm(data("sign_in")),
    }


def _add_hub(by: Actor, given: dict[str, Any]) -> str:
    return f"{actions.add_hub(by=by, name=given['hub']).name} is here."


def _add_team(by: Actor, given: dict[str, Any]) -> str:
    hub = hubs(by).get(id=given["in_hub"])
    return f"{actions.add_team(by=by, hub=hub, name=given['team'], takes_new=given['takes_new']).name} is here."


def _add_worker(by: Actor, given: dict[str, Any]) -> str:
    team = teams(by).filter(id=given["in_team"]).first() if given["in_team"] else None
    worker = workers_file.add_one(by, given["name"], given["email"], given["job_title"], team, tuple(given["roles"]))
    return f"{worker.name} is here. They choose a password through “Forgotten your password?” on the sign-in page."


def _give_sign_in(by: Actor, given: dict[str, Any]) -> str:
    worker = workers(by).filter(pk=given["worker"]).first()
    if worker is None:
        raise PlainError("There is no such worker here. Nothing was changed.")
    actions.open_account(by=by, worker=worker)
    return f"{worker.name} can sign in. They choose a password through “Forgotten your password?” on the sign-in page."


ADDERS = {"hub": _add_hub, "team": _add_team, "worker": _add_worker, "sign_in": _give_sign_in}


@may("council.set_up")
@once
def by_file(request: HttpRequest) -> HttpResponse:
    """Upload, look, confirm. The text travels in the page, so that nothing is kept until it is confirmed."""
    if request.method != "POST":
        return _by_file(request)
    try:
        text = request.POST.get("text") or _text(request)
        rows, wrong = workers_file.read_workers(text)
        if request.POST.get("confirm") and not wrong:
            number = workers_file.add_all(by=request.actor, rows=rows)
            messages.info(request, f"{how_many(number, 'worker')} added. Each chooses a password on the sign-in page.")
            return redirect("council:set_up")
    except PlainError as fault:
        return _by_file(request, wrong=[str(fault)], status=422)
    return _by_file(request, rows, wrong, text, status=422 if wrong else 200)


def _by_file(
    request: HttpRequest, rows: Sequence[Any] = (), wrong: Sequence[str] = (), text: str = "", status: int = 200
) -> HttpResponse:
    context = {"rows": rows, "wrong": wrong, "text": text, "file_form": FileForm(), "sent_key": new_key()}
    return render(request, "council/by_file.html", context, status=status)


def _text(request: HttpRequest) -> str:
    file = request.FILES.get("file")
    if file is None:
        raise PlainError("Choose a file first. Nothing was changed.")
    if (file.size or 0) > workers_file.BIGGEST:
        raise PlainError("This file is larger than 1 MB. A list of workers is not that long: is it the right file?")
    content = file.read()
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise PlainError("We cannot read this file as text. Save it as CSV (UTF-8) and try again.")
