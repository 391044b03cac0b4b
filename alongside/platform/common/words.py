"""Dates and numbers in words, as they stand on pages.

Written by hand and cheap: Django's date filter was two thirds of the cost of a long list.
"""

from datetime import date, datetime

from alongside.platform.common.clock import LONDON, today

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_date(day: date, *, now: date | None = None) -> str:
    """ "Thursday 14 January", with the year only when it is not this one."""
    return f"{DAYS[day.weekday()]} {day_month(day, now=now)}"


def short_date(day: date, *, now: date | None = None) -> str:
    """ "Thu 14 Jan", with the year only when it is not this one."""
    words = f"{DAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}"
    return words if day.year == (now or today()).year else f"{words} {day.year}"


def day_month(day: date, *, now: date | None = None) -> str:
    """ "14 January", with the year only when it is not this one."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == (now or today()).year else f"{words} {day.year}"


def full_date(day: date) -> str:
    """ "14 January 2027": always with the year, for print and for law."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_year(day: date) -> str:
    """ "May 2012"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def time_of_day(instant: datetime) -> str:
    """ "2:30pm", London time."""
    local = instant.astimezone(LONDON)
    return f"{local.hour % 12 or 12}:{local.minute:02d}{'am' if local.hour < 12 else 'pm'}"


def age_on(birth: date, day: date) -> int:
    """Whole years. A child born on 29 February is a year older on 1 March (statutory.md C4, not settled by statute)."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def age_words(birth: date, day: date) -> str:
    """ "14", or "5 months" and "3 weeks" for a baby: a year of 0 says nothing about a baby."""
    years = age_on(birth, day)
    if years:
        return str(years)
    months = (day.year - birth.year) * 12 + day.month - birth.month - (day.day < birth.day)
    if months > 0:
        return how_many(months, "month")
    return how_many(max((day - birth).days // 7, 0), "week")


def how_many(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 day", "3 days"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def capital(words: str) -> str:
    """The same words to begin a sentence with: "This child" where no name is known."""
    return words[:1].upper() + words[1:]


def listed(words: list[str]) -> str:
    """ "Taz", "Taz and Reuben", "Taz, Reuben and Ivy"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""
