"""Reading people. First argument: the user. What they may not see is not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models
from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import visible
from alongside.platform.common.errors import NotThere
from alongside.platform.common.models import Subject
from alongside.record.people.models import (
    Address,
    Correction,
    Doubt,
    Household,
    Living,
    Person,
    Relationship,
    SchoolPlace,
)

Row = TypeVar("Row", bound=models.Model)


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
    rows = Address.objects.filter(household_id__in=homes, until=None).select_related("household")
    # Not in the order of the key: PostgreSQL would go through every address of the council to find the first.
    return rows.order_by("since", "id").first()


def family_of(user: Actor, person: Person) -> list[Relationship]:
    """Who is who to the child, adults with parental responsibility first."""
    rows = Relationship.objects.filter(org=user.org, person=person).select_related("other__subject")
    return sorted(rows, key=lambda r: (r.parental_responsibility is not True, r.kind))


def school_of(user: Actor, person: Person) -> SchoolPlace | None:
    """The school a file said the child goes to now."""
    return SchoolPlace.objects.filter(org=user.org, person=person, until=None).first()


@dataclass(frozen=True, slots=True)
class Home:
    """Who is who to a child, who lives with them, where, and their school: what stands beside their record."""

    family: list[Relationship]
    siblings: list[Person]
    address: Address | None
    school: SchoolPlace | None


# The four selectors above in one question, by hand: the page it serves is opened more than any other, and putting the
# four together took Django a quarter of all its time.
HOME = """
select
  (select json_agg(json_build_array(r, o) order by r.parental_responsibility is not true, r.kind)
    from people_relationship r join people_person o on o.subject_id = r.other_id
    where r.org = me.org and r.person_id = me.child),
  (select json_agg(json_build_array(p, s) order by p.born_on)
    from people_person p join common_subject s on s.id = p.subject_id
    where p.org = me.org and p.is_child and p.subject_id <> me.child and p.subject_id in (
      select l.person_id from people_living l where l.until is null and l.household_id = any (me.homes))
    and p.subject_id in ({visible})),
  (select json_agg(json_build_array(a, h) order by a.since, a.id) -> 0
    from people_address a join people_household h on h.id = a.household_id
    where a.org = me.org and a.until is null and a.household_id = any (me.homes)),
  (select json_agg(c order by c.id) -> 0 from people_schoolplace c
    where c.org = me.org and c.person_id = me.child and c.until is null)
from (select given.*, array(select l.household_id from people_living l
    where l.person_id = given.child and l.until is null) as homes
  from (select %s::uuid as org, %s::uuid as child) given) me"""


def home_of(user: Actor, person: Person) -> Home:
    """`family_of`, `brothers_and_sisters`, `address_of` and `school_of` at once, in one query."""
    seen = visible(user)
    with connection.cursor() as cursor:
        cursor.execute(HOME.format(visible=seen.sql), [*seen.params, user.org, person.pk])
        family, siblings, address, school = cursor.fetchone()
    return Home(
        family=[_joined(Relationship, row, "other", Person) for row in family or ()],
        siblings=[_joined(Person, row, "subject", Subject) for row in siblings or ()],
        address=_joined(Address, address, "household", Household) if address else None,
        school=_record(SchoolPlace, school) if school else None,
    )


def _joined(kind: type[Row], rows: list[dict[str, Any]], name: str, other: type[models.Model]) -> Row:
    """A record with the one it points to."""
    record = _record(kind, rows[0])
    setattr(record, name, _record(other, rows[1]))
    return record


def _record(kind: type[Row], row: dict[str, Any]) -> Row:
    fields = kind._meta.local_concrete_fields
    values = [field.to_python(row[str(field.column)]) for field in fields]
    return kind.from_db(connection.alias, [field.attname for field in fields], values)


def doubts(user: Actor, people: Iterable[UUID]) -> QuerySet[Doubt]:
    """What files said about these children that somebody should look at."""
    return Doubt.objects.filter(org=user.org, person_id__in=list(people), settled_on=None).order_by("found_on", "line")


def corrections(user: Actor, person: Person) -> QuerySet[Correction]:
    """What was put right about this person, the latest first. The caller has been given the person by `child`."""
    return Correction.objects.filter(org=user.org, person=person).order_by("-at", "field")


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
