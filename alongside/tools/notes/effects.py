""" "When you save": which duties the visit would meet as it stands on the page, and which it would not, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.roles import ROLES
from alongside.platform.common.clock import now, today
from alongside.platform.common.words import day_month, how_many
from alongside.record.timescales.engine.facts import Fact
from alongside.record.timescales.engine.rule import Match, Where
from alongside.record.timescales.rules import all_rules
from alongside.record.timescales.selectors import unmet
from alongside.tools.notes.selectors import Child

if TYPE_CHECKING:
    from alongside.record.timescales.models import DueItem

MADE = "visit.made"


@dataclass(frozen=True, slots=True)
class Going:
    """A child of the visit as the page now has it. `said` is the event's part, without what is not answered yet."""

    child: Child
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Effect:
    """One duty that visits can meet: `title` of the rule, `due` in words, `met` or else `why` not, one sentence."""

    called: str
    title: str
    due: str
    met: bool
    why: str = ""


def what_it_would_meet(user: Actor, going: Sequence[Going], day: date | None) -> list[Effect]:
    """Every unmet duty to these children that some visit can meet, what would be met first. One query."""
    by_id = {each.child.id: each for each in going}
    found = []
    for item in unmet(user, list(by_id)):
        rule = all_rules().get(item.rule, item.edition)
        asks = [match for match in rule.done_by if match.kind == MADE] if rule else []
        if not rule or not asks or item.status == "paused":
            continue
        each = by_id[item.subject_id]
        why = _too_early(day or today(), item) or _why_not(asks, each)
        found.append(Effect(each.child.called, rule.about.title, _due(item.due_on, day or today()), not why, why))
    return sorted(found, key=lambda effect: not effect.met)


def _due(due_on: date | None, day: date) -> str:
    if due_on is None:
        return "no date can be told"
    days = (day - due_on).days
    return f"due {day_month(due_on)}" + (f", {how_many(days, 'day')} late" if days > 0 else "")


def _too_early(day: date, item: "DueItem") -> str:
    """A visit cannot meet what is counted from after it; and two on one day count as one."""
    if item.counted_from and day < item.counted_from:
        return f"It counts from {day_month(item.counted_from)}, after this visit."
    if item.step > 1 and day == item.counted_from:
        return "A visit on this day is already counted."
    return ""


def _why_not(asks: Iterable[Match], going: Going) -> str:
    """Empty if one of them fits; else the nearest one's reason."""
    fact = Fact(id=UUID(int=0), kind=MADE, day=today(), recorded_at=now(), part=going.said)
    lacks = [[ask for ask in match.where if (fact.value(ask.key) in ask.values) == ask.negated] for match in asks]
    nearest = min(lacks, key=len)
    if not nearest:
        return ""
    # What can never become true on this page comes first: the visit has to be somebody else's.
    first = min(nearest, key=lambda ask: ask.key != "by_role")
    return _in_words(first, going.child.called)


def _in_words(ask: Where, called: str) -> str:
    if ask.key == "by_role":
        roles = [ROLES[role].title.lower() if role in ROLES else role.replace("_", " ") for role in sorted(ask.values)]
        return f"That has to be a {' or a '.join(roles)}."
    if ask.key in ("seen", "in_person"):
        return f"Only if you saw {called} in person."
    if ask.key == "seen_alone":
        return f"Only if you saw {called} alone."
    return "It asks for something this page does not say."
