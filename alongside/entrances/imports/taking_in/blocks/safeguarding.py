"""Assessments, enquiries, plans and pre-proceedings of the census, each by the actions of safeguarding."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.entrances.imports.comparing.content import referral_of
from alongside.entrances.imports.taking_in.blocks.referral import confer
from alongside.entrances.imports.taking_in.blocks.taking import Taking, as_text, day, sure_day
from alongside.practice.safeguarding import actions

Given = Mapping[str, Any]
# What module 5 of the census is called in our record.
OURS = {
    "letter_sent_on": "letter_sent_on",
    "family_meeting_offered": "family_meeting_offered",
    "family_meeting_held": "family_meeting_held",
    "first_meeting_on": "first_meeting_on",
    "review_meetings": "review_meetings",
    "court_application_on": "applied_on",
    "care_proceedings_letter_on": "proceedings_letter_on",
}


def add_assessment(taking: Taking, key: str, fields: Given) -> Any:
    assessment = actions.start_assessment(
        by=taking.by,
        case=taking.cases[referral_of(key)],
        started_on=sure_day(fields, "started_on"),
        internal_review_on=day(fields, "reviewed_on"),
        source=taking.source,
    )
    if fields.get("concluded_on"):
        _conclude(taking, assessment, fields)
    elif fields.get("factors"):
        actions.correct_record(by=taking.by, record=assessment, factors=list(fields["factors"]))
    return assessment


def _conclude(taking: Taking, assessment: Any, fields: Given) -> None:
    actions.conclude_assessment(
        by=taking.by,
        assessment=assessment,
        concluded_on=sure_day(fields, "concluded_on"),
        factors=fields.get("factors") or (),
        source=taking.source,
    )


def change_assessment(taking: Taking, assessment: Any, fields: Given, key: str) -> set[str]:
    left = set(fields) - {"factors", "reviewed_on"}
    if fields.get("concluded_on"):
        _conclude(taking, assessment, {**fields, "factors": fields.get("factors", list(assessment.factors))})
        left.discard("concluded_on")
    elif "factors" in fields:
        actions.correct_record(by=taking.by, record=assessment, factors=list(fields["factors"] or ()))
    if "reviewed_on" in fields:
        actions.correct_record(by=taking.by, record=assessment, internal_review_on=day(fields, "reviewed_on"))
    return left


def held_of_assessment(assessment: Any) -> dict[str, Any]:
    return {
        "reviewed_on": as_text(assessment.internal_review_on),
        "concluded_on": as_text(assessment.concluded_on),
        "factors": list(assessment.factors),
    }


def add_section47(taking: Taking, key: str, fields: Given) -> Any:
    """An enquiry of a file stands in for its strategy discussion, which no census holds."""
    section47 = actions.start_section47(
        by=taking.by,
        case=taking.cases[referral_of(key)],
        started_on=sure_day(fields, "started_on"),
        conference_target_on=day(fields, "conference_target"),
        source=taking.source,
    )
    _end_section47(taking, section47, fields, key)
    return section47


def _end_section47(taking: Taking, section47: Any, fields: Given, key: str) -> set[str]:
    """By its conference; or, where none was needed, on a day that the file does not say: its first is taken."""
    if fields.get("conference_on"):
        ours = sure_day(fields, "conference_on") >= section47.started_on  # else flagged, and not of this enquiry
        confer(taking, referral_of(key), fields, section47=section47 if ours else None)
        return {"conference_on"}
    if fields.get("conference_not_required") and section47.ended_on is None:
        actions.end_section47(
            by=taking.by, section47=section47, ended_on=section47.started_on, day_known=False, source=taking.source
        )
        return {"conference_not_required"}
    return set()


def change_section47(taking: Taking, section47: Any, fields: Given, key: str) -> set[str]:
    left = set(fields)
    if "conference_target" in fields:
        actions.correct_record(by=taking.by, record=section47, conference_target_on=day(fields, "conference_target"))
        left.discard("conference_target")
    return left - _end_section47(taking, section47, fields, key)


def held_of_section47(section47: Any) -> dict[str, Any]:
    return {"conference_target": as_text(section47.conference_target_on)}


def add_in_need_plan(taking: Taking, key: str, fields: Given) -> Any:
    plan = actions.start_in_need_plan(
        by=taking.by,
        case=taking.cases[referral_of(key)],
        started_on=sure_day(fields, "started_on"),
        source=taking.source,
    )
    change_in_need_plan(taking, plan, fields, key)
    return plan


def change_in_need_plan(taking: Taking, plan: Any, fields: Given, key: str) -> set[str]:
    if not fields.get("ended_on"):
        return set(fields)
    actions.end_in_need_plan(by=taking.by, plan=plan, ended_on=sure_day(fields, "ended_on"), source=taking.source)
    return set(fields) - {"ended_on"}


def add_protection_plan(taking: Taking, key: str, fields: Given) -> Any:
    plan = actions.start_protection_plan(
        by=taking.by,
        case=taking.cases[referral_of(key)],
        started_on=sure_day(fields, "started_on"),
        initial_category=fields.get("first_category", ""),
        latest_category=fields.get("latest_category", ""),
        previous_plans=fields.get("previous_plans"),
        source=taking.source,
    )
    _review_and_end(taking, plan, fields, fields.get("reviewed_on", ()))
    return plan


def _review_and_end(taking: Taking, plan: Any, fields: Given, reviews: Any) -> None:
    for each in reviews:
        actions.review_conference(by=taking.by, plan=plan, held_on=sure_day({"on": each}, "on"), source=taking.source)
    if fields.get("ended_on"):
        actions.end_protection_plan(
            by=taking.by, plan=plan, ended_on=sure_day(fields, "ended_on"), source=taking.source
        )


def change_protection_plan(taking: Taking, plan: Any, fields: Given, key: str, before: Given) -> set[str]:
    """Reviews that the last file did not hold are added; one it held and this one lacks stays."""
    codes = {"first_category": "initial_category", "latest_category": "latest_category"}
    right = {field: fields[name] or "" for name, field in codes.items() if name in fields}
    if "previous_plans" in fields:
        right["previous_plans"] = fields["previous_plans"]
    if right:
        actions.correct_record(by=taking.by, record=plan, **right)
    known = set(before.get("reviewed_on") or ())
    _review_and_end(taking, plan, fields, [each for each in fields.get("reviewed_on") or () if each not in known])
    left = set(fields) - set(codes) - {"previous_plans", "reviewed_on"}
    return left - {"ended_on"} if fields.get("ended_on") else left


def held_of_protection_plan(plan: Any) -> dict[str, Any]:
    return {
        "ended_on": as_text(plan.ended_on),
        "first_category": plan.initial_category,
        "latest_category": plan.latest_category,
        "previous_plans": plan.previous_plans,
    }


def add_pre_proceedings(taking: Taking, key: str, fields: Given) -> Any:
    record = actions.start_pre_proceedings(
        by=taking.by,
        case=taking.cases[referral_of(key)],
        started_on=sure_day(fields, "started_on"),
        source=taking.source,
        **_ours(fields),
    )
    _step(taking, record, fields)
    return record


def _ours(fields: Given) -> dict[str, Any]:
    return {
        ours: day(fields, name) if name.endswith("_on") else fields[name]
        for name, ours in OURS.items()
        if name in fields
    }


def _step(taking: Taking, record: Any, fields: Given) -> set[str]:
    outcome = fields.get("outcome") or record.outcome
    if fields.get("decided_on"):
        actions.step_pre_proceedings(
            by=taking.by,
            pre_proceedings=record,
            stepped_on=sure_day(fields, "decided_on"),
            outcome=outcome,
            source=taking.source,
        )
    elif "outcome" in fields:
        actions.correct_record(by=taking.by, record=record, outcome=outcome)
    return {"outcome", "decided_on"} if fields.get("decided_on") else {"outcome"}


def change_pre_proceedings(taking: Taking, record: Any, fields: Given, key: str) -> set[str]:
    if ours := _ours(fields):
        actions.correct_record(by=taking.by, record=record, **ours)
    return set(fields) - set(OURS) - _step(taking, record, fields)


def held_of_pre_proceedings(record: Any) -> dict[str, Any]:
    known = {name: as_text(getattr(record, ours)) for name, ours in OURS.items()}
    return {**known, "decided_on": as_text(record.stepped_on), "outcome": record.outcome}


ADD: dict[str, Callable[[Taking, str, Given], Any]] = {
    # In this order: a conference looks for the plan it began, and the case closes last of all.
    "assessment": add_assessment,
    "cin_plan": add_in_need_plan,
    "protection_plan": add_protection_plan,
    "section47": add_section47,
    "pre_proceedings": add_pre_proceedings,
}


def held_of(kind: str, record: Any) -> dict[str, Any]:
    """What is held of a block, as a file would say it. What has no field of its own is not here."""
    return {"started_on": as_text(record.started_on), **HELD[kind](record)}


HELD: dict[str, Callable[[Any], dict[str, Any]]] = {
    "assessment": held_of_assessment,
    "section47": held_of_section47,
    "cin_plan": lambda plan: {"ended_on": as_text(plan.ended_on)},
    "protection_plan": held_of_protection_plan,
    "pre_proceedings": held_of_pre_proceedings,
}
CHANGE: dict[str, Callable[..., set[str]]] = {
    "assessment": change_assessment,
    "section47": change_section47,
    "cin_plan": change_in_need_plan,
    "pre_proceedings": change_pre_proceedings,
}
