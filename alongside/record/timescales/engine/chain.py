"""One obligation, followed step by step to what closed it or to the one item that is still open."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from . import words
from .calendars import Calendars
from .counting import Due, Pauses, due
from .facts import Fact
from .items import (
    CANNOT_TELL,
    ENDED,
    MET,
    MET_LATE,
    MISSED,
    NOT_BEFORE,
    NOT_JUDGED,
    OPEN,
    PAUSED,
    TOO_EARLY,
    DueItem,
)  # fmt: skip
from .obligations import Obligation
from .points import Found, Judged, Missing, find, ids, start_of
from .rule import Case, Rule

End = tuple[date, UUID | None] | None


@dataclass(slots=True)
class Standing:
    """Where a chain stands: the step to judge, what opened it and when."""

    step: int
    position: int
    opening: Fact | None
    day: date
    at: datetime | None = None
    restarted: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The case of a step that won, the point it counts from, the due day, and the facts read on the way."""

    rule: Rule
    case: Case
    point: Found | Missing
    due: Due
    reads: tuple[Fact, ...]


def go_live_of(source: str, go_live: Mapping[str, date]) -> date | None:
    """The go-live day of a source: by its full name ("census:2026"), else by its first word ("census")."""
    if not source or not go_live:
        return None
    return go_live.get(source) or go_live.get(source.partition(":")[0])


def items_of(obligation: Obligation, calendars: Calendars, go_live: Mapping[str, date]) -> Iterator[DueItem]:
    """The items of one obligation, oldest first: all closed but perhaps the last.

    Every step begins after the one before (a restart: on the go-live day), so this ends: there are no more steps than
    satisfying events, and at most one restart.
    """
    opener = obligation.opener
    standing: Standing | None = Standing(1, 1, opener, opener.day, opener.at, first=True)
    while standing is not None:
        item, following = _judge(obligation, standing, calendars, go_live)
        if item is not None:
            yield item
        if following is not None and following.day < standing.day:
            raise AssertionError(f"{obligation.editions.key} would step back to {following.day}")
        standing = following


def _judge(
    obligation: Obligation, standing: Standing, calendars: Calendars, go_live: Mapping[str, date]
) -> tuple[DueItem | None, Standing | None]:
    chosen = choose(obligation, standing, calendars)
    if chosen is None:
        return None, None
    end = _end(obligation, chosen.rule, standing, calendars)
    done = _done(obligation, chosen, standing, end)
    if end and end[0] <= standing.day and done is None:
        return None, None
    live = None if standing.restarted else go_live_of(standing.opening.source if standing.opening else "", go_live)
    status, closed_by, closed_on = _status(chosen, done, end, live)
    item = _item(obligation, standing, chosen, status, closed_by, closed_on, live)
    return item, _following(chosen.rule, standing, done, status, live, end)


def choose(obligation: Obligation, standing: Standing, calendars: Calendars) -> Chosen | None:
    """The edition in force on the point's day, and its first case that holds. None: nothing opens."""
    rule = obligation.editions.on(standing.day)
    if rule is None:
        first = obligation.editions.first
        if not first.enters_running or standing.day >= first.in_force_from:
            return None
        rule = first
    chosen = _case(rule, obligation, standing, calendars)
    if chosen is None or isinstance(chosen.point, Missing):
        return chosen
    right = obligation.editions.on(chosen.point.day)
    if right is None and not rule.enters_running:
        return None
    return chosen if right in (None, rule) else _case(right, obligation, standing, calendars)


