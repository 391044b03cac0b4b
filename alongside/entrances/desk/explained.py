"""Why a date is what it is, in the words and pictures of its page. The engine explains; this only draws."""

from datetime import date
from typing import Any

from markupsafe import Markup

from alongside.entrances.desk.due_words import line, outcome
from alongside.entrances.desk.owners import Owners
from alongside.entrances.desk.views.rules import in_words
from alongside.platform.access.actor import Actor
from alongside.platform.access.roles import ROLES
from alongside.platform.common.clock import london_date, today
from alongside.platform.common.words import full_date, how_many, listed, long_date, short_date
from alongside.platform.design.drawings.counted_calendar import CountedDay, counted_months
from alongside.platform.design.drawings.day_strip import DayNote, day_strip
from alongside.record.chronology.kinds import all_kinds
from alongside.record.people.models import Person
from alongside.record.people.names import first_name
from alongside.record.timescales.engine.explanation import Day, Explanation
from alongside.record.timescales.engine.facts import Fact
from alongside.record.timescales.engine.ladder import Telling
from alongside.record.timescales.models import DueItem
from alongside.record.timescales.selectors import UNMET, explained

LOOKS = {
    "zero": "start",
    "counted": "count",
    "passed": "count",
    "weekend": "we",
    "bank_holiday": "bh",
    "stopped": "closed",
}
LEGEND = {
    "zero": "Day 0: the day it happened, does not count",
    "counted": "Counted, with its number",
    "passed": "Days of the months or weeks between",
    "weekend": "Weekend, skipped",
    "bank_holiday": "Bank holiday, skipped",
    "stopped": "The clock stood still",
}


def explanation(user: Actor, person: Person, item: DueItem) -> dict[str, Any]:
    """Context of the page. A due item whose rule has since gone still says its stored sentence and date."""
    day = today()
    owner = Owners(user, [person.pk]).of(item)
    shown = line(item, "", owner=owner.name, day=day)
    unmet = item.status in UNMET
    kind, when = (shown.kind, shown.when) if unmet else outcome(item)
    context: dict[str, Any] = {
        "item": item,
        "what": shown.what,
        "kind": kind,
        "when": when,
        "title": _question(item, shown.what),
        "owner": owner,
        "called": first_name(person),
        "unmet": unmet,
    }
    made = explained(user, item)
    return context | (_drawn(made, item, day) if made else {"made": None})


def _question(item: DueItem, what: str) -> str:
    if item.due_on is None:
        return f"Why can we not tell when this is due? {what}"
    verb = "is" if item.status in UNMET else "was"
    return f"Why {verb} this due on {long_date(item.due_on)}?"


def _drawn(made: Explanation, item: DueItem, day: date) -> dict[str, Any]:
    numbered = [each for each in made.days if each.number is not None]
    used = sum(each.day <= day for each in numbered)
    kinds = {each.kind for each in made.days}
    months = counted_months(made.days[0].day, made.days[-1].day, _days(made.days, day)) if made.days else []
    return {
        "made": made,
        "answer": _answer(made, len(numbered), used, day),
        "strip": _strip(made, item, numbered, used) if numbered and item.status in UNMET else "",
        "months": months,
        "legend": [(LOOKS[kind], LEGEND[kind]) for kind in LEGEND if kind in kinds],
        "holidays": [f"{each.reason}, {short_date(each.day)}" for each in made.bank_holidays],
        "rule": in_words(made.rule),
        "opened": _fact(made.opened_by),
        "closed": _fact(made.closed_by),
        "reads": [_fact(fact) for fact in made.reads],
        "ladder": [_rung(each, day) for each in made.tellings],
        "counts": made.item.interval.unit.removesuffix("s") if made.item.interval else "day",
    }


def _answer(made: Explanation, allowed: int, used: int, day: date) -> Markup:
    item = made.item
    if item.counted_from is None or item.due_on is None:
        return Markup("{}.").format(item.because)
    happened = _fact(made.opened_by)
    started = f"“{happened['title']}” happened on" if happened else "It counts from"
    parts = Markup("{} <b>{}</b>. The rule allows <b>{}</b>.").format(
        started, f"{long_date(item.counted_from)} {item.counted_from.year}", made.interval or "no more than that day"
    )
    if allowed and item.status in UNMET and made.days[0].day <= day <= item.due_on:
        unit = item.interval.unit if item.interval else "days"
        parts += Markup(" {} used, so <b>{} left</b>.").format(how_many(used, unit.removesuffix("s")), allowed - used)
    return parts


def _strip(made: Explanation, item: DueItem, numbered: list[Day], used: int) -> Markup:
    allowed = len(numbered)
    late = " All have been used." if used >= allowed else ""
    unit = made.item.interval.unit if made.item.interval else "days"
    label = f"{allowed} {unit}. {min(used, allowed)} have been used and {max(allowed - used, 0)} are left.{late}"
    ends = [
        DayNote(1, f"day 1, {short_date(numbered[0].day)}"),
        DayNote(allowed, f"due {short_date(numbered[-1].day)}", bold=True),
    ]
    return day_strip(allowed, min(used, allowed), label, ends, today=used <= allowed and item.due_on >= today())  # type: ignore[operator]


def _days(days: tuple[Day, ...], today_is: date) -> dict[date, CountedDay]:
    made = {}
    for each in days:
        looks = [LOOKS[each.kind]]
        if each.day == today_is:
            looks.append("today")
        if each.due:
            looks.append("due")
        said = "day 0" if each.kind == "zero" else each.reason if each.kind == "bank_holiday" else ""
        words = "due" if each.due else "today" if each.day == today_is else said
        made[each.day] = CountedDay(tuple(looks), each.number, words)
    return made


def _fact(fact: Fact | None) -> dict[str, str] | None:
    if fact is None:
        return None
    kind = all_kinds().get(fact.kind)
    return {
        "title": kind.title if kind else fact.kind,
        "day": full_date(fact.day),
        "recorded": full_date(london_date(fact.recorded_at)),
        "source": "brought in by a file" if fact.source else "recorded here",
    }


def _rung(telling: Telling, day: date) -> dict[str, Any]:
    who = listed([ROLES[role].title if role in ROLES else role.replace("_", " ") for role in telling.tell])
    notes = []
    if telling.moved_from:
        notes.append(f"It would fall on {short_date(telling.moved_from)}, when nobody is in, so it comes forward")
    return {
        "state": "later" if telling.day > day else "now",
        "when": f"{long_date(telling.day)}.",
        "what": f"{who}: {telling.words}",
        "notes": notes,
    }
