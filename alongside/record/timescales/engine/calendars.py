"""Working days of England. A council's own Christmas closure is not in here: those days are working days in law."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

SATURDAY = 5
DECADE = 10
EARLIEST, LATEST = 1900, 2199  # Beyond these years only weekends are left out: nobody knows those bank holidays.
ONE_DAY = timedelta(days=1)

# The package's names, in the words of the government's own list.
PLAIN_NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "Christmas Day (observed)": "Christmas Day, moved",
    "Boxing Day (observed)": "Boxing Day, moved",
    "New Year's Day (observed)": "New Year's Day, moved",
}


@lru_cache(maxsize=64)
def _bank_holidays(decade: int) -> Mapping[date, str]:
    """Bank holidays of England for ten years: Banking and Financial Dealings Act 1971, and proclamations."""
    from holidays import country_holidays  # half a second to import: only when first asked

    found = country_holidays("GB", subdiv="ENG", years=range(decade, decade + DECADE))
    return {day: PLAIN_NAMES.get(name, name) for day, name in found.items()}


class Table(NamedTuple):
    """Working days of some decades: their ordinals in order; for each day from `first`, how many up to and with it."""

    first: int
    end: int
    working: list[int]
    rank: list[int]


class Calendars:
    """Counts working days: not Saturday, Sunday, Good Friday, Christmas Day or a bank holiday (SI 2006/1738 reg 2).

    `extra` are days proclaimed since the package was made, with their names; `removed` are days that turned out not to
    be holidays. Sums are look-ups in two arrays, built ten years at a time: a count of 45 costs what a count of 1 does.
    """

    def __init__(self, *, extra: Mapping[date, str] | None = None, removed: Iterable[date] = ()) -> None:
        self._extra = dict(extra or {})
        self._removed = frozenset(removed)
        self._table = Table(0, 0, [], [])  # replaced whole, never changed: threads share it

    @classmethod
    def england(cls, *, extra: Mapping[date, str] | None = None, removed: Iterable[date] = ()) -> "Calendars":
        """The bundled table for England, with a council's own corrections."""
        return cls(extra=extra, removed=removed)

    def bank_holiday(self, day: date) -> str | None:
        """Its name, or None. A bank holiday that falls on a weekend has a name too."""
        if day in self._removed:
            return None
        if day in self._extra:
            return self._extra[day]
        if not EARLIEST <= day.year <= LATEST:
            return None
        return _bank_holidays(day.year - day.year % DECADE).get(day)

    def is_working(self, day: date) -> bool:
        """Whether this is a working day."""
        return day.weekday() < SATURDAY and self.bank_holiday(day) is None

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, which is day 0 and may itself be no working day.

        `count` of at least 1. Raises OverflowError past the year 9999.
        """
        if not EARLIEST <= day.year < LATEST:
            return self._step(day, count, ONE_DAY)
        table = self._covering(day, day + timedelta(days=count * 2 + 30))
        return date.fromordinal(table.working[table.rank[day.toordinal() - table.first] + count - 1])

    def before(self, day: date, count: int) -> date:
        """The `count`-th working day before `day`."""
        if not EARLIEST < day.year <= LATEST:
            return self._step(day, count, -ONE_DAY)
        table = self._covering(day - timedelta(days=count * 2 + 30), day)
        return date.fromordinal(table.working[bisect_right(table.working, day.toordinal() - 1) - count])

    def on_or_after(self, day: date) -> date:
        """This day if it is a working day, else the next that is."""
        return day if self.is_working(day) else self.after(day, 1)

    def on_or_before(self, day: date) -> date:
        """This day if it is a working day, else the last that was."""
        return day if self.is_working(day) else self.before(day, 1)

    def between(self, first: date, last: date) -> int:
        """How many working days lie after `first`, up to and with `last`. Nought if `last` is not later."""
        if last <= first:
            return 0
        if first.year < EARLIEST or last.year > LATEST:
            days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
            return sum(self.is_working(day) for day in days)
        table = self._covering(first, last)
        return table.rank[last.toordinal() - table.first] - table.rank[first.toordinal() - table.first]

    def _step(self, day: date, count: int, step: timedelta) -> date:
        while count:
            day += step
            count -= self.is_working(day)
        return day

    def _covering(self, first: date, last: date) -> Table:
        table = self._table
        if table.first <= first.toordinal() and last.toordinal() < table.end:
            return table
        start, end = first.year, last.year
        if table.working:
            start = min(start, date.fromordinal(table.first).year)
            end = max(end, date.fromordinal(table.end - 1).year)
        self._table = table = self._build(start - start % DECADE, end - end % DECADE + DECADE)
        return table

    def _build(self, start_year: int, end_year: int) -> Table:
        first, end = date(start_year, 1, 1).toordinal(), date(end_year, 1, 1).toordinal()
        working: list[int] = []
        rank: list[int] = []
        for ordinal in range(first, end):
            if self.is_working(date.fromordinal(ordinal)):
                working.append(ordinal)
            rank.append(len(working))
        return Table(first, end, working, rank)
