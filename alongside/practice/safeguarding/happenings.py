"""Every "record that it happened" of safeguarding: who may, what is asked, which open record, which action."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.platform.access.actor import Actor
from alongside.practice.safeguarding import actions, forms
from alongside.practice.safeguarding.models import Section47
from alongside.practice.safeguarding.open_work import OpenWork

Do = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Happening:
    """`key` is in the address; `title` a line in a list and the heading of the page; `what` the row of `policy.WHO`.

    `kinds` are the events it writes, so what is owed and met by them is known; `targets` picks the open records it may
    be about (none: it does not apply); `record` is called with by, the record chosen, the day and what else was said.
    """

    key: str
    title: str
    what: str
    kinds: tuple[str, ...]
    form: type[forms.HappeningForm]
    targets: Callable[[OpenWork], Sequence[Any]]
    record: Do

    @property
    def done(self) -> str:
        """The note after saving: "Recorded: a core group met"."""
        return f"Recorded: {self.title.removeprefix('Record that ')}"


def given(name: str, day: str, action: Do) -> Do:
    """Call `action` with the record under its own name for it, and the day under its own name."""
    return lambda by, target, on, **said: action(by=by, **{name: target, day: on}, **said)


def _conference(by: Actor, target: Any, on: Any, **said: Any) -> Any:
    """About the enquiry it followed; or, where none is open (a child who moved in), about the case alone."""
    if isinstance(target, Section47):
        return actions.hold_conference(by=by, case=target.case, section47=target, held_on=on, **said)
    return actions.hold_conference(by=by, case=target, held_on=on, **said)


def _family_meeting_offered(by: Actor, target: Any, on: Any) -> Any:
    """In pre-proceedings, where they run; else in the case."""
    before = target if hasattr(target, "stepped_on") else None
    case = before.case if before else target
    return actions.offer_family_group_meeting(by=by, case=case, offered_on=on, pre_proceedings=before)


def _unless(of: str) -> Callable[[OpenWork], Sequence[Any]]:
    """The open cases, while nothing of that name is open."""
    return lambda work: () if getattr(work, of) else work.cases


HAPPENINGS = (
    Happening(
        "assessment-started", "Record that an assessment started", "assessment", ("single_assessment.started",),
        forms.AssessmentStarted, _unless("assessments"), given("case", "started_on", actions.start_assessment),
    ),
    Happening(
        "assessment-concluded", "Record that the assessment was signed off", "assessment",
        ("single_assessment.concluded",), forms.AssessmentConcluded, lambda work: work.assessments,
        given("assessment", "concluded_on", actions.conclude_assessment),
    ),
    Happening(
        "strategy-discussion-held", "Record that a strategy discussion was held", "enquiry",
        ("strategy_discussion.held", "section47.started"), forms.StrategyDiscussionHeld, lambda work: work.cases,
        given("case", "held_on", actions.hold_strategy_discussion),
    ),
    Happening(
        "no-conference-needed", "Record that the enquiry ended and no conference was needed", "enquiry",
        ("section47.ended",), forms.EnquiryEnded, lambda work: work.section47s,
        given("section47", "ended_on", actions.end_section47),
    ),
    Happening(
        "conference-held", "Record that the first conference was held", "conference", ("conference.held",),
        forms.ConferenceHeld, lambda work: () if work.protection_plans else work.section47s or work.cases, _conference,
    ),
    Happening(
        "core-group-held", "Record that a core group met", "core_group", ("core_group.held",),
        forms.CoreGroupHeld, lambda work: work.protection_plans, given("plan", "held_on", actions.hold_core_group),
    ),
    Happening(
        "conference-reviewed", "Record that a review conference was held", "conference", ("conference.reviewed",),
        forms.ConferenceReviewed, lambda work: work.protection_plans,
        given("plan", "held_on", actions.review_conference),
    ),
    Happening(
        "protection-plan-ended", "Record that the child protection plan ended without a conference", "protection_plan",
        ("protection_plan.ended",), forms.ProtectionPlanEnded, lambda work: work.protection_plans,
        given("plan", "ended_on", actions.end_protection_plan),
    ),
    Happening(
        "in-need-plan-started", "Record that a child in need plan was agreed", "need_plan", ("cin_plan.started",),
        forms.NeedPlanStarted, _unless("need_plans"), given("case", "started_on", actions.start_in_need_plan),
    ),
    Happening(
        "in-need-plan-reviewed", "Record that the child in need plan was reviewed", "need_plan",
        ("cin_plan.reviewed",), forms.NeedPlanReviewed, lambda work: work.need_plans,
        given("plan", "held_on", actions.review_in_need_plan),
    ),
    Happening(
        "in-need-plan-ended", "Record that the child in need plan ended", "need_plan", ("cin_plan.ended",),
        forms.NeedPlanEnded, lambda work: work.need_plans, given("plan", "ended_on", actions.end_in_need_plan),
    ),
    Happening(
        "pre-proceedings-started", "Record that pre-proceedings started", "before_court", ("pre_proceedings.started",),
        forms.PreProceedingsStarted, _unless("pre_proceedings"),
        given("case", "started_on", actions.start_pre_proceedings),
    ),
    Happening(
        "pre-proceedings-stepped", "Record that pre-proceedings were stepped up or down", "before_court",
        ("pre_proceedings.ended",), forms.PreProceedingsStepped, lambda work: work.pre_proceedings,
        given("pre_proceedings", "stepped_on", actions.step_pre_proceedings),
    ),
    Happening(
        "family-meeting-offered", "Record that a family group meeting was offered", "family_meeting",
        ("family_group_meeting.offered",), forms.FamilyMeetingOffered,
        lambda work: work.pre_proceedings or work.cases, _family_meeting_offered,
    ),
    Happening(
        "family-meeting-held", "Record that the family group meeting was held", "family_meeting",
        ("family_group_meeting.held",), forms.FamilyMeetingHeld, lambda work: work.family_meetings,
        given("meeting", "held_on", actions.hold_family_group_meeting),
    ),
)  # fmt: skip
BY_KEY = {each.key: each for each in HAPPENINGS}
