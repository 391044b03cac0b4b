"""Putting areas together for the desk. Each function asks a constant number of queries, however many children."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.entrances.desk.owners import Owner, Owners
from alongside.platform.access.actor import Actor
from alongside.record.casework.models import Allocation
from alongside.record.casework.selectors import held_by, held_in, stage_of
from alongside.record.chronology.selectors import Seen, last_seen, open_episodes
from alongside.record.people.models import Person
from alongside.record.people.selectors import children
from alongside.record.timescales.models import DueItem
from alongside.record.timescales.selectors import unmet
from alongside.record.workers.models import Worker
from alongside.record.workers.selectors import holders_of_teams

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


def caseload(user: Actor, worker: UUID | None = None) -> list[Held]:
    """The children a worker holds (default: the reader), of those the reader may see: five queries."""
    whose = worker or user.worker_id
    people = _once(held_by(user, whose)) if whose else []
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


@dataclass(frozen=True, slots=True)
class Load:
    """What a worker holds today: children, and what is late or due today for these children, whoever owes it."""

    worker: Worker
    children: int
    late: int
    today: int


def loads(user: Actor, day: date) -> list[Load]:
    """Every worker of the teams this user manages who may hold children: four queries, however large the teams."""
    people: dict[UUID, set[UUID]] = defaultdict(set)
    for person, worker in held_in(user, user.teams):
        people[worker].add(person)
    late, due_today = Counter[UUID](), Counter[UUID]()
    for item in unmet(user, set().union(*people.values())).filter(due_on__lte=day):
        (due_today if item.due_on == day else late)[item.subject_id] += 1
    return [
        Load(worker, len(people[worker.pk]), sum(late[each] for each in people[worker.pk]),
             sum(due_today[each] for each in people[worker.pk]))
        for worker in holders_of_teams(user, user.teams)
    ]  # fmt: skip
