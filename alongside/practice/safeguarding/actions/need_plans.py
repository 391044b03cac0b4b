"""Child in need plans and their reviews."""

from datetime import date

from alongside.platform.access.actor import Actor
from alongside.platform.common.ids import new_id
from alongside.practice.safeguarding.actions.written import (
    Case,
    begin,
    check,
    check_new,
    check_order,
    finish,
    of,
    refuse_same_day,
    refuse_second,
    same,
    tell,
)
from alongside.practice.safeguarding.models import InNeedPlan, InNeedReview
from alongside.record.timescales.actions import writing

STARTED = "the child in need plan started"


def start_in_need_plan(*, by: Actor, case: Case, started_on: date, source: str = "") -> InNeedPlan:
    """A child in need plan was agreed with the family."""
    check_new(by, "need_plan", case, started_on)
    refuse_second(by, InNeedPlan, case.person_id, {"ended_on": None}, "This child already has a child in need plan.")
    with writing(by) as w:
        plan = InNeedPlan(id=new_id(), started_on=started_on, **of(case, source))
        begin(w, plan, "cin_plan", singular=True)
    return plan


def end_in_need_plan(*, by: Actor, plan: InNeedPlan, ended_on: date, source: str = "") -> InNeedPlan:
    """The plan ended."""
    check(by, "need_plan", plan.person_id, ended_on, after=plan.started_on, after_what=STARTED)
    check_order(ended_on, plan.started_on, STARTED)
    with writing(by) as w:
        finish(w, plan, "cin_plan.ended", "ended_on", ended_on, source)
    return plan


def review_in_need_plan(*, by: Actor, plan: InNeedPlan, held_on: date, source: str = "") -> InNeedReview:
    """The family and those who help them looked at the plan together."""
    check(by, "need_plan", plan.person_id, held_on, after=plan.started_on, after_what=STARTED)
    refuse_same_day(by, InNeedReview, plan, held_on, "A review of this plan")
    with writing(by) as w:
        review = w.keep(InNeedReview(id=new_id(), plan=plan, held_on=held_on, **same(plan, source)))
        tell(w, review, "cin_plan.reviewed", held_on, source, episode=plan.episode_id)
    return review
