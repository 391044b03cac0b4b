"""The census year and today, as the doubts need them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

import holidays

from alongside.platform.common.words import full_date

from ..faults import FaultList, shown

B = TypeVar("B")


class When:
    """year: first and last day of the census year, or None when the file does not say."""

    __slots__ = ("end", "start", "today", "words", "year_over")

    def __init__(self, year: tuple[date, date] | None, today: date) -> None:
        self.today = today
        self.start, self.end = year or (date.min, date.max)
        self.year_over = year is not None and self.end < today
        self.words = f"{full_date(self.start)} to {full_date(self.end)}" if year else ""

    def outside(self, day: date) -> bool:
        return not self.start <= day <= self.end

    def check(self, note: FaultList, line: int, field: str, what: str, day: date | None,
              outside_code: str = "") -> None:
        """Notes a date that is still to come, or outside the census year where a rule asks."""
        if day is None:
            return
        if day > self.today:
            note.doubt(line, "future-date", field, f"{what} is dated {full_date(day)}, which is "
                       "still to come.", day.isoformat())
        elif outside_code and self.outside(day):
            note.doubt(line, outside_code, field, f"{what} is dated {full_date(day)}, outside the "
                       f"census year ({self.words}).", day.isoformat())


def check_code(note: FaultList, line: int, rule: str, field: str, value: str,
               known: Collection[str], *, needed: bool = False) -> None:
    if value in known:
        return
    if value:
        note.doubt(line, rule, field, f"{field} is {shown(value)}, which is not one of its codes. "
                   "It was kept as given.", value)
    elif needed:
        note.doubt(line, rule, field, f"{field} is missing.")


def clashes(blocks: Iterable[B], start: Callable[[B], date], end: Callable[[B], date | None],
            ) -> Iterator[tuple[B, B]]:
    """Pairs (earlier, later) where the later starts before an earlier one has ended.

    Each block is named at most once as the later, against the longest before it: n log n,
    so a child with thousands of bad blocks costs no more than reading them.
    """
    ordered = sorted(blocks, key=start)
    longest: B | None = None
    latest = date.min
    for block in ordered:
        if longest is not None and start(block) < latest:
            yield longest, block
        ends = end(block) or date.max
        if ends > latest:
            longest, latest = block, ends


def open_ones(blocks: Iterable[B], end: Callable[[B], date | None]) -> list[B]:
    return [block for block in blocks if end(block) is None]


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of a year (the `holidays` package)."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


@lru_cache(maxsize=4096)
def after_working_days(start: date, number: int) -> date:
    """The day `number` working days after `start`. The start itself does not count."""
    day = start
    while number:
        if day >= date.max - timedelta(days=1):
            return date.max
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in bank_holidays(day.year):
            number -= 1
    return day
