"""Turning entries and episodes into the years of a chronology and the strip of a life. Words only: drawn 500 times."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.urls import reverse

from alongside.platform.common.clock import london_date
from alongside.platform.common.words import MONTHS, age_on, capital, full_date, how_many
from alongside.platform.design.drawings.life_strip import Lane, Life, Span
from alongside.record.casework.choices import STAGES
from alongside.record.chronology.choices import Significance
from alongside.record.chronology.models import Episode, EventSubject
from alongside.record.chronology.selectors import Wanted
from alongside.record.people.models import Person
from alongside.record.people.names import first_name

LOOKS = {Significance.TURNING_POINT: "turn", Significance.SIGNIFICANT: "sig", Significance.ROUTINE: "rou"}
SPAN_LOOKS = {"protection_plan": "protection", "cin_plan": "middle", "case": "light"}
LIFE_ITSELF = ("person.born", "person.died")  # known when it is known: no one was late to write it down
LATE_AFTER = 7  # days: recorded later than this is said in amber


def years(rows: Sequence[EventSubject], person: Person, wanted: Wanted) -> list[dict[str, Any]]:
    """The entries by year, as the macro `timeline` draws them."""
    made: list[dict[str, Any]] = []
    base = f"/children/{person.subject.public_id}/entries/"  # put together once: 500 look-ups of an address cost 10 ms
    for year, group in groupby(rows, key=lambda row: _day(row, wanted).year):
        entries = [_entry(row, wanted, base) for row in group]
        made.append(
            {"id": f"y{year}-{len(made)}", "heading": str(year), "about": _age_in(person, year), "entries": entries}
        )
    return made


def _day(row: EventSubject, wanted: Wanted) -> date:
    return london_date(row.recorded_at) if wanted.by_recorded else row.happened_on


def _entry(row: EventSubject, wanted: Wanted, base: str) -> dict[str, Any]:
    day = _day(row, wanted)
    gone = row.voided_at is not None and not wanted.as_at
    return {
        "look": LOOKS.get(Significance(row.significance), "rou"),
        "day": str(day.day),
        "month": MONTHS[day.month - 1],
        "title": row.headline,
        "href": f"{base}{row.id}/",
        "line": row.line,
        "said": (("", row.words),) if row.words else (),
        "source": f"{row.event.author_name}."
        if not row.event.source
        else f"{row.event.author_name}, from {source_words(row)}.",
        "recorded": _recorded(row),
        "late": row.kind not in LIFE_ITSELF
        and (london_date(row.recorded_at) - row.happened_on).days > LATE_AFTER
        and not row.event.source,
        "fixed": f"Crossed out: {row.event.voided_because or 'recorded in error'}. It no longer counts; it is kept."
        if gone
        else "",
    }


def note_address(row: EventSubject, public_id: str) -> str:
    """The note of a visit, or ""."""
    note = row.event.payload.get("note")
    return reverse("notes:note", args=[public_id, note]) if note else ""


def source_words(row: EventSubject) -> str:
    """ "the 2026 census file"."""
    kind, _, edition = row.event.source.partition(":")
    return f"the {edition} census file" if kind == "census" else "an imported file"


def _recorded(row: EventSubject) -> str:
    days = (london_date(row.recorded_at) - row.happened_on).days
    if row.event.source:
        return f"Brought in on {full_date(london_date(row.recorded_at))}"
    if row.kind in LIFE_ITSELF:
        return ""
    return "Recorded the same day" if days <= 0 else f"Recorded {how_many(days, 'day')} later"


def _age_in(person: Person, year: int) -> str:
    """ "Taz was 13, then 14". A year of 0 says nothing about a baby: then the birthday."""
    if not person.born_on or year < person.born_on.year:
        return ""
    called = capital(first_name(person))
    before, after = (age_on(person.born_on, date(year, month, day)) for month, day in ((1, 1), (12, 31)))
    if before < 0:
        return f"{called} was born on {full_date(person.born_on)}"
    if before == 0:
        return f"{called} turned 1" if after == 1 else ""
    return f"{called} was {before}" if before == after else f"{called} was {before}, then {after}"


def strip(person: Person, episodes: Sequence[Episode], days: Sequence[tuple[date, str]], until: date) -> Life | None:
    """The drawing of a life, or None while there is nothing to draw."""
    first = person.born_on or min([day for day, _ in days], default=None)
    if first is None or not days:
        return None
    spans = [_span(each) for each in _drawn(episodes)]
    return Life(
        called=capital(first_name(person)),
        start=min(first, until),
        today=until,
        lanes=[Lane("Help", spans)] if spans else [],
        entries=[day for day, _ in days],
        turns=[day for day, significance in days if significance == Significance.TURNING_POINT],
    )


def _drawn(episodes: Sequence[Episode]) -> list[Episode]:
    """Cases first, so that what weighs more is drawn over them."""
    order = ("case", "cin_plan", "protection_plan")
    return sorted((each for each in episodes if each.kind in order), key=lambda each: order.index(each.kind))


def _span(episode: Episode) -> Span:
    return Span(episode.started_on, episode.ended_on, STAGES[episode.kind], SPAN_LOOKS[episode.kind])


def as_table(episodes: Sequence[Episode], as_at: date | None = None) -> list[tuple[str, str, str]]:
    """What held, from when, until when: the same facts as the drawing, in words."""
    shown = [each for each in episodes if each.kind in STAGES]
    still = "still so on that day" if as_at else "still so"
    return [
        (STAGES[each.kind], full_date(each.started_on), full_date(each.ended_on) if each.ended_on else still)
        for each in shown
    ]
