"""From a point and an interval to a due day: forward or back, over pauses, with a roll where the rule says so."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from .calendars import Calendars
from .intervals import Interval, backward, forward
from .points import LONDON, Found, start_of

Pauses = tuple[tuple[date, date | None], ...]


@dataclass(frozen=True, slots=True)
class Due:
    """When it falls due. `on` None: the clock is stopped since `stopped_since`, or the sum runs off the calendar."""

    on: date | None
    at: datetime | None = None
    pauses: tuple[tuple[date, date], ...] = ()
    stopped_since: date | None = None
    no_time: bool = False
    rolled: bool = False


def due(point: Found, interval: Interval, calendars: Calendars, *, back: bool, pauses: Pauses, roll: bool) -> Due:
    """Interval, then pauses, then roll. Hours are elapsed time, whatever the clocks do."""
    try:
        if interval.unit == "hours":
            return _hours(point, interval, back)
        if back:
            return Due(backward(point.day, interval, calendars))
        counted = _over_pauses(point.day, forward(point.day, interval, calendars), interval, calendars, pauses)
        if roll and counted.on and not calendars.is_working(counted.on):
            return Due(calendars.after(counted.on, 1), None, counted.pauses, rolled=True)
        return counted
    except (OverflowError, ValueError):
        return Due(None)


def _hours(point: Found, interval: Interval, back: bool) -> Due:
    instant = (point.at or start_of(point.day)).astimezone(UTC)
    length = timedelta(hours=interval.number)
    instant = instant - length if back else instant + length
    return Due(instant.astimezone(LONDON).date(), instant, no_time=point.at is None)


def _over_pauses(start: date, day: date, interval: Interval, calendars: Calendars, pauses: Pauses) -> Due:
    """The days from a stop up to, not with, its restart do not count. A stop after the due day changes nothing."""
    used: list[tuple[date, date]] = []
    for stop, go in pauses:
        if stop > day:
            break
        if go is None:
            return Due(None, None, tuple(used), stopped_since=stop)
        first = max(stop, start)
        if go <= first:
            continue
        used.append((first, go))
        if interval.unit != "working days":
            day += go - first
            continue
        eve = first - timedelta(days=1)
        lost = calendars.between(max(eve, start), day)
        if go > day and lost:
            day = calendars.after(go - timedelta(days=1), lost)
        else:
            day = _later(day, eve, start, go, calendars)
    return Due(day, None, tuple(used))


def _later(day: date, eve: date, start: date, go: date, calendars: Calendars) -> date:
    """The due day, moved by the working days that were stopped before it."""
    stopped = calendars.between(max(eve, start), go - timedelta(days=1))
    return calendars.after(day, stopped) if stopped else day
