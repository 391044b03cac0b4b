"""Receiving, deciding and acknowledging: what is written, and what is due because of it."""

from datetime import timedelta
from typing import Any

import pytest

from alongside.platform.common.clock import today
from alongside.platform.common.errors import NotThere, Refused
from alongside.practice.referrals import actions
from alongside.practice.referrals.models import Referral
from alongside.practice.referrals.selectors import being_decided, referrals_of
from alongside.practice.safeguarding.actions import conclude_assessment, start_assessment
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world
from alongside.record.chronology.selectors import episodes, life

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def receive(world: World, by: Any = None, **said: Any) -> Referral:
    said = {"received_on": days_ago(20), "source_code": "2A", "primary_need": "N1", "team": world.team, **said}
    return actions.receive_referral(by=by or world.amal, person=world.person, **said)


def test_a_referral_opens_a_case_and_what_follows_is_due(world: World) -> None:
    referral = receive(world)
    assert referral.case is not None
    assert [each.started_on for each in episodes(world.system, world.child) if each.kind == "case"][-1] == days_ago(20)
    entry = next(each for each in life(world.system, world.child) if each.kind == "referral.received")
    assert (entry.headline, entry.event.case_id) == ("Referral from: school", referral.case_id)
    assert world.due("referral_decision") == ["open"]
    assert world.due("referral_acknowledged") == ["open"]
    assert world.due("single_assessment") == ["open"]
    assert being_decided(world.amal, [world.child]) == {world.child}


def test_an_assessment_of_this_case_meets_the_45_days(world: World) -> None:
    referral = receive(world)
    assert referral.case is not None
    started = start_assessment(by=world.amal, case=referral.case, started_on=days_ago(18))
    conclude_assessment(by=world.amal, assessment=started, concluded_on=days_ago(2), factors=["21"])
    assert world.due("single_assessment") == ["met"]


def test_deciding_to_assess_leaves_the_assessment_due(world: World) -> None:
    actions.decide_referral(by=world.bea, referral=receive(world), decided_on=days_ago(20), response="assessment")
    assert (world.due("referral_decision"), world.due("single_assessment")) == (["met"], ["open"])
    assert being_decided(world.amal, [world.child]) == set()


def test_deciding_on_early_help_ends_it(world: World) -> None:
    actions.decide_referral(by=world.bea, referral=receive(world), decided_on=days_ago(17), response="early_help")
    assert (world.due("referral_decision"), world.due("single_assessment")) == (["met_late"], ["ended"])


def test_telling_the_referrer_meets_it_and_is_told_once(world: World) -> None:
    referral = receive(world)
    actions.acknowledge_referral(by=world.amal, referral=referral, acknowledged_on=days_ago(20))
    assert world.due("referral_acknowledged") == ["met"]
    with pytest.raises(Refused, match="It was acknowledged on"):
        actions.acknowledge_referral(by=world.amal, referral=referral, acknowledged_on=today())


def test_nothing_more_to_be_done_opens_no_case_and_is_decided_that_day(world: World) -> None:
    referral = receive(world, no_further_action=True, team=None)
    assert (referral.case, referral.decided_on, referral.response) == (None, days_ago(20), "no_further_action")
    assert (world.due("referral_decision"), world.due("single_assessment")) == (["met"], [])


def test_an_imported_one_is_not_asked_when_it_was_decided(world: World) -> None:
    receive(world, by=world.system, source="census:2026")
    assert (world.due("referral_decision"), world.due("referral_acknowledged")) == ([], [])
    assert world.due("single_assessment") == ["open"]
    assert being_decided(world.amal, [world.child]) == set()


def test_days_that_cannot_be_are_refused(world: World) -> None:
    referral = receive(world)
    with pytest.raises(Refused, match="before the referral came in"):
        actions.decide_referral(by=world.bea, referral=referral, decided_on=days_ago(21), response="assessment")
    with pytest.raises(Refused, match="has not come yet"):
        receive(world, received_on=today() + timedelta(days=1))
    with pytest.raises(Refused, match="Choose the team"):
        receive(world, team=None)


def test_who_may(world: World) -> None:
    referral = receive(world)
    said = {"referral": referral, "decided_on": days_ago(20), "response": "assessment"}
    with pytest.raises(NotThere):
        actions.decide_referral(by=world.cyd, **said)
    with pytest.raises(Refused, match="Only a social worker"):
        actions.decide_referral(by=world.fay, **said)


def test_codes_are_put_right_and_days_are_not(world: World) -> None:
    referral = receive(world)
    assert actions.correct_referral(by=world.amal, referral=referral, source_code="6", primary_need="N1") == [
        "source_code"
    ]
    assert [each.source_code for each in referrals_of(world.amal, world.child)] == ["6"]
    with pytest.raises(Refused):
        actions.correct_referral(by=world.amal, referral=referral, received_on="2026-01-01")
