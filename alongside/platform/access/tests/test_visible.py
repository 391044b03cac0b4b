"""Who is visible at all: a tie to the whole record that holds today, no exclusion, and clearance where it is needed.

And what stands between an actor and some subjects."""

from datetime import timedelta

import pytest

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.access.models import Exclusion, Restriction, Tie
from alongside.platform.access.selectors import allowed, standing, visible
from alongside.platform.common.clock import today
from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Subject

ORG, WORKER, TEAM = new_id(), new_id(), new_id()
DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def actor() -> Actor:
    made = Actor(org=ORG, name="Amal", worker_id=WORKER, roles=frozenset({"social_worker"}), holders=(WORKER, TEAM))
    identify(Actor(org=ORG, name="Setting up", is_system=True))
    return made


def a_child(**more: object) -> Subject:
    return Subject.objects.create(kind=Subject.Kind.PERSON, org=ORG, **more)


def tied(subject: Subject, holder: object = WORKER, **more: object) -> Subject:
    Tie.objects.create(org=ORG, subject=subject, holder=holder, basis="allocated", **more)
    return subject


def seen_by(actor: Actor) -> set[Subject]:
    return set(Subject.objects.filter(id__in=visible(actor)))


def test_a_tie_of_any_holder_that_holds_today(actor: Actor) -> None:
    mine, teams = tied(a_child()), tied(a_child(), TEAM)
    tied(a_child(), new_id())
    a_child()
    assert seen_by(actor) == {mine, teams}


def test_no_tie_of_another_day_or_of_one_section_only(actor: Actor) -> None:
    tied(a_child(), since=today() - 9 * DAY, until=today())
    tied(a_child(), since=today() + DAY)
    tied(a_child(), section="health")
    last_day = tied(a_child(), since=today() - 9 * DAY, until=today() + DAY)
    assert seen_by(actor) == {last_day}


def test_an_exclusion_wins_and_ends(actor: Actor) -> None:
    before, now = tied(a_child()), tied(a_child())
    Exclusion.objects.create(org=ORG, subject=before, holder=WORKER, since=today() - 9 * DAY, until=today())
    Exclusion.objects.create(org=ORG, subject=now, holder=TEAM, because="relative")
    assert seen_by(actor) == {before}


def test_a_restricted_child_only_for_those_who_are_cleared(actor: Actor) -> None:
    other = new_id()
    identify(Actor(org=ORG, name="Both", is_system=True, holders=(WORKER, other)))  # or row security refuses
    mine, not_mine = new_id(), new_id()
    for key, holder in ((mine, WORKER), (not_mine, other)):
        Restriction.objects.create(org=ORG, subject_id=key, holder=holder)
        tied(a_child(id=key, restricted=True))
    assert {each.id for each in seen_by(actor)} == {mine}


def test_nobody_without_the_permission_or_a_holder(actor: Actor) -> None:
    tied(a_child())
    without = Actor(org=ORG, name="Ade", roles=frozenset({"administrator"}), holders=(WORKER,))
    nobody = Actor(org=ORG, name="Nobody", roles=frozenset({"social_worker"}))
    assert not without.may("child.read")
    assert (seen_by(without), seen_by(nobody)) == (set(), set())


def test_the_standing_to_each_subject(actor: Actor) -> None:
    mine, shut = tied(tied(a_child()), TEAM, section="health"), tied(a_child())
    past, strange = tied(a_child(), since=today() - 9 * DAY, until=today()), a_child()
    Exclusion.objects.create(org=ORG, subject=shut, holder=TEAM, because="relative")
    found = standing(actor, [mine.id, shut.id, past.id, strange.id, new_id()])
    assert set(found) == {mine.id, shut.id, past.id, strange.id}, "one that is not there has none"
    assert set(found[mine.id].bases) == {("allocated", ""), ("allocated", "health")}
    assert [found[each.id].excluded for each in (mine, shut, past, strange)] == [False, True, False, False]
    assert (found[past.id].bases, found[strange.id].bases) == ((), ())
    assert allowed(actor, [mine.id, shut.id, past.id, strange.id], "child.read") == {mine.id}
    assert standing(actor, []) == {}


def test_standing_says_restricted_and_cleared(actor: Actor) -> None:
    key = new_id()
    identify(actor)
    Restriction.objects.create(org=ORG, subject_id=key, holder=WORKER)
    tied(a_child(id=key, restricted=True))
    found = standing(actor, [key])[key]
    assert (found.restricted, found.cleared) == (True, True)
    assert not standing(Actor(org=new_id(), name="Dov", holders=(WORKER,)), [key]), "another council's has none"
