"""The grey sentence under a due item: why this date. Always with the year, so that it may be stored."""

from datetime import date

from .counting import Due
from .intervals import Interval

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def on(day: date) -> str:
    """"9 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(interval: Interval, words: str, day: date, *, back: bool = False, not_before: bool = False) -> str:
    """"45 working days from the referral on 9 November 2026"."""
    if interval.number == 0:
        text = f"The same day as {words}, {on(day)}"
    elif back:
        text = f"{interval.words} before {words} on {on(day)}"
    elif interval.inclusive:
        text = f"{interval.words} beginning with {words} on {on(day)}"
    else:
        text = f"{interval.words} from {words} on {on(day)}"
    return f"Not before: {text}" if not_before else text


def after_that(due: Due) -> str:
    """What else moved the date, as sentences that follow."""
    said = []
    if due.stopped_since:
        said.append(f" The clock is stopped since {on(due.stopped_since)}.")
    elif due.pauses:
        said.append(f" The clock stood still for {_days(sum((go - stop).days for stop, go in due.pauses))}.")
    if due.rolled:
        said.append(" Moved to the next working day, as this rule says.")
    if due.no_time:
        said.append(" The time of day is not known, so counted from the start of the day.")
    return f".{''.join(said)}" if said else ""


def not_judged(go_live: date) -> str:
    """Said of what fell due in an earlier system."""
    return f". It fell due before this record began on {on(go_live)}, so it is not judged."


def fresh_start(interval: Interval, go_live: date) -> str:
    """Said of a chain that starts again on the go-live day."""
    return f"{interval.words} from {on(go_live)}, the day this record began. What fell due before is not judged"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
