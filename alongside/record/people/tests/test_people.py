"""What a child is called, and putting right who they are."""

from datetime import date

import pytest

from alongside.platform.common.errors import NotThere
from alongside.record.chronology.models import EventSubject
from alongside.record.people.actions import add_household, correct_person, live_in
from alongside.record.people.models import Living, Person
from alongside.record.people.names import age_of, in_words, initials, name_of
from alongside.record.people.selectors import brothers_and_sisters, child, corrections
from tests.machinery.council import Council


def test_a_child_without_a_name_is_said_in_plain_words() -> None:
    person = Person(is_child=True, council_ref="E-20417", sex="F", born_on=date(2012, 5, 3))
    assert in_words(person) == "Child E-20417, girl, born May 2012; name not known"
    assert initials(person) == "?"


def test_the_name_they_like_comes_first() -> None:
    person = Person(is_child=True, given_names="Tamsin Jo", family_name="Marlow", known_as="Taz")
    assert name_of(person) == "Taz Marlow"


def test_a_child_before_birth_has_no_age() -> None:
    assert age_of(Person(is_child=True, expected_on=date(2099, 1, 1))) == "not yet born"
    assert age_of(Person(is_child=True)) == ""


def test_a_baby_has_an_age_in_months() -> None:
    assert age_of(Person(is_child=True, born_on=date(2026, 6, 21)), date(2026, 11, 21)) == "5 months"


def test_a_birth_date_put_right_crosses_out_the_old_one(council: Council) -> None:
    taz = council.children["Taz"]
    correct_person(by=council.acting("Amal"), person=taz, born_on=date(2012, 5, 4))
    rows = EventSubject.objects.filter(subject_id=taz.pk, kind="person.born").order_by("happened")
    assert [(row.happened_on, row.voided_at is None) for row in rows] == [
        (date(2012, 5, 3), False),
        (date(2012, 5, 4), True),
    ]


def test_what_was_held_before_is_kept_with_who_and_when(council: Council) -> None:
    amal, taz = council.acting("Amal"), council.children["Taz"]
    correct_person(by=amal, person=taz, known_as="Tazzie", born_on=date(2012, 5, 4))
    correct_person(by=council.as_system(), person=taz, source="census:2026", upn="A123")
    said = {(row.field, row.before, row.after, row.by_name, row.source) for row in corrections(amal, taz)}
    assert ("born_on", "2012-05-03", "2012-05-04", "Amal Okafor", "") in said
    assert ("upn", "", "A123", council.system.name, "census:2026") in said
    assert len(said) == 3


def test_a_colleague_can_put_nothing_right(council: Council) -> None:
    with pytest.raises(NotThere):
        correct_person(by=council.acting("Cyd"), person=council.children["Taz"], known_as="Tazzie")


def test_not_there_and_not_mine_read_the_same(council: Council) -> None:
    cyd = council.acting("Cyd")
    said = set()
    for address in (council.children["Taz"].subject.public_id, "there-is-no-such"):
        with pytest.raises(NotThere) as refused:
            child(cyd, address)
        said.add(str(refused.value))
    assert len(said) == 1


def test_brothers_and_sisters_live_in_the_same_home(council: Council) -> None:
    amal = council.acting("Amal")
    assert [each.given_names for each in brothers_and_sisters(amal, council.children["Taz"])] == ["Reuben"]


def test_a_child_who_moves_leaves_the_old_home(council: Council) -> None:
    by = council.as_system()
    live_in(by=by, person=council.children["Reuben"], household=add_household(by=by, name="Pryce"))
    homes = Living.objects.filter(person=council.children["Reuben"], until=None)
    assert [each.household.name for each in homes] == ["Pryce"]
    assert not list(brothers_and_sisters(council.acting("Amal"), council.children["Taz"]))
