"""Putting areas together for the desk. Each function asks a constant number of queries, however many children."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.entrances.desk.owners import Owner, Owners
from alongside.platform.access.actor import Actor
from alongside.record.casework.models import Allocation
from alongside.record.casework.selectors import held_by, stage_of
from alongside.record.chronology.selectors import Seen, last_seen, open_episodes
from alongside.record.people.models import Person
from alongside.record.people.selectors import children
from alongside.record.timescales.models import DueItem
from alongside.record.timescales.selectors import unmet

FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Held:
    """A child on somebody's caseload, with what a glance must say."""

    person: Person
    stage: str
    seen: Seen | None
    items: list[DueItem]


@dataclass(frozen=True, slots=True)
class Owed:
    """A due item, whose child, whose to do."""

    item: DueItem
    person: Person
    owner: Owner


def caseload(user: Actor) -> list[Held]:
    """The children this worker holds: five queries."""
    people = _once(held_by(user, user.worker_id)) if user.worker_id else []
    ids = [person.pk for person in people]
    items: dict[UUID, list[DueItem]] = defaultdict(list)
    for item in unmet(user, ids):
        items[item.subject_id].append(item)
    stages, seen = open_episodes(user, ids), last_seen(user, ids)
    return [Held(person, stage_of(stages[person.pk]), seen.get(person.pk), items[person.pk]) for person in people]


def _once(allocations: Iterable[Allocation]) -> list[Person]:
    """Each child once, though a worker may hold them in two cases or roles."""
    return list({each.person_id: each.person for each in allocations}.values())


def owed(user: Actor, held: list[Held], day: date) -> list[Owed]:
    """What is late, due today or this week, and what cannot be dated: of the children held, and, for a manager, what
    is theirs to do for any child of their teams."""
    people = {each.person.pk: each.person for each in held}
    items = [item for each in held for item in each.items if _soon(item, day)]
    if user.teams:
        people, items = _with_teams(user, people, items, day)
    owners = Owners(user, people)
    rows = [Owed(item, people[item.subject_id], owners.of(item)) for item in items]
    mine = {each.person.pk for each in held}
    shown = [row for row in rows if row.owner.mine or row.item.subject_id in mine]
    return sorted(shown, key=lambda row: (row.item.due_on or date.max, str(row.person.family_name)))


def _with_teams(
    user: Actor, people: dict[UUID, Person], items: list[DueItem], day: date
) -> tuple[dict[UUID, Person], list[DueItem]]:
    have = {item.id for item in items}
    of_teams = unmet(user, children(user).values("pk")).exclude(due_on__gt=this_week(day))
    items = items + [item for item in of_teams if item.id not in have]
    missing = {item.subject_id for item in items} - people.keys()
    return people | {person.pk: person for person in children(user).filter(pk__in=missing)}, items


def _soon(item: DueItem, day: date) -> bool:
    return item.due_on is None or item.due_on <= this_week(day)


def due_after(held: list[Held], day: date) -> int:
    """How many things are due later than this week."""
    return sum(not _soon(item, day) for each in held for item in each.items)


def this_week(day: date) -> date:
    """The Sunday that ends this week; from Friday on, the one after, or Monday's work would come as a surprise."""
    sunday = day + timedelta(days=6 - day.weekday())
    return sunday if day.weekday() < FRIDAY else sunday + timedelta(days=7)
