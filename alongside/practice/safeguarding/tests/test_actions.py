"""Actions write the record, its event and its episode, and what is due follows."""

from datetime import timedelta

import pytest

from alongside.platform.common.clock import today
from alongside.platform.common.errors import NotThere, Refused
from alongside.practice.safeguarding import actions
from alongside.practice.safeguarding.models import Assessment, Conference, ProtectionPlan, Section47
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world
from alongside.record.chronology.selectors import episodes, life

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def kinds(world: World) -> list[str]:
    return [row.kind for row in life(world.system, world.child) if row.voided_at is None]


def running(world: World) -> dict[str, bool]:
    """Episodes of the child by kind: whether each still runs."""
    return {each.kind: each.ended_on is None for each in episodes(world.system, world.child)}


def enquiring(world: World, day: int = 30) -> Section47:
    actions.hold_strategy_discussion(
        by=world.amal, case=world.case, held_on=days_ago(day), decided_section47=True, present=["police", "health"]
    )
    return Section47.objects.select_related("episode").get(person_id=world.child)


def on_a_plan(world: World, day: int = 60) -> ProtectionPlan:
    held = actions.hold_conference(
        by=world.amal, case=world.case, held_on=days_ago(day), decision="plan", category="NEG", previous_plans=1
    )
    return ProtectionPlan.objects.select_related("episode").get(pk=held.plan_id)


class TestAssessments:
    def test_it_is_an_episode_from_its_start_to_its_sign_off(self, world: World) -> None:
        started = actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(50))
        assert running(world)["single_assessment"] is True
        actions.conclude_assessment(by=world.bea, assessment=started, concluded_on=days_ago(3), factors=["3A", "16A"])
        kept = Assessment.objects.get(person_id=world.child)
        assert (kept.concluded_on, kept.factors) == (days_ago(3), ["3A", "16A"])
        assert running(world)["single_assessment"] is False
        assert {"single_assessment.started", "single_assessment.concluded"} <= set(kinds(world))

    def test_one_at_a_time_for_people_but_a_file_may_overlap(self, world: World) -> None:
        actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(50))
        with pytest.raises(Refused, match="already being assessed"):
            actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(40))
        actions.start_assessment(by=world.system, case=world.case, started_on=days_ago(40), source="census:2026")
        assert Assessment.objects.filter(person_id=world.child).count() == 2

    @pytest.mark.parametrize("factors", [[], ["21", "3A"], ["99"]])
    def test_people_choose_factors_that_can_stand_together(self, world: World, factors: list[str]) -> None:
        started = actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(50))
        with pytest.raises(Refused):
            actions.conclude_assessment(by=world.amal, assessment=started, concluded_on=today(), factors=factors)
        assert "single_assessment.concluded" not in kinds(world)

    def test_an_end_before_the_start_is_refused_whoever_says_so(self, world: World) -> None:
        for by in (world.amal, world.system):
            started = actions.start_assessment(by=world.system, case=world.case, started_on=days_ago(50))
            with pytest.raises(Refused, match="before the assessment started"):
                actions.conclude_assessment(by=by, assessment=started, concluded_on=days_ago(51), factors=["3A"])

    def test_a_later_file_may_move_the_end_and_the_earlier_end_is_crossed_out(self, world: World) -> None:
        by = world.system
        started = actions.start_assessment(by=by, case=world.case, started_on=days_ago(50), source="census:2025")
        for day, source in ((9, "census:2025"), (7, "census:2026")):
            started = Assessment.objects.select_related("episode").get(pk=started.pk)
            actions.conclude_assessment(by=by, assessment=started, concluded_on=days_ago(day), source=source)
        ends = [each for each in life(by, world.child) if each.kind == "single_assessment.concluded"]
        assert [(each.happened_on, each.voided_at is None) for each in ends] == [
            (days_ago(7), True),
            (days_ago(9), False),
        ]
        assert [each.ended_on for each in episodes(by, world.child) if each.kind == "single_assessment"] == [
            days_ago(7)
        ]


class TestEnquiriesAndConferences:
    def test_a_discussion_that_decides_on_it_starts_the_enquiry_and_its_conference_is_due(self, world: World) -> None:
        enquiring(world)
        assert running(world)["section47"] is True
        assert world.due("initial_conference") == ["open"]
        assert world.due("section47_start") == ["met"]

    def test_the_conference_meets_it_ends_the_enquiry_and_starts_the_plan(self, world: World) -> None:
        enquiry = enquiring(world)
        actions.hold_conference(
            by=world.amal, case=world.case, section47=enquiry, held_on=days_ago(20), decision="plan", category="EMO"
        )
        assert world.due("initial_conference") == ["met"]
        assert (running(world)["section47"], running(world)["protection_plan"]) == (False, True)
        assert Section47.objects.get(pk=enquiry.pk).ended_on == days_ago(20)

    def test_no_conference_needed_ends_the_duty_to_hold_one(self, world: World) -> None:
        actions.end_section47(by=world.amal, section47=enquiring(world, 10), ended_on=days_ago(5))
        assert world.due("initial_conference") == ["ended"]

    def test_an_enquiry_of_a_file_stands_for_its_discussion_and_says_so(self, world: World) -> None:
        actions.start_section47(by=world.system, case=world.case, started_on=days_ago(8), source="census:2026")
        entry = next(each for each in life(world.system, world.child) if each.kind == "section47.started")
        assert entry.event.payload["stands_for_strategy"] is True
        assert "stands for its strategy discussion" in entry.headline
        assert world.due("initial_conference") == ["open"]
        assert "strategy_discussion.held" not in kinds(world)

    def test_a_person_cannot_start_an_enquiry_without_a_discussion(self, world: World) -> None:
        with pytest.raises(Refused, match="begins at a strategy discussion"):
            actions.start_section47(by=world.amal, case=world.case, started_on=days_ago(8))

    def test_a_whole_enquiry_of_a_file_is_written_in_one_go(self, world: World) -> None:
        from alongside.record.timescales.actions import writing

        by, source = world.system, "census:2026"
        with writing(by):
            enquiry = actions.start_section47(by=by, case=world.case, started_on=days_ago(70), source=source)
            plan = actions.start_protection_plan(
                by=by,
                case=world.case,
                started_on=days_ago(60),
                initial_category="NEG",
                latest_category="EMO",
                source=source,
            )
            actions.hold_conference(
                by=by,
                case=world.case,
                section47=enquiry,
                plan=plan,
                held_on=days_ago(60),
                decision="plan",
                source=source,
            )
            actions.review_conference(by=by, plan=plan, held_on=days_ago(5), source=source)
        assert world.due("initial_conference") == ["met"]
        assert world.due("review_conference") == ["met", "open"]
        assert (ProtectionPlan.objects.get().latest_category, Conference.objects.count()) == ("EMO", 2)


