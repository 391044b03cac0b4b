"""Reading people. First argument: the user. What they may not see is not there."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import visible
from alongside.platform.common.errors import NotThere
from alongside.record.people.models import Address, Doubt, Living, Person, Relationship, SchoolPlace


def children(user: Actor) -> QuerySet[Person]:
    """The children this user may see."""
    return Person.objects.filter(org=user.org, is_child=True, subject_id__in=visible(user)).select_related("subject")


def child(user: Actor, public_id: str) -> Person:
    """The child of this page's address. Raises NotThere alike for one that never was and one this user may not see."""
    found = children(user).filter(subject__public_id=public_id).first()
    if found is None:
        raise NotThere("There is no such page, or it is not one you can open.")
    return found


def brothers_and_sisters(user: Actor, person: Person) -> QuerySet[Person]:
    """Other children now in the same household whom this user may see."""
    homes = Living.objects.filter(person=person, until=None).values("household_id")
    ids = Living.objects.filter(household_id__in=homes, until=None).values("person_id")
    return children(user).filter(subject_id__in=ids).exclude(pk=person.pk).order_by("born_on")


def address_of(user: Actor, person: Person) -> Address | None:
    """Where the child lives now. The caller has already been given the child by `child`."""
    homes = Living.objects.filter(org=user.org, person=person, until=None).values("household_id")
    return Address.objects.filter(household_id__in=homes, until=None).select_related("household").first()


def family_of(user: Actor, person: Person) -> list[Relationship]:
    """Who is who to the child, adults with parental responsibility first."""
    rows = Relationship.objects.filter(org=user.org, person=person).select_related("other__subject")
    return sorted(rows, key=lambda r: (r.parental_responsibility is not True, r.kind))


def school_of(user: Actor, person: Person) -> SchoolPlace | None:
    """The school a file said the child goes to now."""
    return SchoolPlace.objects.filter(org=user.org, person=person, until=None).first()


def doubts(user: Actor, people: Iterable[UUID]) -> QuerySet[Doubt]:
    """What files said about these children that somebody should look at."""
    return Doubt.objects.filter(org=user.org, person_id__in=list(people), settled_on=None).order_by("found_on", "line")


def by_reference(user: Actor, references: Iterable[str], lea: str = "") -> dict[str, list[Person]]:
    """For files: everyone with these council references, by reference; of one authority only, if named.

    Only an import may ask: it writes for the whole council and shows nobody what it finds.
    """
    if not user.is_system:
        return {}
    found = Person.objects.filter(org=user.org, council_ref__in=list(references)).select_related("subject")
    people: dict[str, list[Person]] = {}
    for person in found.filter(lea=lea) if lea else found:
        people.setdefault(person.council_ref, []).append(person)
    return people


def by_ids(user: Actor, ids: Iterable[UUID]) -> dict[UUID, Person]:
    """For files: people by their id. Only an import may ask."""
    if not user.is_system:
        return {}
    return {person.pk: person for person in Person.objects.filter(org=user.org, subject_id__in=list(ids))}
