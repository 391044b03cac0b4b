"""Child protection plans and core groups."""

from datetime import date

from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import Refused
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
from alongside.practice.safeguarding.choices import CATEGORIES_OF_ABUSE
from alongside.practice.safeguarding.models import CoreGroup, ProtectionPlan
from alongside.record.timescales.actions import writing

STARTED = "the child protection plan started"


def start_protection_plan(
    *, by: Actor, case: Case, started_on: date, initial_category: str, latest_category: str = "",
    previous_plans: int | None = None, conference_on: date | None = None, source: str = "",
) -> ProtectionPlan:  # fmt: skip
    """A conference decided on a plan. The latest category is the first until a review says another.

    `conference_on` is the day of that conference, where it is not the day the plan started.
    """
    check_new(by, "protection_plan", case, started_on)
    if not by.is_system and initial_category not in CATEGORIES_OF_ABUSE:
        raise Refused("Choose the category of abuse from the list. Nothing was saved.")
    already = "This child already has a child protection plan."
    refuse_second(by, ProtectionPlan, case.person_id, {"ended_on": None}, already)
    with writing(by) as w:
        plan = ProtectionPlan(
            id=new_id(),
            started_on=started_on,
            initial_category=initial_category,
            latest_category=latest_category or initial_category,
            previous_plans=previous_plans,
            **of(case, source),
        )
        begin(
            w, plan, "protection_plan", singular=True, headline=_words(initial_category), category=initial_category,
            previous_plans=previous_plans, conference_on=None if conference_on == started_on else conference_on,
        )  # fmt: skip
    return plan


def end_protection_plan(*, by: Actor, plan: ProtectionPlan, ended_on: date, source: str = "") -> ProtectionPlan:
    """The plan ended."""
    check(by, "protection_plan", plan.person_id, ended_on, after=plan.started_on, after_what=STARTED)
    check_order(ended_on, plan.started_on, STARTED)
    with writing(by) as w:
        finish(w, plan, "protection_plan.ended", "ended_on", ended_on, source)
    return plan


def hold_core_group(*, by: Actor, plan: ProtectionPlan, held_on: date, source: str = "") -> CoreGroup:
    """The core group met."""
    check(by, "core_group", plan.person_id, held_on, after=plan.started_on, after_what=STARTED)
    refuse_same_day(by, CoreGroup, plan, held_on, "A core group")
    with writing(by) as w:
        group = w.keep(CoreGroup(id=new_id(), plan=plan, held_on=held_on, **same(plan, source)))
        tell(w, group, "core_group.held", held_on, source, episode=plan.episode_id)
    return group


def _words(category: str) -> str:
    named = CATEGORIES_OF_ABUSE.get(category, "")
    return f"Child protection plan started: {named.lower()}" if named else ""
