"""Whom to tell, and when: each rung on its own day, or on the last working day before it if that day is none."""

from dataclasses import dataclass
from datetime import date

from .calendars import Calendars
from .intervals import Interval, backward, forward
from .items import UNFINISHED, DueItem
from .rule import Rule, Rung


@dataclass(frozen=True, slots=True)
class Telling:
    """One rung with its day. `moved_from`: the day it would have fallen on, were it a working day."""

    day: date
    tell: tuple[str, ...]
    safety: bool
    words: str
    moved_from: date | None = None


def tellings(item: DueItem, rule: Rule, calendars: Calendars) -> tuple[Telling, ...]:
    """The rungs of an unfinished item that has a due day, soonest first."""
    if item.due_on is None or item.status not in UNFINISHED:
        return ()
    try:
        found = [_telling(rung, item.due_on, calendars) for rung in rule.ladder]
    except (OverflowError, ValueError):  # a due day at the end of the calendar, from a doubtful date in a file
        return ()
    return tuple(sorted(found, key=lambda each: each.day))


def _telling(rung: Rung, due: date, calendars: Calendars) -> Telling:
    day, words = due, "On the day it is due"
    if rung.offset is not None:
        move = forward if rung.after else backward
        day = move(due, rung.offset, calendars)
        words = _words(rung.offset, rung.after)
    staffed = calendars.on_or_before(day)
    return Telling(staffed, rung.tell, rung.safety, words, day if staffed != day else None)


def _words(offset: Interval, after: bool) -> str:
    return f"{offset.words} {'after' if after else 'before'} it is due"