def _case(rule: Rule, obligation: Obligation, standing: Standing, calendars: Calendars) -> Chosen | None:
    opener = Found(standing.day, standing.at, (standing.opening,) if standing.opening else ())
    for case in rule.cases(standing.position):
        point: Found | Missing = opener
        if not standing.restarted:
            point = find(case.point, obligation, opener, standing.opening, calendars)
        if isinstance(point, Missing):
            if point.waits and not case.conditions:
                return None
            if case.conditions:
                continue
            return Chosen(rule, case, point, Due(None), opener.reads)
        if rule.enters_running and point.day < obligation.editions.first.in_force_from:
            point = Found(obligation.editions.first.in_force_from, None, point.reads)
        reads = _reads(case, Judged(obligation, opener, standing.opening, point, case.interval, calendars))
        if reads is None:
            continue
        pauses = _pauses(rule, obligation, point.day)
        when = due(point, case.interval, calendars, back=case.backward, pauses=pauses, roll=rule.roll)
        return Chosen(rule, case, point, when, (*opener.reads, *point.reads, *reads))
    return None


def _reads(case: Case, judged: Judged) -> tuple[Fact, ...] | None:
    """The facts its conditions read, or None if one of them does not hold."""
    reads: tuple[Fact, ...] = ()
    for condition in case.conditions:
        holds, read = judged.holds(condition)
        if not holds:
            return None
        reads += read
    return reads


def _pauses(rule: Rule, obligation: Obligation, start: date) -> Pauses:
    """Pairs of stop and restart. A restart belongs to the first stop before it; a second stop while stopped is none."""
    if rule.pause is None:
        return ()
    starts = [(fact.day, True) for fact in obligation.pool(rule.pause[0])]
    goes = [(fact.day, False) for fact in obligation.pool(rule.pause[1])]
    pairs: list[tuple[date, date | None]] = []
    stopped: date | None = None
    for day, stops in sorted([*starts, *goes], key=lambda each: (each[0], not each[1])):
        if stops and stopped is None:
            stopped = day
        elif not stops and stopped is not None:
            pairs.append((stopped, day))
            stopped = None
    if stopped is not None:
        pairs.append((stopped, None))
    return tuple(pair for pair in pairs if pair[1] is None or pair[1] > start)


def _end(obligation: Obligation, rule: Rule, standing: Standing, calendars: Calendars) -> End:
    """The first of: its episode or case ending, an `until` event, an `until` point."""
    ends = [end for end in (obligation.end(),) if end]
    pool = obligation.pool(rule.until)
    for fact in pool[bisect_left(pool, obligation.since, key=lambda each: each.day) :]:
        if fact.id != obligation.opener.id:
            ends.append((fact.day, fact.id))
            break
    opener = Found(standing.day, standing.at)
    for point in rule.until_points:
        found = find(point, obligation, opener, standing.opening, calendars)
        if isinstance(found, Found):
            ends.append((found.day, None))
    return min(ends, key=lambda end: end[0], default=None)


def _done(obligation: Obligation, chosen: Chosen, standing: Standing, end: End) -> Fact | None:
    """The first event that meets this step, on or before the day it ended. An event never meets what it opened."""
    pool = obligation.pool(chosen.rule.done_by)
    first_day = obligation.since if standing.first else standing.day
    if standing.first and chosen.rule.earlier_counts:
        first_day = date.min
    hours = chosen.case.interval.unit == "hours"
    for fact in pool[bisect_left(pool, first_day, key=lambda each: each.day) :]:
        if end and fact.day > end[0]:
            return None
        if _meets(fact, obligation, standing, hours):
            return fact
    return None


def _meets(fact: Fact, obligation: Obligation, standing: Standing, hours: bool) -> bool:
    if standing.opening is not None and fact.id == standing.opening.id:
        return False
    if standing.first:
        back_to = obligation.previous_end
        return fact.day >= obligation.since or back_to is None or fact.day > back_to
    if standing.restarted or fact.day > standing.day:
        return True
    return hours and bool(fact.at and standing.at and fact.at > standing.at)


