"""P-07: whoever must be visited and is not known to have been seen stands on a list, by team, until somebody saw them.

Given a council's own files, brought in with the day from which Alongside answers
When the team manager opens "Not seen since before go-live"
Then every child with a visiting rule whose last visit is unknown, or older than that rule allows, stands there
And each goes when a worker has seen them, not before; the service manager sees what is left, team by team.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from alongside.entrances.imports.actions import import_census, import_people
from alongside.entrances.imports.tests.census_files import child, episode, message
from alongside.platform.common.clock import today
from alongside.record.people.models import Person
from alongside.record.timescales.engine.calendars import Calendars
from alongside.record.timescales.models import DueItem
from alongside.record.workers.actions import add_hub, add_team
from tests.machinery.council import Council, make_council
from tests.machinery.days import days_ago

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.requirement("P-07")]
GO_LIVE = days_ago(1)
PAGE = "/team/not-seen/"
HEADINGS = "child id,first names,family name,birth date,worker email,worker role,team,last seen\n"
LISTED = {"Una Known", "Old Known", "Ned Need"}
NOT_LISTED = {"Sue Seen", "Nora Norule"}


def on_a_protection_plan(since: date) -> str:
    """The census's block of a plan, with nothing in it of any visit."""
    return (
        f"<ChildProtectionPlans><CPPstartDate>{since.isoformat()}</CPPstartDate>"
        "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>"
        "<NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>"
    )


def in_need_of_a_plan(since: date) -> str:
    return f"<CINPlanDates><CINPlanStartDate>{since.isoformat()}</CINPlanStartDate></CINPlanDates>"


def files(folder: Path) -> tuple[Path, Path]:
    """Five children: unknown, seen too long ago, on the other plan, seen lately, with no visiting rule."""
    since = days_ago(60)
    plan = episode(on_a_protection_plan(since))
    children = [child(ref, episodes=plan) for ref in ("E1", "E2", "E4")]
    children += [child("E3", episodes=episode(in_need_of_a_plan(since))), child("E5")]
    census, people = folder / "census.xml", folder / "people.csv"
    census.write_bytes(message("".join(children)))
    born, amal = "04/05/2012", "amal@eastmere.example,Social worker"
    people.write_text(
        HEADINGS
        + f"E1,Una,Known,{born},{amal},Harbour,\n"
        + f"E2,Old,Known,{born},{amal},Harbour,{days_ago(40):%d/%m/%Y}\n"
        + f"E3,Ned,Need,{born},{amal},Quay,\n"
        + f"E4,Sue,Seen,{born},{amal},Harbour,{days_ago(2):%d/%m/%Y}\n"
        + f"E5,Nora,Norule,{born},{amal},Harbour,\n"
    )
    return census, people


@pytest.fixture
def council(transactional_db: None, working_as: Any, tmp_path: Path) -> Council:
    """The small council with both files in it, brought in by the role that brings files in."""
    with working_as("jobs"):
        with transaction.atomic():
            made = make_council()
            add_team(by=made.system, hub=add_hub(by=made.system, name="Sea Hub"), name="Quay")
        census, people = files(tmp_path)
        assert import_census(census, by=made.system, expected_lea="201", processes=1, go_live=GO_LIVE).kept_aside == 0
        assert import_people(people, by=made.system, team=made.team).kept_aside == 0
    return made


def shown(council: Council, who: str, page: str = PAGE) -> str:
    with transaction.atomic():
        browser = council.browser(who)
    answer = browser.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def listed(council: Council, who: str) -> set[str]:
    page = shown(council, who)
    return {name for name in LISTED | NOT_LISTED if f">{name}</a>" in page}


def visited(council: Council, name: str, seen: str) -> None:
    """Amal records, on the page itself, how she saw this child today."""
    with transaction.atomic():
        amal = council.browser("Amal")
        council.as_system()
        key = Person.objects.get(given_names=name).subject.public_id
    form = {
        "sent_key": str(uuid4()), "draft": str(uuid4()), "version": "0", "finish": "yes", "child": key,
        "day": today().isoformat(), "what": "home_visit", "where": "At home", f"seen-{key}": seen,
        f"alone-{key}": "yes" if seen == "in_person" else "", f"how-{key}": "Knocked at four.", "passage": "0",
        "mark-0": "saw", "text-0": "The light was on.", "file-0": key,
    }  # fmt: skip
    answer = amal.post(f"/children/{key}/visit/", form)
    assert answer.status_code == 302, answer.content.decode()


def test_the_manager_sees_who_is_not_known_to_be_seen_and_by_when(council: Council) -> None:
    assert listed(council, "Bea") == LISTED - {"Ned Need"}, "Bea manages Harbour, and not Quay"
    page = shown(council, "Bea")
    with transaction.atomic():
        council.as_system()
        items = list(DueItem.objects.filter(rule="not_seen_since_go_live", status="open"))
    due = Calendars.england()
    day, counted = GO_LIVE, 0
    while counted < 5:
        day += timedelta(days=1)
        counted += day.weekday() < 5 and not due.bank_holiday(day)
    assert {item.due_on for item in items} == {day}
    assert "Bea Okafor" in page, "it is the team manager's to see to"


def test_each_stays_until_seen_and_an_attempt_is_not_enough(council: Council) -> None:
    visited(council, "Una", "not")
    assert "Una Known" in listed(council, "Bea")
    visited(council, "Una", "in_person")
    assert listed(council, "Bea") == LISTED - {"Ned Need", "Una Known"}


def test_the_service_manager_sees_the_list_by_team(council: Council) -> None:
    assert listed(council, "Sol") == LISTED
    page = shown(council, "Sol")
    rows = [row for row in page.split("<tr ") if "rowheader" in row]
    teams = ["Quay" if "Quay" in row else "Harbour" if "Harbour" in row else "?" for row in rows]
    assert teams == ["Harbour", "Harbour", "Quay"]


def test_a_worker_of_another_kind_has_no_such_page(council: Council) -> None:
    for who in ("Amal", "Dara", "Ade"):
        with transaction.atomic():
            browser = council.browser(who)
        assert browser.get(PAGE).status_code == 404
