"""Who may open what, page by page. It asks the real pages, as the real role of the database."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from alongside.entrances.imports.models import ImportRun
from alongside.platform.access.models import Account
from alongside.platform.common.clock import today
from alongside.practice.referrals.actions import acknowledge_referral, receive_referral
from alongside.practice.safeguarding.actions import start_protection_plan
from alongside.record.casework.models import Allocation
from alongside.record.chronology.models import EventSubject
from alongside.record.people.actions import doubt
from alongside.record.timescales.models import DueItem
from alongside.tools.forms.models import Draft
from alongside.tools.notes.actions import InFile, Part, Words, record_visit
from tests.access_matrix.matrix import MATRIX, PEOPLE, WRITES
from tests.architecture.routes import routes
from tests.machinery.council import Council

CODES = {"yes": 200, "gone": 404, "on": 302, "post": 405, "in": 302, "refused": 422, "asked": 401}
# allauth's own pages open to everyone by design; they show nothing of a child (tested in entrances/sign_in).
NOT_OURS = ("accounts/",)


def our_routes() -> list[str]:
    return [route.address for route in routes(get_resolver().url_patterns) if not route.address.startswith(NOT_OURS)]


def test_every_route_is_in_the_matrix() -> None:
    assert sorted(set(our_routes()) - MATRIX.keys()) == [], "Say in matrix.py who may open these."
    assert sorted(MATRIX.keys() - set(our_routes())) == [], "These routes are gone: take them out of matrix.py."


@pytest.fixture
def filled(council: Council) -> dict[str, str]:
    """One of everything about Taz, and how each part of an address is filled with it."""
    by, taz = council.as_system(), council.children["Taz"]
    plan = start_protection_plan(by=by, case=council.cases["Taz"], started_on=today(), initial_category="NEG")
    question = doubt(by=by, person=taz, field="upn", reason="Look", source="census:2026", found_on=today())
    amal = council.acting("Amal")
    words = Words(mark="saw", files=[InFile(person=taz.pk, text="Drew a boat.")])
    note = record_visit(
        by=amal, children=[Part(person=taz.pk, seen="in_person", alone="yes")], happened=today(), passages=[words]
    )
    draft = Draft.objects.create(
        org=amal.org,
        account=amal.account_id,
        form="visit",
        about_id=taz.pk,
        title="A visit",
        page=council.path("Taz", "visit/"),
    )
    council.as_system()
    run = ImportRun.objects.create(
        org=by.org,
        kind="census",
        status="previewed",
        file_name="census.xml",
        sha256="0" * 64,
        size=1,
        started_by_name="Dara",
        totals=dict.fromkeys(("episodes", "new", "changed", "same", "flagged", "kept_aside", "corrected_here"), 0),
    )
    return slots(council) | {
        "<uuid:doubt>": str(question.id),
        "<uuid:draft>": str(draft.id),
        "<uuid:note>": str(note.id),
        "run": run.public_id,
        "plan": str(plan.id),
    }


def slots(council: Council) -> dict[str, str]:
    """What is found about Taz, by the part of an address it fills."""
    taz = council.children["Taz"]
    entry = EventSubject.objects.get(kind="protection_plan.started", subject_id=taz.pk)
    return {
        "<str:public_id>": taz.subject.public_id,
        "<uuid:item>": str(DueItem.objects.filter(subject_id=taz.pk, status="open")[0].id),
        "<uuid:entry>": str(entry.id),
        "<uuid:event>": str(entry.event_id),
        "<uuid:case>": str(council.cases["Isla"].id),
        "<uuid:allocation>": str(Allocation.objects.get(person_id=taz.pk).id),
        "<uuid:worker>": str(council.workers["Amal"].pk),
        "<slug:key>": "assessment-started",
    }


def address(route: str, filled: dict[str, str]) -> str:
    for slot, value in filled.items():
        route = route.replace(slot, value)
    public_id = filled["<str:public_id>"]
    if route.startswith("imports/"):
        route = route.replace(public_id, filled["run"])
    return "/" + route.removeprefix("^").removesuffix("$").replace(r"(?P<public_id>[\w-]+)", public_id)


@pytest.mark.parametrize("person", PEOPLE)
def test_each_person_gets_what_the_matrix_says(council: Council, filled: dict[str, str], person: str) -> None:
    browser = Client() if person == "nobody" else council.browser(person)
    position = PEOPLE.index(person)
    wrong = []
    for route, answers in MATRIX.items():
        said = answers.split()[position]
        path = special(route, address(route, filled), council, filled)
        got: Any = browser.get(path)
        if got.status_code != CODES[said] or (said == "in" and "/accounts/login/" not in got["Location"]):
            wrong.append(f"{person} at {path}: {got.status_code}, the matrix says {said}")
    assert wrong == []


@pytest.mark.parametrize("person", [each for each in PEOPLE if each != "nobody"])
def test_nobody_else_may_write(council: Council, filled: dict[str, str], person: str) -> None:
    browser = council.browser(person)
    wrong = []
    for route, may in WRITES.items():
        if person in may:
            continue
        path = special(route, address(route, filled), council, filled)
        if (got := browser.post(path, {}).status_code) != 404:
            wrong.append(f"{person} sent a form to {path}: {got}, not 404")
    assert wrong == []


def test_no_name_of_a_child_stands_in_a_title(council: Council, filled: dict[str, str]) -> None:
    """A title is shown in the tabs of a shared screen and kept in the history of the browser."""
    browser, titles = council.browser("Sol"), {}
    for route in MATRIX:
        if "public_id" in route and not route.startswith("imports/"):
            got: Any = browser.get(special(route, address(route, filled), council, filled))
            if got.status_code == 200 and (title := re.search(r"<title>(.*?)</title>", got.content.decode(), re.S)):
                titles[route] = title[1]
    assert len(titles) > 12
    assert {route: title for route, title in titles.items() if re.search("Taz|Marlow|Reuben", title)} == {}


def special(route: str, path: str, council: Council, filled: dict[str, str]) -> str:
    """Referral pages need a referral of Taz; its key and event are not those of the safeguarding pages."""
    if "referral-in-error" not in route and "referral-[a-z-]+" not in route:
        return path
    by, taz = council.as_system(), council.children["Taz"]
    told = EventSubject.objects.filter(kind="referral.acknowledged", subject_id=taz.pk)
    if not told.exists():
        came = receive_referral(by=by, person=taz, received_on=today(), source_code="2A", team=council.team)
        acknowledge_referral(by=by, referral=came, acknowledged_on=today())
    entry = told.get()
    if "in-error" in route:
        return path.replace(filled["<uuid:event>"], str(entry.event_id))
    return path.replace("(?P<key>referral-[a-z-]+)", "referral-decided")


def test_everyone_in_the_matrix_can_sign_in(council: Council) -> None:
    found = {account.email.split("@")[0].capitalize() for account in Account.objects.all()}
    assert set(PEOPLE) - {"nobody"} <= found
