"""Why is this due: everything the page needs to draw the counting and show its source. Made only when asked for."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from . import words
from .calendars import SATURDAY, Calendars
from .facts import Fact, Facts
from .items import DueItem
from .ladder import Telling, tellings
from .rule import Rule, Rules
from .timeline import Timeline

MOST_DAYS = 800
CONFIDENCE = {
    "V": "Read in the provision itself",
    "S": "Read in a page about it, not in the source itself",
    "M": "Not yet checked against its source",
    "L": "Local: there is no national number",
}
FORCE = {"law": "Law", "guidance": "Statutory guidance", "local": "Local"}


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the counting. `kind`: zero, counted, passed (by months or weeks), weekend, bank_holiday or stopped.

    `number` is its place in the count, None if it is skipped. `reason` says why it is skipped.
    """

    day: date
    kind: str
    number: int | None = None
    reason: str = ""
    due: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """The arithmetic of one due item as days, and what stands beside it on the page.

    The words and the source are `rule.about`, the dates are the `item`'s. `opened_by`, `closed_by` and `reads` are the
    standing events, None where there is none. `days` begins with day 0 and ends with the due day (counted back, the
    due day comes first); it is empty where nothing is counted by days. `interval` is the length in words.
    """

    item: DueItem
    rule: Rule
    interval: str
    opened_by: Fact | None
    closed_by: Fact | None
    reads: tuple[Fact, ...]
    days: tuple[Day, ...]
    bank_holidays: tuple[Day, ...]
    earlier_editions: tuple[str, ...]
    confidence_words: str
    force_words: str
    tellings: tuple[Telling, ...]


def explain(item: DueItem, facts: Facts, rules: Rules, calendars: Calendars) -> Explanation:
    """Explain an item that `due_items` made from these facts. KeyError if nobody defines its rule any more."""
    rule = rules.get(item.rule, item.edition)
    if rule is None:
        raise KeyError(item.rule)
    timeline = Timeline(facts)
    days = counting(item, calendars)
    return Explanation(
        item=item,
        rule=rule,
        interval=item.interval.words if item.interval else "",
        opened_by=timeline.standing(item.opened_by),
        closed_by=timeline.standing(item.closed_by),
        reads=_facts(item.reads, timeline),
        days=days,
        bank_holidays=tuple(day for day in days if day.kind == "bank_holiday"),
        earlier_editions=_earlier(rule, rules),
        confidence_words=CONFIDENCE[rule.about.confidence],
        force_words=FORCE[rule.about.force],
        tellings=tellings(item, rule, calendars),
    )


def find_item(items: list[DueItem], rule: str, obligation: str, step: int) -> DueItem | None:
    """The item with this identity, or None."""
    return next((item for item in items if item.identity == (rule, obligation, step)), None)


def counting(item: DueItem, calendars: Calendars) -> tuple[Day, ...]:
    """Every day from day 0 to the due day, in order, with its number or the reason it is skipped."""
    zero, due, interval = item.counted_from, item.due_on, item.interval
    if zero is None or due is None or interval is None or abs((due - zero).days) > MOST_DAYS:
        return ()
    step = timedelta(days=-1 if due < zero else 1)
    days: list[Day] = []
    number = 0
    for index in range(abs((due - zero).days) + 1):
        day = zero + step * index
        if index == 0 and not interval.inclusive:
            days.append(Day(day, "zero", due=day == due))
            continue
        kind, reason = _kind(day, interval.unit, item, calendars)
        if kind == "counted":
            number += 1
        days.append(Day(day, kind, number if kind == "counted" else None, reason, day == due))
    return tuple(days if due >= zero else reversed(days))


def _kind(day: date, unit: str, item: DueItem, calendars: Calendars) -> tuple[str, str]:
    stopped = next((pause for pause in item.pauses if pause[0] <= day < pause[1]), None)
    if stopped:
        return "stopped", f"the clock stood still from {words.on(stopped[0])} to {words.on(stopped[1])}"
    if unit == "working days":
        if day.weekday() >= SATURDAY:
            return "weekend", "weekend"
        holiday = calendars.bank_holiday(day)
        return ("bank_holiday", holiday) if holiday else ("counted", "")
    return ("counted" if unit == "days" else "passed"), ""


def _earlier(rule: Rule, rules: Rules) -> tuple[str, ...]:
    before = (each for each in rules.by_key[rule.key].all if each.in_force_from < rule.in_force_from)
    return tuple(each.edition for each in before)


def _facts(ids: tuple[UUID, ...], timeline: Timeline) -> tuple[Fact, ...]:
    found = (timeline.standing(each) for each in ids)
    return tuple(fact for fact in found if fact is not None)
