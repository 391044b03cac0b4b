"""Working days, against dates worked out another way.

The expected dates were made with numpy's business days from the government's own list below, and each is checked here
again with dateutil. The engine's table comes from the `holidays` package, so a fault in any of the three shows.
"""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import DAILY, FR, MO, TH, TU, WE, rrule, rruleset

from alongside.record.timescales.engine.calendars import Calendars

ENGLAND = Calendars.england()

# gov.uk/bank-holidays, England and Wales: weekdays only, with the substitute days and the one-offs.
YEARS = [
    "2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26",
    "2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28",
    "2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28",
    "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27",
    "2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26",
    "2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26",
    "2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26",
    "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
    "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28",
    "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26",
]
BANK_HOLIDAYS = [day for year in YEARS for day in year.split()]

# (counted from, working days, due, what makes it hard)
CASES = [
    ("2026-11-09", 45, "2027-01-14", "the prototype's assessment: two Christmas bank holidays and New Year"),
    ("2026-11-20", 1, "2026-11-23", "Friday night: the date of receipt stands, due Monday"),
    ("2026-11-21", 1, "2026-11-23", "received on a Saturday: due Monday, not Tuesday (C8)"),
    ("2026-11-22", 1, "2026-11-23", "received on a Sunday: due Monday"),
    ("2026-11-23", 1, "2026-11-24", "an ordinary Monday"),
    ("2026-04-02", 1, "2026-04-07", "Maundy Thursday: over Easter"),
    ("2026-04-03", 1, "2026-04-07", "received on Good Friday"),
    ("2026-04-04", 1, "2026-04-07", "received on Easter Saturday"),
    ("2026-04-06", 1, "2026-04-07", "received on Easter Monday"),
    ("2026-12-24", 1, "2026-12-29", "Christmas Eve: Boxing Day moved to Monday 28th"),
    ("2026-12-25", 1, "2026-12-29", "received on Christmas Day"),
    ("2026-12-26", 1, "2026-12-29", "received on a Saturday Boxing Day"),
    ("2026-12-28", 1, "2026-12-29", "received on the substitute day"),
    ("2026-12-31", 1, "2027-01-04", "New Year's Eve"),
    ("2027-12-24", 1, "2027-12-29", "Christmas on a Saturday: 27th and 28th are moved holidays"),
    ("2027-12-24", 3, "2027-12-31", "same, three days"),
    ("2021-12-24", 2, "2021-12-30", "Christmas 2021 on Saturday"),
    ("2022-12-23", 1, "2022-12-28", "Christmas 2022 on Sunday: 26th and 27th"),
    ("2022-12-30", 1, "2023-01-03", "New Year's Day 2023 on Sunday: 2 January"),
    ("2022-01-01", 1, "2022-01-04", "New Year's Day 2022 on Saturday: 3 January"),
    ("2020-05-07", 1, "2020-05-11", "early May moved to Friday 8 May 2020"),
    ("2020-05-01", 1, "2020-05-04", "Monday 4 May 2020 was a working day"),
    ("2020-04-09", 45, "2020-06-17", "45 over Easter, the moved May day and Spring 2020"),
    ("2022-06-01", 1, "2022-06-06", "Platinum Jubilee, 2 and 3 June 2022"),
    ("2022-05-20", 10, "2022-06-07", "ten days over the Jubilee"),
    ("2022-05-27", 1, "2022-05-30", "30 May 2022 was a working day: the holiday had moved"),
    ("2022-09-16", 1, "2022-09-20", "the Queen's funeral, Monday 19 September 2022"),
    ("2022-09-01", 15, "2022-09-23", "15 over the funeral"),
    ("2022-08-01", 45, "2022-10-05", "45 over August holiday and the funeral"),
    ("2023-05-05", 1, "2023-05-09", "the Coronation, Monday 8 May 2023"),
    ("2023-04-28", 10, "2023-05-16", "ten over both May holidays of 2023"),
    ("2023-04-06", 45, "2023-06-15", "45 over Easter and three May holidays 2023"),
    ("2024-03-28", 1, "2024-04-02", "Easter 2024, over the month end"),
    ("2024-02-28", 1, "2024-02-29", "to a leap day"),
    ("2024-02-29", 1, "2024-03-01", "from a leap day"),
    ("2024-02-26", 10, "2024-03-11", "over a leap day"),
    ("2028-02-28", 1, "2028-02-29", "to the leap day of 2028"),
    ("2028-02-29", 10, "2028-03-14", "from the leap day of 2028"),
    ("2027-03-25", 1, "2027-03-30", "Easter in March 2027"),
    ("2028-04-13", 1, "2028-04-18", "Easter 2028"),
    ("2028-01-01", 1, "2028-01-04", "New Year's Day 2028 on Saturday"),
    ("2025-12-24", 10, "2026-01-12", "ten over Christmas 2025"),
    ("2025-12-01", 15, "2025-12-22", "15 before Christmas 2025"),
    ("2025-12-10", 15, "2026-01-05", "15 over Christmas 2025"),
    ("2026-08-28", 1, "2026-09-01", "August bank holiday"),
    ("2026-08-03", 45, "2026-10-06", "45 over August"),
    ("2026-05-01", 1, "2026-05-05", "early May"),
    ("2026-05-22", 1, "2026-05-26", "Spring holiday"),
    ("2026-03-27", 10, "2026-04-14", "ten over Easter 2026"),
    ("2026-03-27", 15, "2026-04-21", "15 over Easter"),
    ("2026-03-30", 5, "2026-04-08", "5 over Easter"),
    ("2019-04-18", 1, "2019-04-23", "Easter 2019"),
    ("2019-12-24", 5, "2020-01-03", "Christmas 2019"),
    ("2021-04-01", 1, "2021-04-06", "Easter 2021, from 1 April"),
    ("2025-04-17", 1, "2025-04-22", "Easter 2025"),
    ("2025-05-02", 20, "2025-06-03", "20 over May 2025"),
    ("2026-10-23", 1, "2026-10-26", "over the October clock change"),
    ("2026-03-27", 1, "2026-03-30", "over the March clock change"),
    ("2027-10-29", 1, "2027-11-01", "over the 2027 clock change"),
    ("2026-01-31", 20, "2026-02-27", "from a Saturday month end"),
    ("2026-02-28", 10, "2026-03-13", "from a Saturday month end in February"),
    ("2027-01-01", 45, "2027-03-05", "from New Year's Day 2027"),
    ("2024-12-31", 5, "2025-01-08", "over New Year 2025"),
    ("2026-12-01", 45, "2027-02-05", "45 from 1 December 2026"),
    ("2026-12-24", 45, "2027-03-02", "45 from Christmas Eve 2026"),
    ("2027-05-28", 1, "2027-06-01", "Spring holiday on 31 May 2027"),
    ("2028-12-22", 1, "2028-12-27", "Christmas 2028: Monday and Tuesday"),
]


