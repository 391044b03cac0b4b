"""Intervals, forward and back: literal dates, and dateutil for months and years."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from alongside.record.timescales.engine.calendars import Calendars
from alongside.record.timescales.engine.intervals import IntervalError, backward, birthday, forward, read_interval

ENGLAND = Calendars.england()

# (counted from, interval, due, what makes it hard)
FORWARD = [
    ("2026-01-31", "1 month", "2026-02-28", "no 31 February: the last of the month (C3)"),
    ("2028-01-31", "1 month", "2028-02-29", "the same in a leap year"),
    ("2026-08-31", "6 months", "2027-02-28", "31 August and 6 months (C3)"),
    ("2027-08-31", "6 months", "2028-02-29", "the same into a leap year (C3)"),
    ("2026-03-31", "1 month", "2026-04-30", "no 31 April"),
    ("2026-02-28", "1 month", "2026-03-28", "the last of February is not the last of March"),
    ("2024-02-29", "1 year", "2025-02-28", "a leap day and a year"),
    ("2024-02-29", "4 years", "2028-02-29", "a leap day to a leap day"),
    ("2024-02-29", "12 months", "2025-02-28", "twelve months are a year"),
    ("2026-11-30", "3 months", "2027-02-28", "over the year's end"),
    ("2026-12-15", "1 month", "2027-01-15", "December to January"),
    ("2026-05-31", "18 months", "2027-11-30", "more than a year of months"),
    ("2026-10-31", "3 months", "2027-01-31", "first review conference from Halloween"),
    ("2026-01-01", "75 years", "2101-01-01", "a looked-after child's record"),
    ("2026-03-28", "1 day", "2026-03-29", "over the March clock change"),
    ("2026-10-24", "2 days", "2026-10-26", "over the October clock change"),
    ("2026-11-21", "14 days", "2026-12-05", "calendar days do not roll off a Saturday (C6)"),
    ("2026-12-18", "7 days", "2026-12-25", "nor off Christmas Day"),
    ("2026-02-26", "3 days", "2026-03-01", "no leap day"),
    ("2028-02-26", "3 days", "2028-02-29", "a leap day"),
    ("2026-11-21", "6 weeks", "2027-01-02", "weeks are seven days (C10)"),
    ("2026-11-21", "1 week", "2026-11-28", "one week"),
    ("2026-11-21", "same day", "2026-11-21", "the same day"),
    ("2026-03-02", "21 days beginning with", "2026-03-22", "day 1 is the first (C2)"),
    ("2026-03-02", "28 days beginning with", "2026-03-29", "penalty notice, 28 days (C2)"),
    ("2026-03-02", "15 days beginning with", "2026-03-16", "draft plan served (C2)"),
    ("2026-03-02", "1 day beginning with", "2026-03-02", "one day beginning with is that day"),
    ("2026-06-19", "30 days beginning with", "2026-07-18", "a data protection complaint (C2)"),
    ("2026-03-02", "26 weeks beginning with", "2026-08-30", "care proceedings, s32"),
    ("2026-03-02", "8 weeks beginning with", "2026-04-26", "s37 report"),
    ("2026-03-01", "1 month beginning with", "2026-03-31", "a month beginning with the 1st is that month"),
    ("2026-01-31", "1 month beginning with", "2026-02-28", "no corresponding date: the last of the month"),
    ("2026-01-05", "1 month beginning with", "2026-02-04", "the day before the corresponding date"),
    ("2024-02-29", "1 year beginning with", "2025-02-28", "a year beginning with a leap day"),
    ("2026-11-23", "1 working day beginning with", "2026-11-23", "a Monday is its own day 1"),
    ("2026-11-21", "1 working day beginning with", "2026-11-23", "a Saturday's day 1 is Monday"),
    ("2026-11-23", "5 working days beginning with", "2026-11-27", "Monday to Friday"),
    ("2026-11-18", "1 week to the end of the week", "2026-11-29", "run on to Sunday"),
    ("2026-11-18", "1 month to the end of the month", "2026-12-31", "run on to the month's end"),
    ("2026-11-18", "1 year to the end of the year", "2027-12-31", "run on to the year's end"),
]

BACKWARD = [
    ("2027-01-21", "3 working days", "2027-01-18", "a report three days before the review"),
    ("2027-01-04", "3 working days", "2026-12-29", "back over New Year's Day and a weekend"),
    ("2026-04-07", "1 working day", "2026-04-02", "back over Easter"),
    ("2026-04-05", "1 working day", "2026-04-02", "back from Easter Sunday"),
    ("2026-11-23", "1 working day", "2026-11-20", "back over a weekend"),
    ("2026-12-29", "5 working days", "2026-12-18", "back over Christmas"),
    ("2026-05-26", "10 working days", "2026-05-11", "back over the Spring holiday"),
    ("2026-03-31", "1 month", "2026-02-28", "back to a short month"),
    ("2028-03-31", "1 month", "2028-02-29", "back to a leap day"),
    ("2026-06-30", "2 weeks", "2026-06-16", "two weeks' notice"),
    ("2026-03-01", "1 day", "2026-02-28", "back over the month's end"),
    ("2028-03-01", "1 day", "2028-02-29", "back to a leap day"),
    ("2025-02-28", "1 year", "2024-02-28", "a year back"),
]


@pytest.mark.parametrize(("start", "interval", "due", "why"), FORWARD)
def test_forward(start, interval, due, why):
    assert forward(date.fromisoformat(start), read_interval(interval), ENGLAND).isoformat() == due, why


@pytest.mark.parametrize(("end", "interval", "start", "why"), BACKWARD)
def test_backward(end, interval, start, why):
    assert backward(date.fromisoformat(end), read_interval(interval), ENGLAND).isoformat() == start, why


@pytest.mark.parametrize("months", [1, 3, 6, 11, 12, 18])
def test_months_agree_with_dateutil_on_every_day_of_four_years(months):
    interval = read_interval(f"{months} month{'s' if months > 1 else ''}")
    for offset in range(4 * 365 + 1):
        start = date(2026, 1, 1) + timedelta(days=offset)
        assert forward(start, interval, ENGLAND) == start + relativedelta(months=months)
        assert backward(start, interval, ENGLAND) == start - relativedelta(months=months)


@pytest.mark.parametrize(
    ("born", "age", "reached"),
    [
        ("2012-05-03", 18, "2030-05-03"),
        ("2012-02-29", 16, "2028-02-29"),
        ("2012-02-29", 18, "2030-03-01"),
        ("2012-02-29", 5, "2017-03-01"),
        ("2012-12-31", 5, "2017-12-31"),
        ("2012-03-01", 5, "2017-03-01"),
    ],
)
def test_birthdays(born, age, reached):
    """A child of 29 February is a year older on 1 March (C4)."""
    assert birthday(date.fromisoformat(born), age).isoformat() == reached


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a fortnight", "'a fortnight' is not an interval. Write a number and a unit, for example 14 days."),
        ("", "'' is not an interval. Write a number and a unit, for example 14 days."),
        ("5 school days", "'5 school days' counts school days, which needs school calendars: not built yet."),
        ("4 school weeks", "'4 school weeks' counts school weeks, which needs school calendars: not built yet."),
        ("3 moons", "'moons' is not a unit of time."),
        ("0 days", "An interval of 0 is written: same day."),
        ("1 month to the end of the term", "'to the end of the term' is not built. Write week, month or year."),
        ("-3 days", "'-3 days' is not an interval."),
    ],
)
def test_what_cannot_be_read_says_what_to_write(text, says):
    with pytest.raises(IntervalError) as refused:
        read_interval(text)
    assert str(refused.value).startswith(says)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("45 working days", "45 working days"),
        ("1 working days", "1 working day"),
        ("1 week", "1 week"),
        ("same day", "the same day"),
        ("28 days beginning with", "28 days"),
        ("1 month to the end of the month", "1 month, to the end of the month"),
    ],
)
def test_words(text, words):
    assert read_interval(text).words == words