def _status(chosen: Chosen, done: Fact | None, end: End, live: date | None) -> tuple[str, UUID | None, date | None]:
    """Status, and what closed it and when. The dates alone decide: never today."""
    on = chosen.due.on
    if chosen.rule.not_before:
        return _not_before(chosen, done, end)
    judged = live is None or on is None or on >= live
    if done is not None and (judged or live is None or done.day < live or not chosen.rule.restarts):
        return (MET_LATE if _late(done, chosen.due) else MET), done.id, done.day
    if end is not None and (judged or live is None or end[0] <= (on or end[0]) or end[0] <= live):
        if on is None or end[0] <= on:
            return ENDED, end[1], end[0]
        return (MISSED if judged else NOT_JUDGED), end[1], end[0]
    if not judged:
        return NOT_JUDGED, None, live
    if isinstance(chosen.point, Missing) or (on is None and chosen.due.stopped_since is None):
        return CANNOT_TELL, None, None
    return (PAUSED if on is None else OPEN), None, None


def _not_before(chosen: Chosen, done: Fact | None, end: End) -> tuple[str, UUID | None, date | None]:
    on = chosen.due.on
    if done is not None:
        return (TOO_EARLY if on and done.day < on else MET), done.id, done.day
    if end is not None:
        return ENDED, end[1], end[0]
    return (CANNOT_TELL if on is None else NOT_BEFORE), None, None


def _late(done: Fact, when: Due) -> bool:
    """Exactly at the limit is in time."""
    if when.at is not None:
        return (done.at or start_of(done.day)) > when.at
    return when.on is not None and done.day > when.on


def _following(
    rule: Rule, standing: Standing, done: Fact | None, status: str, live: date | None, end: End
) -> Standing | None:
    """The step that opens next, if one does."""
    if status == NOT_JUDGED and live is not None and rule.restarts and not (end and end[0] <= live):
        return Standing(standing.step + 1, standing.position, None, max(live, standing.day), restarted=True)
    if status not in (MET, MET_LATE) or done is None:
        return None
    if standing.position >= len(rule.steps) and not rule.repeat:
        return None
    day = max(done.day, standing.day)
    return Standing(standing.step + 1, standing.position + 1, done, day, done.at if done.day == day else None)


def _item(
    obligation: Obligation,
    standing: Standing,
    chosen: Chosen,
    status: str,
    closed_by: UUID | None,
    closed_on: date | None,
    live: date | None,
) -> DueItem:
    reads = chosen.reads
    restriction = max((fact.restriction for fact in reads), default=obligation.opener.restriction)
    if closed_by is not None and (closing := obligation.timeline.standing(closed_by)):
        reads = (*reads, closing)
        restriction = max(restriction, closing.restriction)
    point, rule = chosen.point, chosen.rule
    return DueItem(
        rule=rule.key,
        edition=rule.edition,
        obligation=obligation.id,
        step=standing.step,
        status=status,
        owed_by=rule.about.owed_by,
        because=because(chosen, standing, status, live),
        opened_by=standing.opening.id if standing.opening and not standing.first else obligation.opened_by,
        counted_from=point.day if isinstance(point, Found) else None,
        due_on=chosen.due.on,
        due_at=chosen.due.at,
        closed_by=closed_by,
        closed_on=closed_on,
        case=_case_of(obligation),
        restriction=restriction,
        interval=chosen.case.interval,
        backward=chosen.case.backward,
        pauses=chosen.due.pauses,
        restarted=standing.restarted,
        no_time=chosen.due.no_time,
        reads=ids(reads),
    )


def _case_of(obligation: Obligation) -> UUID | None:
    episode = obligation.episode
    if obligation.opener.case is not None or episode is None:
        return obligation.opener.case
    return episode.id if episode.kind == "case" else episode.case


def because(chosen: Chosen, standing: Standing, status: str, live: date | None) -> str:
    """The grey sentence of an item."""
    point, case = chosen.point, chosen.case
    if isinstance(point, Missing):
        return f"We cannot tell when: {point.why}"
    if standing.restarted:
        return words.fresh_start(case.interval, point.day)
    text = words.counted(case.interval, case.words, point.day, back=case.backward, not_before=chosen.rule.not_before)
    if chosen.due.on is None and chosen.due.stopped_since is None:
        return f"{text}: too far away to count"
    if status == NOT_JUDGED and live:
        return text + words.not_judged(live)
    return text + words.after_that(chosen.due)