class TestPlans:
    def test_a_core_group_meets_the_first_and_opens_the_next(self, world: World) -> None:
        plan = on_a_plan(world, 8)
        assert world.due("first_core_group") == ["open"]
        actions.hold_core_group(by=world.amal, plan=plan, held_on=days_ago(1))
        assert world.due("first_core_group") == ["met"]
        assert world.due_on("core_group_again") == [days_ago(1) + timedelta(weeks=6)]

    def test_a_review_opens_the_next_and_may_change_the_category(self, world: World) -> None:
        plan = on_a_plan(world)
        actions.review_conference(by=world.amal, plan=plan, held_on=days_ago(2), decision="continues", category="PHY")
        assert world.due("review_conference") == ["met", "open"]
        kept = ProtectionPlan.objects.get()
        assert (kept.initial_category, kept.latest_category, kept.previous_plans) == ("NEG", "PHY", 1)

    def test_a_review_that_ends_the_plan_ends_what_it_asked_for(self, world: World) -> None:
        plan = on_a_plan(world)
        actions.review_conference(by=world.amal, plan=plan, held_on=days_ago(2), decision="ends")
        assert ProtectionPlan.objects.get().ended_on == days_ago(2)
        assert running(world)["protection_plan"] is False
        assert world.due("review_conference") == ["met"]
        assert world.due_on("protection_plan_visit") == []

    def test_a_second_plan_is_refused_while_the_first_runs(self, world: World) -> None:
        on_a_plan(world)
        with pytest.raises(Refused, match="already has a child protection plan"):
            actions.start_protection_plan(by=world.bea, case=world.case, started_on=today(), initial_category="NEG")

    def test_a_family_worker_leads_a_child_in_need_plan(self, world: World) -> None:
        plan = actions.start_in_need_plan(by=world.fay, case=world.case, started_on=days_ago(30))
        assert world.due("cin_plan_review") == ["open"]
        actions.review_in_need_plan(by=world.fay, plan=plan, held_on=days_ago(3))
        assert world.due("cin_plan_review") == ["met", "open"]
        actions.end_in_need_plan(by=world.fay, plan=plan, ended_on=today())
        assert world.due("cin_plan_review") == ["met", "ended"]


class TestBeforeCourt:
    def test_from_the_letter_to_the_step(self, world: World) -> None:
        record = actions.start_pre_proceedings(
            by=world.amal,
            case=world.case,
            started_on=days_ago(40),
            letter_sent_on=days_ago(38),
            family_meeting_offered=True,
        )
        meeting = record.family_group_meetings.get()
        actions.hold_family_group_meeting(by=world.fay, meeting=meeting, held_on=days_ago(20))
        actions.step_pre_proceedings(by=world.bea, pre_proceedings=record, stepped_on=days_ago(1), outcome="A")
        record.refresh_from_db()
        assert (record.family_meeting_held, record.stepped_on, record.outcome) == (True, days_ago(1), "A")
        assert {"family_group_meeting.offered", "family_group_meeting.held", "pre_proceedings.ended"} <= set(
            kinds(world)
        )
        assert running(world)["pre_proceedings"] is False


class TestWhoMay:
    def test_a_colleague_who_does_not_hold_the_child_finds_nothing_there(self, world: World) -> None:
        with pytest.raises(NotThere):
            actions.start_assessment(by=world.cyd, case=world.case, started_on=today())

    def test_a_family_worker_of_the_child_is_told_who_may(self, world: World) -> None:
        with pytest.raises(Refused, match="Only a social worker"):
            actions.start_assessment(by=world.fay, case=world.case, started_on=today())

    def test_no_other_area_writes_a_reserved_kind(self, world: World) -> None:
        from alongside.record.timescales.actions import About, NewEvent, record_event

        event = NewEvent(
            kind="conference.held", happened=today(), about=(About(subject=world.child),), area="tools.notes"
        )
        with pytest.raises(LookupError, match="carries law"):
            record_event(by=world.amal, event=event)

    def test_a_day_to_come_is_refused_to_people(self, world: World) -> None:
        with pytest.raises(Refused, match="has not come yet"):
            actions.start_assessment(by=world.amal, case=world.case, started_on=today() + timedelta(days=1))


def test_plain_fields_are_put_right_and_days_are_not(world: World) -> None:
    plan = on_a_plan(world)
    assert actions.correct_record(by=world.amal, record=plan, previous_plans=2, latest_category="NEG") == [
        "previous_plans"
    ]
    assert ProtectionPlan.objects.get().previous_plans == 2
    with pytest.raises(Refused):
        actions.correct_record(by=world.amal, record=plan, started_on=today())
