""" "When you save": what is owed to the child that this would meet, and what would no longer be needed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from markupsafe import Markup

from alongside.platform.access.actor import Actor
from alongside.platform.common.words import day_month
from alongside.record.timescales.selectors import settled_by

NOTHING = "This meets nothing that is due now. It is kept in the chronology."


def when_you_save(user: Actor, person: UUID, kinds: Iterable[str]) -> list[dict[str, Any]]:
    """For the macro `effects`. One query."""
    found = []
    for item, rule, met in settled_by(user, person, kinds):
        due = f", due {day_month(item.due_on)}," if item.due_on else ""
        ending = "is met" if met else "is no longer needed"
        found.append({"text": Markup("<b>{}</b>{} {}").format(rule.about.title, due, ending), "met": met})
    return found or [{"text": NOTHING, "met": False}]


def waited_for(user: Actor, person: UUID, kinds: Iterable[str]) -> dict[str, str]:
    """For each of these kinds of event that something owed to the child waits for: what, and when. One query."""
    found: dict[str, list[str]] = {}
    for item, rule, met in settled_by(user, person, kinds):
        words = f"{rule.about.title}, due {day_month(item.due_on)}" if item.due_on else rule.about.title
        for kind in {match.kind for match in rule.done_by} if met else ():
            found.setdefault(kind, []).append(words)
    return {kind: "; ".join(words) for kind, words in found.items()}
