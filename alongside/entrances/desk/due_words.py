"""Due items as people read them: what, how it stands today in words, why, whose."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.platform.common.clock import today
from alongside.platform.common.words import how_many, short_date
from alongside.record.timescales.models import DueItem
from alongside.record.timescales.rules import all_rules

SOON = 14  # days; the prototype's "soon"


def standing(item: DueItem, day: date) -> tuple[str, str]:
    """(kind, words) for the status: ("late", "4 days late"), ("today", "Today"), ("soon", "Thu 14 Jan")."""
    if item.status == "paused":
        return "later", "Paused"
    if item.due_on is None:
        return "gap", "Cannot tell"
    days = (item.due_on - day).days
    if days < 0:
        return "late", f"{how_many(-days, 'day')} late"
    if days == 0:
        return "today", "Today"
    return ("soon" if days <= SOON else "later"), short_date(item.due_on, now=day)


def outcome(item: DueItem) -> tuple[str, str]:
    """(kind, words) for an item that is no longer owed."""
    when = short_date(item.closed_on) if item.closed_on else ""
    return {
        "met": ("done", f"Done {when}"),
        "met_late": ("later", f"Done late, {when}"),
        "ended": ("later", f"No longer needed, {when}"),
        "missed": ("late", "Missed"),
        "not_judged": ("gap", "Before we moved: not judged"),
        "too_early": ("late", f"Done too early, {when}"),
        "not_before": ("later", f"Not before {short_date(item.due_on)}" if item.due_on else "Not yet"),
    }.get(item.status, ("gap", "Cannot tell"))


def title(item: DueItem) -> str:
    """What is owed, in the words of the edition that decided it."""
    rule = all_rules().get(item.rule, item.edition)
    return rule.about.title if rule else item.rule.replace("_", " ").capitalize()


@dataclass(slots=True)
class Line:
    """One due item, as the macro `due_item` draws it."""

    item: DueItem
    what: str
    kind: str
    when: str
    why: str
    why_href: str
    owner: str = ""
    met: str = ""
    acts: list[dict[str, str]] = field(default_factory=list)


def line(item: DueItem, href: str, *, owner: str = "", day: date | None = None, **more: Any) -> Line:
    """One item in words. `href` is the child's own address, which "Why this date?" lies under."""
    kind, when = standing(item, day or today())
    return Line(item, title(item), kind, when, item.because, f"{href}due/{item.id}/", owner=owner, **more)


def soonest(items: Iterable[DueItem]) -> DueItem | None:
    """The next thing due, what is latest first; one that cannot be dated only if there is no other."""
    return min(items, key=lambda item: item.due_on or date.max, default=None)
