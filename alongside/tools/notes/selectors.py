"""Reading notes: only through the file of a child this user may see, and only that child's part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import F, Q, QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import visible
from alongside.platform.common.errors import NotThere
from alongside.record.casework.selectors import holders_of
from alongside.record.people import names
from alongside.record.people import selectors as people
from alongside.record.timescales.selectors import every_item
from alongside.tools.notes.models import Note, NoteChild, Passage
from alongside.tools.notes.policy import role_on_visit

if TYPE_CHECKING:
    from alongside.record.people.models import Person


@dataclass(frozen=True, slots=True)
class Child:
    """A child as a visit's page speaks of them. `names`: what would give them away in another child's file."""

    person: "Person"
    called: str
    age: str
    names: frozenset[str]

    @property
    def id(self) -> UUID:
        return self.person.pk

    @property
    def public_id(self) -> str:
        return self.person.subject.public_id


def children_of_visit(user: Actor, public_id: str) -> list[Child]:
    """The child of the page, then brothers and sisters of the same household whom this user may see."""
    first = people.child(user, public_id)
    return [_child(each) for each in (first, *people.brothers_and_sisters(user, first))]


def child_of_notes(user: Actor, public_id: str) -> Child:
    """The child of this page. Raises NotThere."""
    return _child(people.child(user, public_id))


def _child(person: "Person") -> Child:
    called = names.first_name(person) if names.is_named(person) else names.name_of(person)
    known = frozenset(name for name in (person.known_as, person.given_names.split(" ")[0]) if name)
    return Child(person=person, called=called, age=names.age_of(person), names=known)


def adults_round(user: Actor, child: Child) -> list[str]:
    """Adults of the child's family, as somebody who was there or spoke: "Rosemary Marlow (grandparent)"."""
    relations = people.family_of(user, child.person)
    adults = [each for each in relations if not each.other.is_child and names.is_named(each.other)]
    return list(dict.fromkeys(f"{names.name_of(each.other)} ({each.kind.replace('_', ' ')})" for each in adults))


def places_of(user: Actor, child: Child) -> list[str]:
    """Where this child may well be visited: home and school, as the record holds them."""
    home, school = people.address_of(user, child.person), people.school_of(user, child.person)
    return [place for place in (str(home or ""), school.name if school else "") if place]


def roles_of(user: Actor, children: Iterable[UUID]) -> dict[UUID, str]:
    """For each child, the role a visit by this user would be made in."""
    held: dict[UUID, set[str]] = {child: set() for child in children}
    for allocation in holders_of(user, held):
        if allocation.worker_id == user.worker_id:
            held[allocation.person_id].add(allocation.role)
    return {child: role_on_visit(user, roles) for child, roles in held.items()}


def notes_of(user: Actor, person: UUID) -> QuerySet[NoteChild]:
    """The visits of one child, the latest first, each as this child's part with its note; `voided_at`: crossed out."""
    mine = NoteChild.objects.filter(Q(org=user.org), person_id=person, person_id__in=visible(user))
    mine = mine.filter(note__event__abouts__subject_id=F("person_id"))
    mine = mine.annotate(voided_at=F("note__event__abouts__voided_at"))
    return mine.select_related("note__event").order_by("-note__happened")


def note_of(user: Actor, person: UUID, note: UUID) -> NoteChild:
    """One visit as this child's file has it. Raises NotThere, also for a visit that was another child's only."""
    found = notes_of(user, person).filter(note_id=note).first()
    if found is None:
        raise NotThere("There is no such page, or it is not one you can open.")
    return found


def also_about(user: Actor, part: NoteChild) -> list[Child]:
    """The other children of the same visit whom this user may see: nobody else is hinted at."""
    rows = NoteChild.objects.filter(Q(org=user.org), note_id=part.note_id, person_id__in=visible(user))
    return [_child(each.person) for each in rows.exclude(person_id=part.person_id).select_related("person__subject")]


def passages_of(user: Actor, part: NoteChild) -> QuerySet[Passage]:
    """What this child's file says of the visit: as written on finishing, then what was added, in order."""
    return Passage.objects.filter(org=user.org, note_id=part.note_id, person_id=part.person_id)


@dataclass(frozen=True, slots=True)
class Closed:
    """A due item that an event met. `late`: after its day. `next_due`: the day of the step it opened, if any."""

    rule: str
    edition: str
    late: bool
    next_due: date | None


def what_it_met(user: Actor, note: Note, person: UUID) -> Sequence[Closed]:
    """The duties to this child that the visit met, and when each is due next: one query."""
    event = note.event_id
    items = list(every_item(user, [person]).filter(Q(closed_by=event) | Q(opened_by=event)))
    opened = {item.rule: item.due_on for item in items if item.opened_by == event}
    return [
        Closed(item.rule, item.edition, item.status == "met_late", opened.get(item.rule))
        for item in items
        if item.closed_by == event and item.status in ("met", "met_late")
    ]
