"""A file brings a whole child at once: inside one writing nothing is asked of the database before it is all written."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.practice.referrals.actions import receive_referral
from alongside.practice.safeguarding import actions
from alongside.practice.safeguarding.models import Assessment, Conference, PreProceedings, ProtectionPlan
from alongside.practice.safeguarding.selectors import lasting_records
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world
from alongside.record.timescales.actions import writing

pytestmark = pytest.mark.django_db
SOURCE = {"source": "census:2026"}


@pytest.fixture
def world() -> World:
    return make_world()


def bring_everything(world: World) -> None:
    by = world.system
    referral = receive_referral(
        by=by, person=world.person, received_on=days_ago(90), source_code="6", team=world.team, **SOURCE
    )
    case = referral.case
    assert case is not None
    started = actions.start_assessment(by=by, case=case, started_on=days_ago(89), **SOURCE)
    actions.conclude_assessment(by=by, assessment=started, concluded_on=days_ago(60), factors=["3A", "18A"], **SOURCE)
    actions.start_assessment(by=by, case=case, started_on=days_ago(88), **SOURCE)
    enquiry = actions.start_section47(by=by, case=case, started_on=days_ago(80), **SOURCE)
    plan = actions.start_protection_plan(
        by=by, case=case, started_on=days_ago(65), initial_category="NEG", previous_plans=0, **SOURCE
    )
    actions.hold_conference(
        by=by, case=case, held_on=days_ago(65), decision="plan", section47=enquiry, plan=plan, **SOURCE
    )
    actions.review_conference(by=by, plan=plan, held_on=days_ago(10), **SOURCE)
    actions.end_protection_plan(by=by, plan=plan, ended_on=days_ago(10), **SOURCE)
    need = actions.start_in_need_plan(by=by, case=case, started_on=days_ago(10), **SOURCE)
    actions.end_in_need_plan(by=by, plan=need, ended_on=days_ago(5), **SOURCE)
    record = actions.start_pre_proceedings(
        by=by, case=case, started_on=days_ago(50), letter_sent_on=days_ago(52), family_meeting_offered=True, **SOURCE
    )
    actions.step_pre_proceedings(by=by, pre_proceedings=record, stepped_on=days_ago(20), outcome="Z", **SOURCE)


def test_nothing_is_asked_before_it_is_written(world: World) -> None:
    with CaptureQueriesContext(connection) as whole, writing(world.system):
        with CaptureQueriesContext(connection) as inside:
            bring_everything(world)
        assert [asked["sql"] for asked in inside] == []
    assert len(whole) < 30


def test_all_of_it_is_there_as_it_came(world: World) -> None:
    with writing(world.system):
        bring_everything(world)
    assert Assessment.objects.filter(person_id=world.child).count() == 2
    assert ProtectionPlan.objects.get().ended_on == days_ago(10)
    assert sorted(Conference.objects.values_list("kind", flat=True)) == ["initial", "review"]
    assert (PreProceedings.objects.get().outcome, PreProceedings.objects.get().stepped_on) == ("Z", days_ago(20))
    assert world.due("initial_conference") == ["met"]
    assert world.due("first_core_group") == ["missed"]


def test_a_later_file_adds_to_what_the_first_brought(world: World) -> None:
    by, case = world.system, world.case
    actions.start_section47(by=by, case=case, started_on=days_ago(80), source="census:2025")
    enquiry = lasting_records(by, world.child)["section47"][0]
    actions.hold_conference(by=by, case=case, held_on=days_ago(60), section47=enquiry, source="census:2026")
    assert lasting_records(by, world.child)["section47"][0].ended_on == days_ago(60)
    assert world.due("initial_conference") == ["met"]
