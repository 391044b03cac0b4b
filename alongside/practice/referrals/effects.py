""" "When you save": what is owed to the child that this would meet, and what might no longer be needed."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from markupsafe import Markup

from alongside.platform.access.actor import Actor
from alongside.platform.common.words import day_month
from alongside.record.timescales.selectors import settled_by

NOTHING = "This meets nothing that is due now. It is kept in the chronology."
# A decision to assess leaves the assessment due; any other ends it.
HANGS = "is no longer needed if you decide on something else than to assess or protect"


def when_you_save(user: Actor, person: UUID, kinds: Iterable[str]) -> list[dict[str, Any]]:
    """For the macro `effects`. One query."""
    found = []
    for item, rule, met in settled_by(user, person, kinds):
        due = f", due {day_month(item.due_on)}," if item.due_on else ""
        text = Markup("<b>{}</b>{} {}").format(rule.about.title, due, "is met" if met else HANGS)
        found.append({"text": text, "met": met})
    return found or [{"text": NOTHING, "met": False}]
