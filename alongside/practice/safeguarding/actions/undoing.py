"""How each event of safeguarding is undone: what of its record changes, and what stops it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from alongside.platform.common.errors import Refused
from alongside.practice.safeguarding.models import (
    Assessment,
    Conference,
    CoreGroup,
    FamilyGroupMeeting,
    InNeedPlan,
    InNeedReview,
    PreProceedings,
    ProtectionPlan,
    Section47,
    StrategyDiscussion,
)
from alongside.practice.safeguarding.models.of_a_case import OfACase
from alongside.record.timescales.actions import Writing

Undo = Callable[[Writing, Any, str], None]


@dataclass(frozen=True, slots=True)
class Undoing:
    """`what` is the row of `policy.WHO`; `undo` changes the record, and raises Refused where something hangs on it."""

    what: str
    model: type[OfACase]
    undo: Undo


def _first(words: str) -> Refused:
    return Refused(f"{words} Take that back first. Nothing was changed.")


def _withdraw(w: Writing, record: Any, because: str) -> None:
    w.change(record, withdrawn=True)


def _again(**before: Any) -> Undo:
    """It runs again, with these fields as they were."""

    def undo(w: Writing, record: Any, because: str) -> None:
        w.change(record, **before)

    return undo


def _void(w: Writing, record: OfACase, kind: str, because: str) -> None:
    for event in w.events_of(record.pk, kind):
        w.void(event, because)


def _withdraw_open(ended: str) -> Undo:
    def undo(w: Writing, record: Any, because: str) -> None:
        if getattr(record, ended) is not None:
            raise _first("It is recorded that this ended.")
        w.change(record, withdrawn=True)

    return undo


def _discussion(w: Writing, record: StrategyDiscussion, because: str) -> None:
    """With it goes the enquiry it started, while nothing has followed."""
    for enquiry in Section47.objects.filter(strategy_discussion=record, withdrawn=False):
        _check_enquiry(enquiry)
        _void(w, enquiry, "section47.started", because)
        w.change(enquiry, withdrawn=True)
    w.change(record, withdrawn=True)


def _check_enquiry(enquiry: Section47) -> None:
    if enquiry.ended_on is not None or enquiry.conferences.filter(withdrawn=False).exists():
        raise _first("It is recorded how the enquiry ended.")


def _enquiry(w: Writing, record: Section47, because: str) -> None:
    if record.strategy_discussion_id is not None:
        raise _first("The strategy discussion began this enquiry.")
    _check_enquiry(record)
    w.change(record, withdrawn=True)


def _enquiry_ended(w: Writing, record: Section47, because: str) -> None:
    if not record.conference_not_required:
        raise _first("The conference ended this enquiry.")
    w.change(record, ended_on=None, conference_not_required=False)


def _conference(w: Writing, record: Conference, because: str) -> None:
    """With it goes the plan it began, while nothing has followed; the enquiry it ended runs again."""
    if record.plan is not None:
        _check_plan(record.plan)
        _void(w, record.plan, "protection_plan.started", because)
        w.change(record.plan, withdrawn=True)
    enquiry = record.section47
    if enquiry is not None and enquiry.ended_on == record.held_on and not enquiry.conference_not_required:
        _void(w, enquiry, "section47.ended", because)
        w.change(enquiry, ended_on=None)
    w.change(record, withdrawn=True)


def _check_plan(plan: ProtectionPlan) -> None:
    if plan.ended_on is not None:
        raise _first("It is recorded that the child protection plan ended.")
    if plan.core_groups.filter(withdrawn=False).exists():
        raise _first("Core groups of the child protection plan are recorded.")
    if plan.conferences.filter(withdrawn=False, kind=Conference.Kind.REVIEW).exists():
        raise _first("Review conferences of the child protection plan are recorded.")


def _plan(w: Writing, record: ProtectionPlan, because: str) -> None:
    if record.conferences.filter(withdrawn=False, kind=Conference.Kind.INITIAL).exists():
        raise _first("The conference began this plan.")
    _check_plan(record)
    w.change(record, withdrawn=True)


def _plan_ended(w: Writing, record: ProtectionPlan, because: str) -> None:
    if record.conferences.filter(withdrawn=False, decision="ends").exists():
        raise _first("A review conference ended this plan.")
    w.change(record, ended_on=None)


def _review(w: Writing, record: Conference, because: str) -> None:
    """A plan that it ended runs again. A category that it changed is put right by hand."""
    plan = record.plan
    if record.decision == "ends" and plan is not None and plan.ended_on == record.held_on:
        _void(w, plan, "protection_plan.ended", because)
        w.change(plan, ended_on=None)
    w.change(record, withdrawn=True)


def _need_plan(w: Writing, record: InNeedPlan, because: str) -> None:
    if record.ended_on is not None:
        raise _first("It is recorded that the child in need plan ended.")
    if record.reviews.filter(withdrawn=False).exists():
        raise _first("Reviews of the child in need plan are recorded.")
    w.change(record, withdrawn=True)


def _before_court(w: Writing, record: PreProceedings, because: str) -> None:
    if record.stepped_on is not None:
        raise _first("It is recorded that pre-proceedings ended.")
    if record.family_group_meetings.filter(withdrawn=False).exists():
        raise _first("A family group meeting in these pre-proceedings is recorded.")
    w.change(record, withdrawn=True)


def _meeting_held(w: Writing, record: FamilyGroupMeeting, because: str) -> None:
    if record.pre_proceedings is not None:
        w.change(record.pre_proceedings, family_meeting_held=None)
    w.change(record, held_on=None)


UNDOING: dict[str, Undoing] = {
    "single_assessment.started": Undoing("assessment", Assessment, _withdraw_open("concluded_on")),
    "single_assessment.concluded": Undoing("assessment", Assessment, _again(concluded_on=None, factors=[])),
    "strategy_discussion.held": Undoing("enquiry", StrategyDiscussion, _discussion),
    "section47.started": Undoing("enquiry", Section47, _enquiry),
    "section47.ended": Undoing("enquiry", Section47, _enquiry_ended),
    "conference.held": Undoing("conference", Conference, _conference),
    "conference.reviewed": Undoing("conference", Conference, _review),
    "protection_plan.started": Undoing("protection_plan", ProtectionPlan, _plan),
    "protection_plan.ended": Undoing("protection_plan", ProtectionPlan, _plan_ended),
    "core_group.held": Undoing("core_group", CoreGroup, _withdraw),
    "cin_plan.started": Undoing("need_plan", InNeedPlan, _need_plan),
    "cin_plan.reviewed": Undoing("need_plan", InNeedReview, _withdraw),
    "cin_plan.ended": Undoing("need_plan", InNeedPlan, _again(ended_on=None)),
    "pre_proceedings.started": Undoing("before_court", PreProceedings, _before_court),
    "pre_proceedings.ended": Undoing("before_court", PreProceedings, _again(stepped_on=None, outcome="")),
    "family_group_meeting.offered": Undoing("family_meeting", FamilyGroupMeeting, _withdraw_open("held_on")),
    "family_group_meeting.held": Undoing("family_meeting", FamilyGroupMeeting, _meeting_held),
}
