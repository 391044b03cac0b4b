"""Child protection conferences: the first, within 15 working days of the strategy discussion, and each review."""

from datetime import date

from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.practice.safeguarding.actions.enquiries import end_section47
from alongside.practice.safeguarding.actions.protection_plans import end_protection_plan, start_protection_plan
from alongside.practice.safeguarding.actions.written import (
    Case,
    check,
    check_new,
    check_order,
    of,
    refuse_same_day,
    same,
    tell,
)
from alongside.practice.safeguarding.choices import CATEGORIES_OF_ABUSE, CONFERENCE_DECISIONS, REVIEW_DECISIONS
from alongside.practice.safeguarding.models import Conference, ProtectionPlan, Section47
from alongside.record.timescales.actions import writing

FIRST = "First child protection conference"
REVIEW = "Review child protection conference"


def hold_conference(
    *, by: Actor, case: Case, held_on: date, decision: str = "", category: str = "", section47: Section47 | None = None,
    plan: ProtectionPlan | None = None, previous_plans: int | None = None, source: str = "",
) -> Conference:  # fmt: skip
    """The first conference was held. It ends the enquiry it followed.

    `decision` "plan" starts a protection plan that day, unless `plan` is the one it began (a file holds both). A file
    may hold no decision: then it is empty.
    """
    check_new(by, "conference", case, held_on)
    if section47 is not None:
        check_order(held_on, section47.started_on, "the enquiry started")
    if not by.is_system and decision not in CONFERENCE_DECISIONS:
        raise Refused("Choose what the conference decided. Nothing was saved.")
    with writing(by) as w:
        conference = Conference(
            id=new_id(), kind=Conference.Kind.INITIAL, held_on=held_on, decision=decision, **of(case, source)
        )
        conference.section47 = section47
        w.keep(conference)
        tell(
            w, conference, "conference.held", held_on, source, headline=_words(FIRST, decision),
            episode=section47.episode_id if section47 else None, conference=conference.id, decision=decision,
        )  # fmt: skip
        if section47 is not None and section47.ended_on is None:
            end_section47(by=by, section47=section47, ended_on=held_on, conference_not_required=False, source=source)
        if decision == "plan" and plan is None:
            plan = start_protection_plan(
                by=by, case=case, started_on=held_on, initial_category=category, previous_plans=previous_plans,
                source=source,
            )  # fmt: skip
        w.change(conference, plan=plan)
    return conference


def review_conference(
    *, by: Actor, plan: ProtectionPlan, held_on: date, decision: str = "", category: str = "", source: str = ""
) -> Conference:
    """A review conference was held. `decision` "ends" ends the plan that day; a new `category` becomes its latest."""
    check(
        by, "conference", plan.person_id, held_on,
        after=plan.started_on, after_what="the child protection plan started",
    )  # fmt: skip
    if not by.is_system and decision not in REVIEW_DECISIONS:
        raise Refused("Choose what the conference decided. Nothing was saved.")
    refuse_same_day(by, Conference, plan, held_on, "A conference about this plan")
    with writing(by) as w:
        conference = w.keep(
            Conference(
                id=new_id(), kind=Conference.Kind.REVIEW, held_on=held_on, decision=decision, plan=plan,
                **same(plan, source),
            )
        )  # fmt: skip
        tell(
            w, conference, "conference.reviewed", held_on, source, headline=_words(REVIEW, decision),
            episode=plan.episode_id, conference=conference.id, decision=decision,
        )  # fmt: skip
        if category and category in CATEGORIES_OF_ABUSE:
            w.change(plan, latest_category=category)
        if decision == "ends":
            end_protection_plan(by=by, plan=plan, ended_on=held_on, source=source)
    return conference


def _words(what: str, decision: str) -> str:
    said = {**CONFERENCE_DECISIONS, **REVIEW_DECISIONS}.get(decision, "")
    return f"{what}: {said[0].lower()}{said[1:]}" if said else what
