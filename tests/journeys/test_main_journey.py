"""The main job, from a council's own files to a visit that closes what it should: in a real browser, on a real site.

Given a made-up pair of files of 80 children
When they are brought in, and the manager asks Amal to work with ten children who wait
Then Amal signs in and sees those children, what is due for them and why
And one visit to two of them in one go closes their visiting duties, and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from django.db import transaction
from playwright.sync_api import Page

from alongside.entrances.imports.actions import import_census, import_people
from alongside.entrances.imports.made_up import make_census
from alongside.platform.access.actor import Actor
from alongside.platform.access.models import Account
from alongside.platform.common.clock import today
from alongside.practice.safeguarding.actions import start_protection_plan
from alongside.record.casework.models import Allocation, Case
from alongside.record.organisations.actions import set_up_council
from alongside.record.people.models import Living, Person
from alongside.record.people.names import name_of
from alongside.record.timescales.engine.calendars import Calendars
from alongside.record.timescales.models import DueItem
from alongside.record.workers.actions import add_hub, add_team, add_worker, give_role, open_account
from alongside.record.workers.models import Worker
from tests.journeys.axe import check
from tests.machinery.site import Site

PASSWORD = "a long enough password"
Opener = Callable[..., Page]


@dataclass
class Filled:
    """The site with both files in it. `worker` is who will be asked."""

    site: Site
    by: Actor
    worker: str


@pytest.fixture(scope="module")
def filled(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    made = make_census(80, seed=7, today=today(), out_dir=tmp_path_factory.mktemp("files"))
    with site.inside("jobs"):
        with transaction.atomic():
            ours = set_up_council(name="Eastmere Council", code="899")
            by = Actor(org=ours.org, name="Setting up", is_system=True)
            team = add_team(by=by, hub=add_hub(by=by, name="Marsh Hub"), name="Team 1", takes_new=True)
            bea = add_worker(by=by, name="Bea Lindholm", email="bea@eastmere.example", team=team)
            give_role(by=by, worker=bea, role="team_manager", team=team)
            open_account(by=by, worker=bea, password=PASSWORD)
        census = import_census(made.census, by=by, expected_lea="899", processes=1)
        people = import_people(made.people, by=by, add_workers=True)
        assert (census.children, census.kept_aside, people.kept_aside) == (80, 0, 0)
        name = _with_an_account(by)
    return Filled(site, by, name)


def _with_an_account(by: Actor) -> str:
    """One of the social workers the people file added, who now signs in."""
    held = Allocation.objects.filter(ended_on=None).values_list("worker_id", flat=True)
    worker = Worker.objects.filter(subject_id__in=list(held)).order_by("name").first()
    assert worker is not None
    with transaction.atomic():
        Worker.objects.filter(pk=worker.pk).update(email="worker@eastmere.example")
        worker.email = "worker@eastmere.example"
        if worker.account_id:
            Account.objects.filter(pk=worker.account_id).update(email=worker.email)
            account = Account.objects.get(pk=worker.account_id)
            account.set_password(PASSWORD)
            account.save()
        else:
            open_account(by=by, worker=worker, password=PASSWORD)
    return worker.name


def sign_in(page: Page, filled: Filled, who: str) -> None:
    page.goto(f"{filled.site.address}/accounts/login/")
    page.get_by_label("Email address").fill(f"{who}@eastmere.example")
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{filled.site.address}/")


def test_the_manager_asks_a_worker_to_hold_ten_children(filled: Filled, open_page: Opener) -> None:
    page = open_page()
    sign_in(page, filled, "bea")
    for _ in range(10):
        page.goto(f"{filled.site.address}/team/waiting/")
        page.get_by_role("link", name="Choose a worker").first.click()
        page.get_by_label(filled.worker).check()
        page.get_by_label("Main reason").select_option("has_room")
        page.get_by_role("button", name="Ask them to work with").click()
        page.wait_for_url("**/team/waiting/")
        assert f"{filled.worker} now works with" in page.content()
    check(page)
    with filled.site.inside("jobs"):
        assert Allocation.objects.filter(worker__name=filled.worker, reason="has_room", ended_on=None).count() == 10


def test_the_worker_sees_their_children_and_what_is_due_first(filled: Filled, open_page: Opener) -> None:
    page = open_page()
    sign_in(page, filled, "worker")
    shown = page.locator("table tbody tr th a").all_text_contents()
    with filled.site.inside("jobs"):
        held = Allocation.objects.filter(worker__name=filled.worker, ended_on=None).select_related("person")
        people = {each.person for each in held}
    assert sorted(shown) == sorted(name_of(each) for each in people)
    check(page)


def test_every_assessment_date_is_what_numpy_counts(filled: Filled) -> None:
    """Another route to the same dates: numpy's business days over the same bank holidays."""
    calendars = Calendars.england()
    with filled.site.inside("jobs"):
        items = list(DueItem.objects.filter(rule="single_assessment").exclude(due_on=None))
    assert items
    for item in items:
        assert item.counted_from is not None
        assert item.due_on is not None
        span = (item.counted_from + timedelta(days=each) for each in range(120))
        holidays = [day for day in span if calendars.bank_holiday(day)]
        assert np.busday_offset(item.counted_from, 45, roll="backward", holidays=holidays).astype(date) == item.due_on


