"""P-07, "Not seen since before go-live": nobody falls through the gap between the old system and this one.

A visiting rule whose chain came in by a file starts afresh on the go-live day. That alone would say of a child nobody
has seen for months that nothing is late. So every such child who is not known to have been seen within the rule's
interval stands on a list of its own, until seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from . import words
from .calendars import Calendars
from .chain import go_live_of
from .facts import Fact
from .intervals import forward
from .items import ENDED, MET, MET_LATE, MISSED, OPEN, DueItem
from .obligations import Obligation
from .points import ids
from .rule import Editions, Rule
from .timeline import Timeline


@dataclass(frozen=True, slots=True)
class Visited:
    """A visiting duty that ran on a go-live day and came in by a file."""

    obligation: Obligation
    live: date
    rule: Rule


def visited(obligations: Iterable[Obligation], go_live: Mapping[str, date]) -> Iterator[Visited]:
    """Those visiting duties that an import brought and that ran on its go-live day."""
    for each in obligations:
        rule = each.editions.first
        live = go_live_of(each.opener.source, go_live) if rule.visiting else None
        if live is None or each.since >= live:
            continue
        end = each.end()
        if end is None or end[0] > live:
            yield Visited(each, live, each.editions.on(live) or rule)


def items_of(editions: Editions, duties: list[Visited], timeline: Timeline, calendars: Calendars) -> Iterator[DueItem]:
    """One item for each go-live day on which the child was not known to be seen."""
    for live in sorted({duty.live for duty in duties}):
        rule = editions.on(live)
        if rule is None:
            continue
        pool = timeline.matching(rule.done_by)
        seen = [fact for fact in pool if fact.day < live]
        last = seen[-1] if seen else None
        unseen = [duty for duty in duties if duty.live == live and _too_long(duty, last, calendars)]
        if unseen:
            done = next((fact for fact in pool if fact.day >= live), None)
            yield _item(rule, unseen, live, last, done, calendars)


def _too_long(duty: Visited, last: Fact | None, calendars: Calendars) -> bool:
    """Whether the last seen is unknown, or older on the go-live day than any interval of the visiting rule allows."""
    if last is None:
        return True
    intervals = [case.interval for case in duty.rule.cases(len(duty.rule.steps))]
    return any(forward(last.day, interval, calendars) < duty.live for interval in intervals)


def _item(
    rule: Rule, unseen: list[Visited], live: date, last: Fact | None, done: Fact | None, calendars: Calendars
) -> DueItem:
    opener = unseen[0].obligation.opener
    interval = rule.cases(1)[0].interval
    due = forward(live, interval, calendars)
    ends = [duty.obligation.end() for duty in unseen]
    over = max((end for end in ends if end), key=lambda end: end[0], default=None) if all(ends) else None
    if done is not None and over is not None and done.day > over[0]:
        done = None
    status, closed_by, closed_on = OPEN, None, None
    if done is not None:
        status, closed_by, closed_on = (MET_LATE if done.day > due else MET), done.id, done.day
    elif over is not None:
        status, closed_by, closed_on = (MISSED if over[0] > due else ENDED), over[1], over[0]
    reads = tuple(fact for fact in (opener, last, done) if fact is not None)
    return DueItem(
        rule=rule.key,
        edition=rule.edition,
        obligation=f"go_live:{live.isoformat()}",
        step=1,
        status=status,
        owed_by=rule.about.owed_by,
        because=_because(interval.words, live, last),
        opened_by=unseen[0].obligation.opened_by,
        counted_from=live,
        due_on=due,
        closed_by=closed_by,
        closed_on=closed_on,
        case=opener.case,
        restriction=max(fact.restriction for fact in reads),
        interval=interval,
        reads=ids(reads),
    )


def _because(length: str, live: date, last: Fact | None) -> str:
    seen = f"Last known to be seen on {words.on(last.day)}" if last else "Not known to have been seen"
    return f"{seen}. {length} from {words.on(live)}, the day this record began"
