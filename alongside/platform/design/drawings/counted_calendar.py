"""Months of days, with what each one counted for: arithmetic you can put a finger on."""

from calendar import Calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alongside.platform.common import words

LOOKS = ("start", "count", "we", "bh", "closed", "off", "today", "due")


@dataclass(frozen=True, slots=True)
class CountedDay:
    """``looks``: any of LOOKS ("count" and "today" stand together); ``number``: its place in the count, None if it does
    not count; ``words``: the little line under it ("Christmas", "offices shut", "due")."""

    looks: tuple[str, ...]
    number: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class CalendarCell:
    """One square: day of the month, the classes it wears, its number in the count, its words."""

    day: int
    classes: str
    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """``weeks`` hold seven cells each, Monday first; None lies outside the month."""

    title: str
    weeks: tuple[tuple[CalendarCell | None, ...], ...]


def counted_months(first: date, last: date, days: Mapping[date, CountedDay]) -> list[CalendarMonth]:
    """Every month from the one of ``first`` to the one of ``last``; a day not in ``days`` is outside the count."""
    months = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        weeks = tuple(_week(week, month, days) for week in Calendar().monthdatescalendar(year, month))
        months.append(CalendarMonth(words.month_year(date(year, month, 1)), weeks))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def _week(week: list[date], month: int, days: Mapping[date, CountedDay]) -> tuple[CalendarCell | None, ...]:
    return tuple(_cell(day, days.get(day)) if day.month == month else None for day in week)


def _cell(day: date, counted: CountedDay | None) -> CalendarCell:
    if counted is None:
        return CalendarCell(day.day, "is-off", None, "")
    unknown = set(counted.looks) - set(LOOKS)
    if unknown:
        raise ValueError(f"Calendar days have no such look: {', '.join(sorted(unknown))}")
    return CalendarCell(day.day, " ".join(f"is-{look}" for look in counted.looks), counted.number, counted.words)
