"""Once in every day, week, month or year that an episode touches. A missed period stays missed."""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from . import words
from .chain import go_live_of
from .facts import Fact
from .intervals import Interval
from .items import ENDED, MET, NOT_JUDGED, OPEN, DueItem
from .obligations import Obligation
from .points import ids
from .rule import Rule

PERIODS = ("day", "week", "month", "year")
ONE_DAY = timedelta(days=1)
FURTHEST = 9900  # a year no child lives in, but a file may hold
LONGEST = timedelta(days=366 * 26)  # a childhood and care leaving: a doubtful date in a file must not make a million


def period_end(day: date, period: str) -> date:
    """The last day of the period that holds this day. Weeks run Monday to Sunday."""
    if period == "week":
        return day + timedelta(days=6 - day.weekday())
    if period == "month":
        return day.replace(day=monthrange(day.year, day.month)[1])
    if period == "year":
        return day.replace(month=12, day=31)
    return day


def periods(start: date, end: date | None, horizon: date, period: str) -> Iterator[tuple[date, date]]:
    """The parts of periods in the episode, up to the one that holds `horizon`. The day it ended is not of it."""
    day = start
    if start.year > FURTHEST or (end is not None and end <= start):
        return
    last = min(horizon, start + LONGEST)
    if end is not None:
        last = min(last, end - ONE_DAY)
    while day <= last:
        close = period_end(day, period)
        yield day, close if end is None else min(close, end - ONE_DAY)
        day = close + ONE_DAY


def items_of(obligation: Obligation, go_live: Mapping[str, date], horizon: date) -> Iterator[DueItem]:
    """One item for every period, met or not. The event must fall in the part that the episode touched."""
    rule = obligation.editions.on(obligation.since)
    if rule is None or obligation.episode is None:
        return
    live = go_live_of(obligation.opener.source, go_live)
    end = obligation.episode.end
    pool = obligation.pool(rule.done_by)
    for step, (first, last) in enumerate(periods(obligation.since, end, horizon, rule.each), start=1):
        index = bisect_left(pool, first, key=lambda fact: fact.day)
        done = pool[index] if index < len(pool) and pool[index].day <= last else None
        yield _item(obligation, rule, step, first, last, done, live)


def _item(
    obligation: Obligation, rule: Rule, step: int, first: date, last: date, done: Fact | None, live: date | None
) -> DueItem:
    end = obligation.episode.end if obligation.episode else None
    status, closed = OPEN, None
    if done is not None:
        status, closed = MET, done.day
    elif live is not None and last < live:
        status, closed = NOT_JUDGED, live
    elif end is not None and last == end - ONE_DAY and last < period_end(last, rule.each):
        # The episode ended inside this period: what was left of it could still have been done, so it is no miss.
        status, closed = ENDED, end
    reads = (obligation.opener, done) if done else (obligation.opener,)
    return DueItem(
        rule=rule.key,
        edition=rule.edition,
        obligation=obligation.id,
        step=step,
        status=status,
        owed_by=rule.about.owed_by,
        because=f"Once in every {rule.each}: between {words.on(first)} and {words.on(last)}",
        opened_by=obligation.opened_by,
        counted_from=first,
        due_on=last,
        closed_by=done.id if done else None,
        closed_on=closed,
        case=obligation.opener.case,
        restriction=max(fact.restriction for fact in reads),
        interval=Interval((last - first).days + 1, "days", inclusive=True),
        period=True,
        reads=ids(reads),
    )
