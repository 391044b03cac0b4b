"""What was checked, what could not be told, what was not loaded: said beside every "nothing due".

False reassurance is the first hazard of a system like this one (docs/hazards.md): a list that is empty because a visit
was never loaded must not read like a list that is empty because all is done.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.entrances.desk.selectors import Held, Owed
from alongside.platform.access.actor import Actor
from alongside.platform.common.words import full_date
from alongside.record.timescales.rules import all_rules
from alongside.record.timescales.selectors import go_live_days, loaded_without_visits


@dataclass(frozen=True, slots=True)
class Checked:
    """`rules` looked at, `cannot_tell` items among what the reader holds, `not_loaded` in words or ""."""

    rules: int
    cannot_tell: int
    not_loaded: str


def checked_for(user: Actor, held: Sequence[Held], owed: Sequence[Owed] = ()) -> Checked:
    """For a caseload."""
    items = {item.id: item for each in held for item in each.items} | {row.item.id: row.item for row in owed}
    people = {each.person.pk for each in held} | {row.person.pk for row in owed}
    return checked(user, sum(item.due_on is None and item.status != "paused" for item in items.values()), people)


def checked(user: Actor, cannot_tell: int, people: Collection[UUID]) -> Checked:
    """What is not loaded of these children. Two queries at most."""
    rules = len(all_rules().for_subject("person"))
    return Checked(rules=rules, cannot_tell=cannot_tell, not_loaded=_not_loaded(user, people))


def _not_loaded(user: Actor, people: Collection[UUID]) -> str:
    days = go_live_days(user)
    if days:
        return f"what was done before {full_date(days[0])}, when we moved to Alongside"
    loaded = loaded_without_visits(user, people) if people else None
    if loaded is None:
        return ""
    file = f"the census file of {loaded.year}" if loaded.year else "the census file"
    return f"visits before {file} was brought in on {full_date(loaded.on)}"
