"""Registering people and putting right what is held about them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import allowed
from alongside.platform.common.clock import today
from alongside.platform.common.errors import Clash, NotThere
from alongside.platform.common.ids import new_id
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
from alongside.record.timescales.new_events import About, NewEvent
from alongside.record.timescales.writing import writing

AREA = "record.people"
# What a worker may put right on the page "Who this is".
CORRECTABLE = ("given_names", "family_name", "known_as", "pronouns", "born_on", "expected_on", "nhs_number")


def register_person(
    *, by: Actor, is_child: bool, source: str = "", happened: date | None = None, **fields: Any
) -> Person:
    """Put a person on the record. With a birth date, age rules begin to count; `happened` is when they became known."""
    with writing(by) as w:
        key = new_id()
        w.keep(Subject(id=key, kind=Subject.Kind.PERSON, org=by.org))
        person = w.keep(Person(subject_id=key, org=by.org, is_child=is_child, **fields))
        _write_birth_and_death(by, person, source)
    return person


def _write_birth_and_death(by: Actor, person: Person, source: str) -> None:
    if not person.is_child:
        return
    with writing(by) as w:
        for kind, day in (("person.born", person.born_on), ("person.died", person.died_on)):
            if day:
                about = About(subject=person.pk)
                w.event(NewEvent(kind=kind, happened=day, about=(about,), area=AREA, source=source, ref=person.pk))


def correct_person(
    *, by: Actor, person: Person, source: str = "", shown: Mapping[str, str] | None = None, **fields: Any
) -> Person:
    """Put right what is held. A changed date of birth or death voids the old event and writes it anew.

    `shown`: what the worker had before them, field by field, `in_text`. Raises Clash, and changes nothing, where
    somebody has changed such a field since, to something else.
    """
    if not by.is_system and person.pk not in allowed(by, [person.pk], "person.correct"):
        raise NotThere("There is no such person.")
    with writing(by) as w:
        if shown:
            w.hold(person.pk)
            person.refresh_from_db(fields=[*shown])
            _check_nobody_was_first(person, shown, fields)
        changed = {name: value for name, value in fields.items() if getattr(person, name) != value}
        if not changed:
            return person
        if not person._state.adding:  # what a file says of one who is only now put on the record corrects nothing
            for name, value in changed.items():
                w.keep(_correction(w.at, by, person, name, value, source))
        w.change(person, **changed)
        w.note("person.corrected", (person.pk,), ", ".join(changed))
        for field, kind in (("born_on", "person.born"), ("died_on", "person.died")):
            if field in changed:
                _write_date_anew(by, person, kind, changed[field], source)
    return person


def _check_nobody_was_first(person: Person, shown: Mapping[str, str], fields: Mapping[str, Any]) -> None:
    for name, was in shown.items():
        if in_text(getattr(person, name)) not in (was, in_text(fields[name])):
            raise Clash("Somebody changed this while you had the page open. Nothing was changed: look again.")


def _correction(at: datetime, by: Actor, person: Person, name: str, value: Any, source: str) -> Correction:
    return Correction(
        org=person.org,
        restricted=person.restricted,
        person=person,
        field=name,
        before=in_text(getattr(person, name)),
        after=in_text(value),
        by=by.account_id,
        by_name=by.name,
        source=source,
        at=at,
    )


def in_text(value: Any) -> str:
    """A value of a person as it is kept beside another: a date as 2014-03-27, nothing as ""."""
    return ", ".join(value) if isinstance(value, list | tuple) else str(value or "")


def _write_date_anew(by: Actor, person: Person, kind: str, day: date | None, source: str) -> None:
    with writing(by) as w:
        before = w.events_of(person.pk, kind)
        for event in before:
            w.void(event, "Put right")
        if day:
            w.event(
                NewEvent(
                    kind=kind,
                    happened=day,
                    about=(About(subject=person.pk),),
                    area=AREA,
                    source=source,
                    ref=person.pk,
                    replaces=before[0].id if before else None,
                )
            )


def live_in(*, by: Actor, person: Person, household: Household, since: date | None = None) -> Living:
    """The person lives in this household. Where they lived before is ended."""
    with writing(by) as w:
        now = list(Living.objects.filter(person=person, until=None)) if not person._state.adding else []
        for living in now:
            if living.household_id == household.id:
                return living
            w.change(living, until=max(since or today(), living.since or date.min))
        w.note("person.household", (person.pk,), household.id)
        return w.keep(Living(org=by.org, person=person, household=household, since=since))


def add_household(*, by: Actor, name: str, council_ref: str = "") -> Household:
    """The household of this reference, or a new one."""
    found = Household.objects.filter(org=by.org, council_ref=council_ref).first() if council_ref else None
    if found:
        return found
    with writing(by) as w:
        return w.keep(Household(org=by.org, name=name, council_ref=council_ref))


def live_at(*, by: Actor, household: Household, lines: str, postcode: str = "", since: date | None = None) -> Address:
    """The household lives here. The address before is kept with its end."""
    with writing(by) as w:
        for address in [] if household._state.adding else Address.objects.filter(household=household, until=None):
            if (address.lines, address.postcode) == (lines, postcode):
                return address
            w.change(address, until=max(since or today(), address.since or date.min))
        return w.keep(Address(org=by.org, household=household, lines=lines, postcode=postcode, since=since))


def relate(
    *, by: Actor, person: Person, other: Person, kind: str, parental_responsibility: bool | None
) -> Relationship:
    """`other` is the `kind` of `person`."""
    with writing(by) as w:
        return w.keep(
            Relationship(
                org=by.org, person=person, other=other, kind=kind, parental_responsibility=parental_responsibility
            )
        )


def go_to_school(*, by: Actor, person: Person, school: UUID, name: str, since: date | None = None) -> SchoolPlace:
    """A file says the child goes to this school now. The one before is kept with its end."""
    with writing(by) as w:
        for place in [] if person._state.adding else SchoolPlace.objects.filter(person=person, until=None):
            if place.school_id == school:
                return place
            w.change(place, until=max(since or today(), place.since or date.min))
        w.note("person.school", (person.pk,), school)
        return w.keep(SchoolPlace(org=by.org, person=person, school_id=school, name=name, since=since))


def doubt(*, by: Actor, person: Person, **fields: Any) -> Doubt:
    """Flag that something a file said about this child may be wrong."""
    with writing(by) as w:
        return w.keep(Doubt(org=by.org, person=person, **fields))


def settle_doubt(*, by: Actor, doubt: Doubt, on: date) -> Doubt:
    """Somebody looked, and it is right or has been put right."""
    if not by.is_system and doubt.person_id not in allowed(by, [doubt.person_id], "person.correct"):
        raise NotThere("There is no such question.")
    with writing(by) as w:
        w.note("doubt.settled", (doubt.person_id,), doubt.id)
        return w.change(doubt, settled_on=on)
