"""Single assessments (Working Together chapter 3: at most 45 working days from the referral)."""

from collections.abc import Sequence
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
    refuse_second,
)
from alongside.practice.safeguarding.choices import FACTORS, NO_FACTORS
from alongside.practice.safeguarding.models import Assessment
from alongside.record.timescales.actions import writing


def start_assessment(
    *, by: Actor, case: Case, started_on: date, internal_review_on: date | None = None, source: str = ""
) -> Assessment:
    """Somebody began to assess the child. The 45 days have counted since the referral."""
    check_new(by, "assessment", case, started_on)
    refuse_second(by, Assessment, case.person_id, {"concluded_on": None}, "This child is already being assessed.")
    with writing(by) as w:
        assessment = Assessment(
            id=new_id(), started_on=started_on, internal_review_on=internal_review_on, **of(case, source)
        )
        begin(w, assessment, "single_assessment", assessment=assessment.id)
    return assessment


def conclude_assessment(
    *, by: Actor, assessment: Assessment, concluded_on: date, factors: Sequence[str] = (), source: str = ""
) -> Assessment:
    """A manager authorised it on this day. `factors` are the census's codes; people choose at least one."""
    check(
        by, "assessment", assessment.person_id, concluded_on,
        after=assessment.started_on, after_what="the assessment started",
    )  # fmt: skip
    check_order(concluded_on, assessment.started_on, "the assessment started")
    if not by.is_system:
        _check_factors(factors)
    with writing(by) as w:
        finish(
            w, assessment, "single_assessment.concluded", "concluded_on", concluded_on, source,
            assessment=assessment.id, factors=", ".join(factors),
        )  # fmt: skip
        w.change(assessment, factors=list(factors))
    return assessment


def _check_factors(factors: Sequence[str]) -> None:
    if not factors or not set(factors) <= set(FACTORS):
        raise Refused("Choose what the assessment found from the list. Nothing was saved.")
    if NO_FACTORS in factors and len(factors) > 1:
        raise Refused("“No factors found” stands alone: take away the others, or take it away. Nothing was saved.")
