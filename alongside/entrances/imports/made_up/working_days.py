"""Working days in England, so that made-up conferences and assessments fall on believable dates."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from random import Random

import holidays

ONE = timedelta(days=1)


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def on_or_before(day: date) -> date:
    while not is_working(day):
        day -= ONE
    return day


def on_or_after(day: date) -> date:
    while not is_working(day):
        day += ONE
    return day


@lru_cache(maxsize=8192)
def moved(day: date, number: int) -> date:
    """`number` working days later (earlier when negative). The day itself does not count."""
    step = ONE if number > 0 else -ONE
    for _ in range(abs(number)):
        day += step
        while not is_working(day):
            day += step
    return day


def between(chance: Random, first: date, last: date) -> date:
    """A day from first to last, both possible; a working day when there is one after it."""
    day = first + timedelta(days=chance.randint(0, max(0, (last - first).days)))
    working = on_or_after(day)
    return working if working <= last else day
