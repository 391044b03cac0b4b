"""A chronology as a court reads it: what was known when, in London's days, and all that was asked for."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.entrances.desk import lives
from alongside.entrances.desk.tests.test_my_day import text
from alongside.platform.common.clock import now, today
from alongside.platform.common.words import full_date
from alongside.practice.safeguarding.actions import end_protection_plan, start_protection_plan
from alongside.record.chronology.models import EventSubject
from alongside.record.chronology.selectors import episodes
from alongside.record.timescales.actions import About, NewEvent, record_events
from tests.machinery.council import Council

HALF_PAST_MIDNIGHT = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # 00:30 on 1 July in London


def rang_school(council: Council, day: date) -> EventSubject:
    about = (About(subject=council.children["Taz"].pk, headline="Rang school"),)
    record_events(
        by=council.as_system(),
        events=[NewEvent(kind="contact.made", happened=day, about=about, area="tools.notes")],
    )
    return EventSubject.objects.get(kind="contact.made")


def recorded(entry: EventSubject, at: datetime) -> None:
    EventSubject.objects.filter(id=entry.id).update(recorded_at=at)


def test_half_past_midnight_on_1_july_is_1_july(council: Council) -> None:
    entry = rang_school(council, date(2026, 6, 30))
    recorded(entry, HALF_PAST_MIDNIGHT)
    browser = council.browser("Amal")
    assert "Recorded 1 day later" in text(browser.get(council.path("Taz", "chronology/")))
    page = text(browser.get(council.path("Taz", f"entries/{entry.id}/")))
    assert "1 July 2026, 12:30am" in page


def a_plan_learnt_late(council: Council) -> tuple[date, date, date]:
    """A plan of 40 days that was written down 20 days ago and ended 10 days ago, which was written down today."""
    began, ended = today() - timedelta(days=40), today() - timedelta(days=10)
    by = council.as_system()
    plan = start_protection_plan(by=by, case=council.cases["Taz"], started_on=began, initial_category="NEG")
    recorded(EventSubject.objects.get(kind="protection_plan.started"), now() - timedelta(days=20))
    end_protection_plan(by=by, plan=plan, ended_on=ended)
    return began, today() - timedelta(days=20), ended


def plans(council: Council, as_at: date) -> list[tuple[date, date | None]]:
    found = episodes(council.as_system(), council.children["Taz"].pk, as_at)
    return [(each.started_on, each.ended_on) for each in found if each.kind == "protection_plan"]


def test_as_at_a_day_no_episode_is_shown_that_was_learnt_later(council: Council) -> None:
    began, written, ended = a_plan_learnt_late(council)
    assert plans(council, written - timedelta(days=1)) == []
    assert plans(council, written) == [(began, None)]
    assert plans(council, ended) == [(began, None)], "Its end was written down only today."
    assert plans(council, today()) == [(began, ended)]
    rows = lives.as_table(episodes(council.as_system(), council.children["Taz"].pk, ended), ended)
    assert [row[2] for row in rows if "rotection" in row[0]] == ["still so on that day"]


def test_the_bar_says_what_holds_today_whatever_day_is_asked_for(council: Council) -> None:
    a_plan_learnt_late(council)
    browser = council.browser("Amal")
    then = f"chronology/?as_at={today() - timedelta(days=12):%d/%m/%Y}"
    pages = [text(browser.get(council.path("Taz", page))) for page in ("chronology/", then)]
    bars = [page[page.index('<section class="al-id') :].partition("</section>")[0] for page in pages]
    assert "still so on that day" in pages[1]
    assert bars[0] == bars[1]


def test_the_red_line_is_the_day_asked_for_and_no_gap_is_promised(council: Council) -> None:
    browser = council.browser("Amal")
    recorded(rang_school(council, today() - timedelta(days=20)), now() - timedelta(days=19))
    page = text(council.browser("Amal").get(council.path("Taz", "chronology/")))
    assert "Red line is today" in page
    assert "Hatching" not in page
    day = today() - timedelta(days=12)
    then = text(browser.get(council.path("Taz", f"chronology/?as_at={day:%d %m %Y}")))
    assert f"Red line is {full_date(day)}" in then


def test_the_order_for_a_court_keeps_what_was_asked(council: Council) -> None:
    asked = "chronology/?as_at=27+3+2026&words=school&about=visits&about=safety"
    page = text(council.browser("Amal").get(council.path("Taz", asked)))
    link = re.search(r'href="(\?[^"]*first=oldest[^"]*)"', page)
    assert link
    for part in ("as_at=27+3+2026", "words=school", "about=visits", "about=safety"):
        assert part in link[1]


def test_past_500_entries_there_is_a_second_page(council: Council) -> None:
    about = (About(subject=council.children["Taz"].pk, headline="Rang school"),)
    events = [
        NewEvent(kind="contact.made", happened=today() - timedelta(days=n), about=about, area="tools.notes")
        for n in range(501)
    ]
    record_events(by=council.as_system(), events=events)
    browser = council.browser("Amal")
    first = text(browser.get(council.path("Taz", "chronology/?words=school")))
    assert first.count(">Rang school<") == 500
    link = re.search(r'href="(\?[^"]*page=2)"', first)
    assert link
    assert "words=school" in link[1]
    second = text(browser.get(council.path("Taz", f"chronology/{link[1].replace('&amp;', '&')}")))
    assert second.count(">Rang school<") == 1


@pytest.mark.parametrize("asked", ["page=0", "page=x", "page=99999999999999", "page=7"])
def test_a_page_that_is_not_there_answers_all_the_same(council: Council, asked: str) -> None:
    assert council.browser("Amal").get(council.path("Taz", f"chronology/?{asked}")).status_code == 200