def by_another_route(start: date, count: int) -> date:
    """The count-th weekday after `start` that is not in the list, by dateutil."""
    days = rruleset()
    first = datetime.fromordinal(start.toordinal() + 1)
    days.rrule(rrule(DAILY, dtstart=first, byweekday=(MO, TU, WE, TH, FR)))
    for day in BANK_HOLIDAYS:
        days.exdate(datetime.fromisoformat(day))
    return days[count - 1].date()


@pytest.mark.parametrize(("start", "count", "due", "why"), CASES)
def test_due_day(start, count, due, why):
    assert ENGLAND.after(date.fromisoformat(start), count) == date.fromisoformat(due), why
    assert by_another_route(date.fromisoformat(start), count) == date.fromisoformat(due), why


@pytest.mark.parametrize(("start", "count", "due", "why"), CASES)
def test_counting_back_and_between_agree(start, count, due, why):
    """From the due day the same number back is the last working day on or before the start."""
    first, last = date.fromisoformat(start), date.fromisoformat(due)
    assert ENGLAND.between(first, last) == count, why
    assert ENGLAND.before(last, count) == ENGLAND.on_or_before(first), why


@pytest.mark.parametrize("year", range(2019, 2029))
def test_the_whole_year_of_bank_holidays(year):
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    ours = [day.isoformat() for day in days if day.weekday() < 5 and ENGLAND.bank_holiday(day)]
    assert ours == [day for day in BANK_HOLIDAYS if day.startswith(str(year))]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-12-25", "Christmas Day"),
        ("2026-12-28", "Boxing Day, moved"),
        ("2026-04-03", "Good Friday"),
        ("2020-05-08", "Early May bank holiday"),
        ("2022-09-19", "State Funeral of Queen Elizabeth II"),
        ("2023-05-08", "Coronation of Charles III"),
        ("2026-12-29", None),
    ],
)
def test_names(day, name):
    assert ENGLAND.bank_holiday(date.fromisoformat(day)) == name


def test_a_proclaimed_holiday_moves_the_due_day():
    """Proclaimed holidays come at short notice, before the package knows them."""
    wiser = Calendars.england(extra={date(2026, 12, 29): "A day of celebration"})
    assert ENGLAND.after(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert wiser.after(date(2026, 12, 24), 1) == date(2026, 12, 30)
    assert wiser.bank_holiday(date(2026, 12, 29)) == "A day of celebration"


def test_a_holiday_taken_back_is_a_working_day():
    """In 2020 the early May holiday moved after calendars had been printed."""
    moved = Calendars.england(removed=[date(2026, 5, 4)])
    assert moved.after(date(2026, 5, 1), 1) == date(2026, 5, 4)


def test_council_closure_days_count():
    """29 to 31 December 2026: offices shut, but working days in law."""
    assert all(ENGLAND.is_working(date(2026, 12, day)) for day in (29, 30, 31))


@pytest.mark.parametrize("year", [1066, 1899, 2200, 2450])
def test_a_doubtful_year_from_a_file_does_not_break_the_sum(year):
    """No bank holidays are known there; weekends still are."""
    first = date(year, 6, 1)
    monday = first + timedelta(days=-first.weekday() % 7)
    due = ENGLAND.after(monday, 5)
    assert due == monday + timedelta(days=7)
    assert ENGLAND.before(due, 5) == monday
    assert ENGLAND.between(monday, due) == 5


def test_past_the_end_of_the_calendar_is_an_error_not_a_loop():
    with pytest.raises(OverflowError):
        ENGLAND.after(date(9999, 12, 30), 10)
