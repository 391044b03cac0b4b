"""How long: "45 working days", "3 months", "28 days beginning with", "same day". And the sums, both ways."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from .calendars import Calendars

UNITS = {
    "hour": "hours",
    "day": "days",
    "working day": "working days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}
NOT_BUILT = {"school day": "school days", "school week": "school weeks", "term": "terms"}
ENDS = ("week", "month", "year")
FORM = re.compile(
    r"(?P<number>\d{1,4}) (?P<unit>[a-z]+(?: [a-z]+)??)s?"
    r"(?P<inclusive> beginning with)?(?: to the end of the (?P<end>[a-z]+))?"
)
MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7


class IntervalError(ValueError):
    """Its text is a sentence that says what to write instead."""


@dataclass(frozen=True, slots=True)
class Interval:
    """`number` of `unit` (a key of UNITS, plural). `inclusive`: the first day counts ("beginning with").

    `end` runs the date on to the end of its week, month or year. The same day is 0 days.
    """

    number: int
    unit: str
    inclusive: bool = False
    end: str | None = None

    @property
    def words(self) -> str:
        """As it is said: "45 working days", "1 week"."""
        if self.number == 0:
            return "the same day"
        unit = self.unit[:-1] if self.number == 1 else self.unit
        tail = f", to the end of the {self.end}" if self.end else ""
        return f"{self.number} {unit}{tail}"


def read_interval(text: str) -> Interval:
    """Read "45 working days" and its like. Raises IntervalError with a sentence."""
    if text == "same day":
        return Interval(0, "days")
    match = FORM.fullmatch(text)
    if match is None:
        raise IntervalError(f"'{text}' is not an interval. Write a number and a unit, for example 14 days.")
    unit = match["unit"].removesuffix("s")
    if unit in NOT_BUILT:
        raise IntervalError(f"'{text}' counts {NOT_BUILT[unit]}, which needs school calendars: not built yet.")
    if unit not in UNITS:
        known = ", ".join(UNITS.values())
        raise IntervalError(f"'{match['unit']}' is not a unit of time. Write one of: {known}.")
    if match["end"] and match["end"] not in ENDS:
        raise IntervalError(f"'to the end of the {match['end']}' is not built. Write week, month or year.")
    if int(match["number"]) == 0:
        raise IntervalError("An interval of 0 is written: same day.")
    return Interval(int(match["number"]), UNITS[unit], bool(match["inclusive"]), match["end"])


def forward(start: date, interval: Interval, calendars: Calendars) -> date:
    """The last day in time. `start` is day 0, or day 1 if the interval is inclusive. OverflowError past 9999."""
    return _run_on(_forward(start, interval, calendars), interval.end)


def _forward(start: date, interval: Interval, calendars: Calendars) -> date:
    number, unit = interval.number, interval.unit
    if unit == "working days":
        if interval.inclusive and calendars.is_working(start):
            number -= 1
        return calendars.after(start, number) if number else start
    if unit in ("months", "years"):
        return _months(start, number * (MONTHS_A_YEAR if unit == "years" else 1), interval.inclusive)
    days = number * (DAYS_A_WEEK if unit == "weeks" else 1)
    return start + timedelta(days=days - (1 if interval.inclusive and days else 0))


def backward(end: date, interval: Interval, calendars: Calendars) -> date:
    """The day that lies this long before `end`, which is day 0."""
    number, unit = interval.number, interval.unit
    if unit == "working days":
        return calendars.before(end, number)
    if unit in ("months", "years"):
        return _months(end, -number * (MONTHS_A_YEAR if unit == "years" else 1), inclusive=False)
    return end - timedelta(days=number * (DAYS_A_WEEK if unit == "weeks" else 1))


def _months(start: date, months: int, inclusive: bool) -> date:
    """The corresponding date, or the last of the month if there is none (Dodds v Walker [1981]).

    Inclusive ends the day before it: a month beginning with 1 March ends on 31 March; one beginning with 31 January
    has no corresponding date and ends on the last of February.
    """
    year, month = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + months, MONTHS_A_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("past the calendar")
    last = monthrange(year, month + 1)[1]
    if start.day > last:
        return date(year, month + 1, last)
    day = date(year, month + 1, start.day)
    return day - timedelta(days=1) if inclusive else day


def _run_on(day: date, end: str | None) -> date:
    if end == "week":
        return day + timedelta(days=DAYS_A_WEEK - 1 - day.weekday())
    if end == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    if end == "year":
        return day.replace(month=12, day=31)
    return day


def birthday(birth: date, age: int) -> date:
    """The day this age is reached. Born on 29 February: 1 March in other years (usual reading, not in statute)."""
    try:
        return birth.replace(year=birth.year + age)
    except ValueError:
        return date(birth.year + age, 3, 1)
