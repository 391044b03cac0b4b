"""A child's pages: for who works with them; for anyone else they are not there, and read as if they never were."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.entrances.desk.tests.test_my_day import on_a_plan, text
from alongside.platform.audit.models import AuditEntry
from alongside.platform.common.clock import today
from alongside.record.chronology.models import EventSubject
from alongside.record.timescales.actions import About, NewEvent, record_events
from alongside.record.timescales.models import DueItem
from tests.machinery.council import Council

PAGES = ("", "chronology/", "due/", "who/", "visits/", "visit/", "happened/")


@pytest.mark.parametrize("page", PAGES)
def test_who_works_with_the_child_may_open_it(council: Council, page: str) -> None:
    assert council.browser("Amal").get(council.path("Taz", page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["Cyd", "Dov", "Dara", "Ade"])
def test_for_anyone_else_it_is_not_there(council: Council, page: str, who: str) -> None:
    browser = council.browser(who)
    theirs = browser.get(council.path("Taz", page))
    never = browser.get(f"/children/ThereIsNoSuchOne/{page}")
    assert theirs.status_code == never.status_code == 404
    assert text(theirs) == text(never)


def test_a_refusal_is_kept(council: Council) -> None:
    council.browser("Cyd").get(council.path("Taz"))
    council.as_system()
    assert AuditEntry.objects.filter(outcome="refused", name="Cyd Okafor", ref=council.path("Taz")).exists()


def test_the_child_comes_before_what_we_owe(council: Council) -> None:
    page = text(council.browser("Amal").get(council.path("Taz")))
    assert page.index("In their own words") < page.index("What is due for")


def test_the_name_is_not_in_the_title(council: Council) -> None:
    page = text(council.browser("Amal").get(council.path("Taz")))
    title = re.search(r"<title>(.*?)</title>", page)
    assert title
    assert "Marlow" not in title[1]


def test_why_this_date_shows_rule_source_and_counting(council: Council) -> None:
    on_a_plan(council, "Taz")
    item = DueItem.objects.get(rule="first_core_group", subject_id=council.children["Taz"].pk)
    page = text(council.browser("Amal").get(council.path("Taz", f"due/{item.id}/")))
    for words in ("The counting, day by day", "Working Together", "Owed by", "Day 0", "Amal Okafor"):
        assert words in page


def test_a_name_is_added_and_stands_on_every_page(council: Council) -> None:
    browser = council.browser("Amal")
    answer = browser.post(
        council.path("Taz", "who/"), {"given_names": "Tamsin", "family_name": "Marlow", "known_as": "Tazzie"}
    )
    assert answer.status_code == 302
    assert "Tazzie Marlow" in text(browser.get(council.path("Taz", "chronology/")))


def test_a_birth_date_to_come_is_refused_and_nothing_typed_is_lost(council: Council) -> None:
    tomorrow = (today() + timedelta(days=1)).strftime("%d/%m/%Y")
    answer = council.browser("Amal").post(council.path("Taz", "who/"), {"known_as": "Tazzie", "born_on": tomorrow})
    assert answer.status_code == 422
    assert "This day has not come yet" in text(answer)
    assert "Tazzie" in text(answer)


def lived(council: Council, number: int) -> None:
    about = (About(subject=council.children["Taz"].pk, headline="Rang school", words="I like it here"),)
    events = [
        NewEvent(kind="contact.made", happened=today() - timedelta(days=day), about=about, area="tools.notes")
        for day in range(number)
    ]
    record_events(by=council.as_system(), events=events)


@pytest.mark.parametrize(("page", "bar"), [("", 20), ("chronology/", 15), ("due/", 15)])
def test_a_long_life_asks_no_more_questions(council: Council, page: str, bar: int) -> None:
    def counted() -> int:
        browser = council.browser("Amal")
        browser.get(council.path("Taz", page))
        with CaptureQueriesContext(connection) as asked:
            browser.get(council.path("Taz", page))
        return sum("SAVEPOINT" not in each["sql"] for each in asked.captured_queries)

    few = counted()
    lived(council, 200)
    assert counted() == few <= bar


def test_as_at_a_day_shows_what_was_known_then(council: Council) -> None:
    lived(council, 1)
    yesterday = (today() - timedelta(days=1)).strftime("%d/%m/%Y")
    browser = council.browser("Amal")
    assert "Rang school" in text(browser.get(council.path("Taz", "chronology/")))
    assert "Rang school" not in text(browser.get(council.path("Taz", f"chronology/?as_at={yesterday}")))


@pytest.mark.parametrize("asked", ["?as_at=rubbish", "?show=nonsense", "?about=nobody", "?as_at=31/12/2999"])
def test_what_cannot_be_read_shows_the_page_all_the_same(council: Council, asked: str) -> None:
    assert council.browser("Amal").get(council.path("Taz", f"chronology/{asked}")).status_code == 200


def test_an_entry_says_what_it_began(council: Council) -> None:
    on_a_plan(council, "Taz")
    entry = EventSubject.objects.get(kind="protection_plan.started")
    page = text(council.browser("Amal").get(council.path("Taz", f"entries/{entry.id}/")))
    assert "What it began or closed" in page
    assert "core group" in page.lower()
