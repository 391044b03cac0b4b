"""The engine's two questions: what is due for this subject, and what does an item mean today."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from . import chain, each
from . import go_live as at_go_live
from .calendars import Calendars
from .facts import Facts
from .items import NOT_BEFORE, OPEN, TOO_EARLY, DueItem
from .obligations import obligations
from .points import LONDON
from .rule import Rules
from .timeline import Timeline

NO_GO_LIVE: Mapping[str, date] = MappingProxyType({})


def due_items(
    facts: Facts,
    rules: Rules,
    calendars: Calendars,
    *,
    go_live: Mapping[str, date] = NO_GO_LIVE,
    known_at: datetime | None = None,
    horizon: date | None = None,
) -> list[DueItem]:
    """Everything owed about one subject, closed and open, by what stands (or stood at `known_at`).

    A pure function: the order of events does not matter, today does not enter, and the same facts give the same items.
    `go_live`: for each source of imported events, the day from which its unmet duties are judged. `horizon`: how far
    rules of the form `each: week` are written out; without it, as far as anything is known to have happened.
    """
    timeline = Timeline(facts, known_at)
    candidates = {
        editions.key: editions for kind in timeline.kinds for editions in rules.by_trigger.get((facts.kind, kind), ())
    }
    found: list[DueItem] = []
    duties: list[at_go_live.Visited] = []
    for key in sorted(candidates):
        editions = candidates[key]
        opened = list(obligations(editions, timeline))
        if editions.first.visiting and go_live:
            duties.extend(at_go_live.visited(opened, go_live))
        for obligation in opened:
            if editions.first.each:
                until = horizon or timeline.last_day or obligation.since
                found.extend(each.items_of(obligation, go_live, until))
            else:
                found.extend(chain.items_of(obligation, calendars, go_live))
    if duties:
        for editions in rules.at_go_live:
            if editions.first.subject == facts.kind:
                found.extend(at_go_live.items_of(editions, duties, timeline, calendars))
    return found


def state(item: DueItem, today: date, now: datetime | None = None) -> str:
    """What the item means today.

    open, overdue, paused, met, met_late, ended, missed, not_judged, cannot_tell; and for not-before rules not_yet,
    allowed, done_too_early. Exactly at the limit is in time. `now` (aware) decides items that count hours.
    """
    if item.status == OPEN:
        late = "missed" if item.period else "overdue"
        return late if _past(item, today, now) else "open"
    if item.status == NOT_BEFORE:
        return "not_yet" if item.due_on is not None and today < item.due_on else "allowed"
    return "done_too_early" if item.status == TOO_EARLY else item.status


def _past(item: DueItem, today: date, now: datetime | None) -> bool:
    if item.due_at is not None and now is not None:
        return now.astimezone(LONDON) > item.due_at
    return item.due_on is not None and item.due_on < today
