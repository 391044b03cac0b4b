"""A referral of the census: the request, the case it opened, a conference outside an enquiry, and the closing."""

from collections.abc import Mapping
from typing import Any

from alongside.entrances.imports.comparing.content import referral_of
from alongside.entrances.imports.taking_in.blocks.taking import Taking, as_text, day, sure_day
from alongside.practice.referrals.actions import correct_referral, decide_referral, receive_referral
from alongside.practice.safeguarding.actions import hold_conference
from alongside.record.casework.actions import close_case

NOTHING_MORE = "no_further_action"
CODES = {"source": "source_code", "primary_need": "primary_need"}


def add(taking: Taking, key: str, fields: Mapping[str, Any]) -> Any:
    """A referral with no further action opens no case, unless the file holds work under it (rule 8831 asks)."""
    nothing_more = bool(fields.get("no_further_action"))
    caseless = nothing_more and not _has_work(taking, key, fields)
    referral = receive_referral(
        by=taking.by,
        person=taking.person,
        received_on=sure_day(fields, "received_on"),
        source_code=fields.get("source", ""),
        primary_need=fields.get("primary_need", ""),
        no_further_action=caseless,
        team=taking.team,
        source=taking.source,
    )
    taking.cases[key] = referral.case
    if nothing_more and not caseless:
        decide_referral(
            by=taking.by,
            referral=referral,
            decided_on=referral.received_on,
            response=NOTHING_MORE,
            source=taking.source,
        )
    return referral


def _has_work(taking: Taking, key: str, fields: Mapping[str, Any]) -> bool:
    return bool(fields.get("conference_on")) or any(
        other != key and not other.startswith("child") and referral_of(other) == key for other in taking.content
    )


def finish(taking: Taking, key: str, fields: Mapping[str, Any]) -> None:
    """What follows when all blocks of the referral are in: its own conference, and its closing."""
    case = taking.cases[key]
    if case is None:
        return
    conference = fields.get("conference_on")
    if conference and conference not in _conferences_of_enquiries(taking, key):
        confer(taking, key, fields)
    closed_on = day(fields, "closed_on")
    if closed_on:
        close_case(
            by=taking.by, case=case, closed_on=closed_on, reason=fields.get("closing_reason", ""), source=taking.source
        )


def _conferences_of_enquiries(taking: Taking, key: str) -> set[str]:
    """One conference told at both levels (rule 2884 asks) is one conference."""
    return {
        fields.get("conference_on", "")
        for other, fields in taking.content.items()
        if other.startswith("section47 ") and referral_of(other) == key
    }


def confer(taking: Taking, key: str, fields: Mapping[str, Any], *, section47: Any = None) -> None:
    """The first conference. It decided on a plan when the file holds one that began that very day."""
    held_on = sure_day(fields, "conference_on")
    plan = plan_begun_by(taking, key, fields["conference_on"])
    hold_conference(
        by=taking.by,
        case=taking.cases[key],
        held_on=held_on,
        decision="plan" if plan is not None else "",
        section47=section47,
        plan=plan,
        source=taking.source,
    )


def plan_begun_by(taking: Taking, key: str, held_on: str) -> Any:
    """The protection plan of this referral that began on the day of the conference, if it is being made now."""
    for other, plan in taking.made.items():
        is_ours = other.startswith("protection_plan ") and referral_of(other) == key
        if is_ours and taking.content[other]["started_on"] == held_on:
            return plan
    return None


def held(referral: Any) -> dict[str, Any]:
    """What is held, as a file would say it. What has no field of its own is not here."""
    known = {name: as_text(getattr(referral, field)) for name, field in CODES.items()}
    known["received_on"] = as_text(referral.received_on)
    known["no_further_action"] = referral.no_further_action
    if referral.case is not None:
        known["closed_on"] = as_text(referral.case.closed_on)
        known["closing_reason"] = referral.case.closing_reason
    return known


def change(taking: Taking, referral: Any, fields: Mapping[str, Any]) -> set[str]:
    """Take in codes, a closing and a conference that the last file did not hold. A day once told is not moved."""
    left = set(fields)
    codes = {field: fields[name] or "" for name, field in CODES.items() if name in fields}
    if codes:
        correct_referral(by=taking.by, referral=referral, **codes)
        left -= set(CODES)
    case = referral.case
    if case is None:
        return left
    key = f"referral {referral.received_on}"
    taking.cases[key] = case
    if fields.get("conference_on") and fields["conference_on"] not in _conferences_of_enquiries(taking, key):
        confer(taking, key, fields)
        left.discard("conference_on")
    if fields.get("closed_on") and case.closed_on is None:
        reason = fields.get("closing_reason") or taking.content[key].get("closing_reason", "")
        close_case(
            by=taking.by, case=case, closed_on=sure_day(fields, "closed_on"), reason=reason, source=taking.source
        )
        left -= {"closed_on", "closing_reason"}
    return left
