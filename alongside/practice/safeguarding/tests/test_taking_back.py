"""What was recorded in error is crossed out, its record put back, and what was due is due again."""

from typing import Any

import pytest

from alongside.platform.common.errors import NotThere, Refused
from alongside.practice.safeguarding import actions
from alongside.practice.safeguarding.models import Assessment, Conference, CoreGroup, ProtectionPlan, Section47
from alongside.practice.safeguarding.selectors import stages
from alongside.practice.safeguarding.tests.test_actions import enquiring, on_a_plan, running
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world
from alongside.record.chronology.selectors import life

pytestmark = pytest.mark.django_db
BECAUSE = "It was his brother’s"


@pytest.fixture
def world() -> World:
    return make_world()


def entry(world: World, kind: str) -> Any:
    return next(each for each in life(world.system, world.child) if each.kind == kind and each.voided_at is None)


def take_back(world: World, kind: str) -> None:
    found = actions.entry_to_take_back(by=world.amal, person=world.child, event=entry(world, kind).event_id)
    actions.take_back(by=world.amal, entry=found, because=BECAUSE)


def test_an_assessment_runs_again(world: World) -> None:
    started = actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(50))
    actions.conclude_assessment(by=world.amal, assessment=started, concluded_on=days_ago(2), factors=["3A"])
    take_back(world, "single_assessment.concluded")
    kept = Assessment.objects.get()
    assert (kept.concluded_on, kept.factors, running(world)["single_assessment"]) == (None, [], True)
    crossed = next(each for each in life(world.system, world.child) if each.kind == "single_assessment.concluded")
    assert (crossed.voided_at is not None, crossed.event.voided_because) == (True, BECAUSE)


def test_a_core_group_is_due_again(world: World) -> None:
    plan = on_a_plan(world, 8)
    actions.hold_core_group(by=world.amal, plan=plan, held_on=days_ago(1))
    take_back(world, "core_group.held")
    assert (world.due("first_core_group"), world.due("core_group_again")) == (["open"], [])
    assert CoreGroup.objects.get().withdrawn is True


def test_a_conference_takes_its_plan_with_it_and_the_enquiry_runs_again(world: World) -> None:
    enquiry = enquiring(world)
    actions.hold_conference(
        by=world.amal, case=world.case, section47=enquiry, held_on=days_ago(20), decision="plan", category="EMO"
    )
    take_back(world, "conference.held")
    assert ProtectionPlan.objects.get().withdrawn is True
    assert Section47.objects.get().ended_on is None
    assert world.due("initial_conference") == ["open"]
    assert [stage.words for stage in stages(world.amal, [world.child])[world.child]] == ["Section 47 enquiry"]


def test_a_review_that_ended_a_plan_lets_it_run_again(world: World) -> None:
    plan = on_a_plan(world)
    actions.review_conference(by=world.amal, plan=plan, held_on=days_ago(2), decision="ends")
    take_back(world, "conference.reviewed")
    assert ProtectionPlan.objects.get().ended_on is None
    assert running(world)["protection_plan"] is True
    assert world.due("review_conference") == ["open"]


def test_a_discussion_takes_its_enquiry_with_it(world: World) -> None:
    enquiring(world)
    take_back(world, "strategy_discussion.held")
    assert Section47.objects.get().withdrawn is True
    assert world.due("initial_conference") == []


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("conference.held", "Core groups of the child protection plan are recorded"),
        ("protection_plan.started", "The conference began this plan"),
        ("section47.ended", "The conference ended this enquiry"),
        ("section47.started", "The strategy discussion began this enquiry"),
    ],
)
def test_what_something_hangs_on_says_what_to_take_back_first(world: World, kind: str, says: str) -> None:
    enquiry = enquiring(world)
    held = actions.hold_conference(
        by=world.amal, case=world.case, section47=enquiry, held_on=days_ago(20), decision="plan", category="EMO"
    )
    plan = ProtectionPlan.objects.select_related("episode").get(pk=held.plan_id)
    actions.hold_core_group(by=world.amal, plan=plan, held_on=days_ago(10))
    with pytest.raises(Refused, match=says):
        take_back(world, kind)
    assert Conference.objects.get().withdrawn is False
    assert entry(world, kind)


def test_it_is_taken_back_once(world: World) -> None:
    actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(50))
    found = actions.entry_to_take_back(
        by=world.amal, person=world.child, event=entry(world, "single_assessment.started").event_id
    )
    actions.take_back(by=world.amal, entry=found, because=BECAUSE)
    with pytest.raises(Refused, match="taken back already"):
        actions.take_back(by=world.amal, entry=found, because=BECAUSE)
    with pytest.raises(NotThere):
        actions.entry_to_take_back(by=world.amal, person=world.child, event=found.event_id)


def test_another_areas_entry_is_not_taken_back_here(world: World) -> None:
    opened = entry(world, "case.opened")
    with pytest.raises(Refused, match="cannot be taken back on this page"):
        actions.entry_to_take_back(by=world.amal, person=world.child, event=opened.event_id)


def test_what_a_file_says_of_a_withdrawn_record_is_left_alone(world: World) -> None:
    actions.start_assessment(by=world.system, case=world.case, started_on=days_ago(50), source="census:2025")
    take_back(world, "single_assessment.started")
    kept = Assessment.objects.select_related("episode").get()
    actions.conclude_assessment(by=world.system, assessment=kept, concluded_on=days_ago(2), source="census:2026")
    assert Assessment.objects.get().concluded_on is None