def _two_on_a_plan(filled: Filled) -> list[Person]:
    """A brother and sister of the worker's, both put on a protection plan three weeks ago."""
    mine = Allocation.objects.filter(worker__name=filled.worker, ended_on=None).values_list("person_id", flat=True)
    plans = set(DueItem.objects.filter(rule__contains="visit", status="open").values_list("subject_id", flat=True))
    homes: dict[object, list[Person]] = {}
    for living in Living.objects.filter(person_id__in=list(mine), until=None).select_related("person__subject"):
        homes.setdefault(living.household_id, []).append(living.person)
    pair = next(found[:2] for found in homes.values() if len(found) > 1)
    for child in pair:
        if child.pk not in plans:
            case = Case.objects.filter(person=child, closed_on=None).latest("opened_on")
            start_protection_plan(
                by=filled.by, case=case, started_on=today() - timedelta(days=20), initial_category="NEG"
            )
    return pair


def _open_items(children: list[Person]) -> dict[tuple[object, str, int], str]:
    rows = DueItem.objects.filter(subject_id__in=[child.pk for child in children]).exclude(status="withdrawn")
    return {(row.subject_id, row.rule, row.step): row.status for row in rows}


def test_one_visit_to_two_children_closes_their_visits_and_nothing_else(
    filled: Filled, open_page: Opener, tmp_path: Path
) -> None:
    with filled.site.inside("jobs"), transaction.atomic():
        first, second = _two_on_a_plan(filled)
    with filled.site.inside("jobs"):
        before = _open_items([first, second])
    page = open_page(360)
    sign_in(page, filled, "worker")
    page.goto(f"{filled.site.address}/children/{first.subject.public_id}/visit/")
    page.locator(f"input[name=child][value='{second.subject.public_id}']").check()
    for child in (first, second):
        page.locator(f"input[name='seen-{child.subject.public_id}'][value=in_person]").check()
        page.locator(f"input[name='alone-{child.subject.public_id}'][value=yes]").check()
        page.locator(f"textarea[name='how-{child.subject.public_id}']").fill("In the kitchen, we talked.")
    page.locator("textarea[name^='text-']").first.fill("Both were home from school and building a den.")
    check(page)
    page.locator("[data-finish]:visible").first.click()
    page.wait_for_url("**/children/**")
    with filled.site.inside("jobs"):
        after = _open_items([first, second])
    changed = {key for key in before if before[key] != after.get(key)}
    assert changed, "the visit closed nothing"
    assert all("visit" in rule or rule.startswith("not_seen") for _, rule, _ in changed)
    assert {subject for subject, _, _ in changed} == {first.pk, second.pk}
    assert all(after[key] in ("met", "met_late") for key in changed)
