"""A chronology as a court reads it: what was known when, in London's days, and all that was asked for."""

from datetime import UTC, date, datetime

from alongside.entrances.desk.tests.test_my_day import text
from alongside.record.chronology.models import EventSubject
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
