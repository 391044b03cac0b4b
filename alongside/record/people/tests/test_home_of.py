"""The one question behind a child's page says the same as the four it stands for."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.platform.access.models import Tie
from alongside.platform.common.clock import today
from alongside.record.organisations.actions import find_or_add_school
from alongside.record.people.actions import go_to_school, live_at, register_person, relate
from alongside.record.people.models import Address, Living, SchoolPlace
from alongside.record.people.selectors import address_of, brothers_and_sisters, family_of, home_of, school_of

DAY = timedelta(days=1)


def filled(council: Any) -> Any:
    """Taz with a home, a mother, a grandmother and a school, each with one that is past."""
    system, taz = council.system, council.children["Taz"]
    home = Living.objects.get(person=taz).household
    live_at(by=system, household=home, lines="3 Harbour View", postcode="EM1 1AA")
    Address.objects.create(org=system.org, household=home, lines="1 Old Road", until=today() - DAY)
    for name, kind, responsible in (("Ada", "grandparent", None), ("Rose", "mother", True)):
        adult = register_person(by=system, is_child=False, given_names=name, family_name="Marlow")
        relate(by=system, person=taz, other=adult, kind=kind, parental_responsibility=responsible)
    school = find_or_add_school(by=system, name="Marsh Lane School")
    go_to_school(by=system, person=taz, school=school, name="Marsh Lane School")
    SchoolPlace.objects.create(org=system.org, person=taz, school_id=school, name="Old School", until=today() - DAY)
    return taz


def same(user: Any, person: Any) -> None:
    home = home_of(user, person)
    assert home.family == family_of(user, person)
    assert [each.other for each in home.family] == [each.other for each in family_of(user, person)]
    assert home.siblings == list(brothers_and_sisters(user, person))
    assert (home.address, home.school) == (address_of(user, person), school_of(user, person))


def test_it_says_what_the_four_say(council: Any) -> None:
    taz = filled(council)
    amal = council.acting("Amal")
    same(amal, taz)
    home = home_of(amal, taz)
    assert [(each.other.given_names, each.kind) for each in home.family] == [("Rose", "mother"), ("Ada", "grandparent")]
    (reuben,) = home.siblings
    assert (reuben.born_on, reuben.subject.public_id) == (
        council.children["Reuben"].born_on,
        council.children["Reuben"].subject.public_id,
    )
    assert home.address
    assert home.address.lines == "3 Harbour View"
    assert home.school
    assert home.school.name == "Marsh Lane School"


def test_of_a_child_of_whom_nothing_is_known(council: Any) -> None:
    isla = council.children["Isla"]
    bea = council.acting("Bea")
    same(bea, isla)
    home = home_of(bea, isla)
    assert (home.family, home.siblings, home.address, home.school) == ([], [], None, None)


def test_a_brother_who_may_not_be_seen_is_not_there(council: Any) -> None:
    taz, reuben = filled(council), council.children["Reuben"]
    Tie.objects.filter(subject_id=reuben.pk, holder=council.workers["Amal"].pk).delete()
    amal = council.acting("Amal")
    assert home_of(amal, taz).siblings == []
    same(amal, taz)


def test_it_is_one_query(council: Any) -> None:
    taz = filled(council)
    amal = council.acting("Amal")
    with CaptureQueriesContext(connection) as caught:
        home_of(amal, taz)
    assert len(caught.captured_queries) == 1
