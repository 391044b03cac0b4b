"""Doubts about referrals and their closing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from alongside.platform.common.words import full_date
from alongside.practice.referrals.choices import (
    CLOSED_AFTER_ASSESSMENT,
    CLOSING_REASONS,
    PRIMARY_NEED,
    SOURCES,
)

from ..blocks import ChildBlock, CinEpisode
from ..faults import FaultList
from .when import When, check_code, clashes, open_ones

FORTY_WEEKS = timedelta(weeks=40)


def check_referrals(child: ChildBlock, when: When, note: FaultList) -> None:
    if not child.episodes:
        note.doubt(child.line, "8590", "CINdetails", "No referral of this child could be taken in.")
    for episode in child.episodes:
        check_referral(child, episode, when, note)
        check_closing(child, episode, when, note)
        check_what_followed(episode, note)
    check_several(child, note)


def check_referral(child: ChildBlock, episode: CinEpisode, when: When, note: FaultList) -> None:
    line, day = episode.line, episode.referral_date
    when.check(note, line, "CINreferralDate", "The referral", day)
    check_code(note, line, "8866", "ReferralSource", episode.source, SOURCES,
               needed=day >= date(2013, 4, 1))
    if episode.primary_need:
        check_code(note, line, "8650", "PrimaryNeedCode", episode.primary_need, PRIMARY_NEED)
    elif episode.no_further_action is False:
        note.doubt(line, "8610", "PrimaryNeedCode", "The referral has no primary need.")
    if episode.no_further_action and day < when.start:
        note.doubt(line, "8569Q", "CINreferralDate", "A referral with no further action is dated "
                   f"{full_date(day)}, before the census year.", day.isoformat())
    born = child.birth_date or child.expected_birth_date
    if born and born - day > FORTY_WEEKS:
        note.doubt(line, "8606", "CINreferralDate", f"The referral on {full_date(day)} is more "
                   f"than 40 weeks before the child’s birth date, {full_date(born)}.",
                   day.isoformat())
    if child.death_date and day > child.death_date:
        note.doubt(line, "8555Q", "CINreferralDate", f"The referral on {full_date(day)} is after "
                   "the child’s death.", day.isoformat())


def check_closing(child: ChildBlock, episode: CinEpisode, when: When, note: FaultList) -> None:
    line, reason = episode.line, episode.closure_reason
    check_code(note, line, "8640", "ReasonForClosure", reason, CLOSING_REASONS)
    when.check(note, line, "CINclosureDate", "The closing", episode.closure_date, "8620")
    if episode.closure_date and not reason:
        note.doubt(line, "8805", "ReasonForClosure", "The case is closed but no reason is given.")
    if reason and not episode.closure_date:
        note.doubt(line, "8810", "CINclosureDate", "A reason for closing is given but no closing "
                   "date: the case is taken as open.", reason)
    if reason == "RC2" and child.death_date is None:
        note.doubt(line, "8585Q", "ReasonForClosure", "The case closed because the child died, "
                   "but the file gives no date of death.", reason)
    if reason in CLOSED_AFTER_ASSESSMENT:
        check_closed_after_assessment(episode, note)


def check_closed_after_assessment(episode: CinEpisode, note: FaultList) -> None:
    reason = episode.closure_reason
    if not episode.assessments:
        note.doubt(episode.line, "8825Q", "ReasonForClosure", "The case closed after an "
                   "assessment, but the file has none for it.", reason)
    if went_further(episode):
        note.doubt(episode.line, "2990", "ReasonForClosure", "The case closed after assessment, "
                   "but a section 47 enquiry, conference or plan stands under it.", reason)


def went_further(episode: CinEpisode) -> bool:
    return bool(episode.section47s or episode.cin_plans or episode.protection_plans
                or episode.conference)


def check_what_followed(episode: CinEpisode, note: FaultList) -> None:
    if episode.no_further_action and (went_further(episode) or episode.assessments):
        note.doubt(episode.line, "8831", "ReferralNFA", "The referral is marked no further action, "
                   "but work stands under it.")
    closed = episode.closure_date
    if closed is None:
        return
    for line, field, what, day in dates_of_work(episode):
        if day > closed:
            note.doubt(line, "8565", field, f"{what} on {full_date(day)} is after the case closed "
                       f"on {full_date(closed)}.", day.isoformat())
    check_left_open(episode, note)


def dates_of_work(episode: CinEpisode) -> Iterator[tuple[int, str, str, date]]:
    """The latest date of each piece of work: line, element, words, day."""
    if episode.conference:
        yield episode.line, "DateOfInitialCPC", "The conference", episode.conference
    for one in episode.assessments:
        yield one.line, "Assessments", "An assessment", one.end or one.start
    for enquiry in episode.section47s:
        yield enquiry.line, "Section47", "A section 47", enquiry.conference or enquiry.start
    for plan in episode.cin_plans:
        yield plan.line, "CINPlanDates", "A child in need plan", plan.end or plan.start
    for protection in episode.protection_plans:
        yield (protection.line, "ChildProtectionPlans", "A child protection plan",
               protection.end or protection.start)


def check_left_open(episode: CinEpisode, note: FaultList) -> None:
    for one in open_ones(episode.assessments, lambda block: block.end):
        note.doubt(one.line, "8867", "AssessmentAuthorisationDate", "The case is closed but this "
                   "assessment has no end.")
    for enquiry in episode.section47s:
        if enquiry.conference is None and not enquiry.conference_not_required:
            note.doubt(enquiry.line, "8868", "DateOfInitialCPC", "The case is closed but this "
                       "section 47 enquiry has neither a conference nor “not required”.")
    for plan in open_ones(episode.cin_plans, lambda block: block.end):
        note.doubt(plan.line, "plan-left-open", "CINPlanEndDate", "The case is closed but this "
                   "child in need plan has no end.")
    for protection in open_ones(episode.protection_plans, lambda block: block.end):
        note.doubt(protection.line, "plan-left-open", "CPPendDate", "The case is closed but this "
                   "child protection plan has no end.")


def check_several(child: ChildBlock, note: FaultList) -> None:
    if len(child.episodes) < 2:
        return
    still_open = open_ones(child.episodes, lambda block: block.closure_date)
    for episode in still_open[1:]:
        note.doubt(episode.line, "8815", "CINclosureDate", "The child has more than one open case.")
    latest = max(child.episodes, key=lambda block: block.referral_date)
    for episode in still_open:
        if episode.referral_date < latest.referral_date:
            note.doubt(episode.line, "8816", "CINclosureDate", "This case is open though the child "
                       f"was referred again on {full_date(latest.referral_date)}.")
    for earlier, later in clashes(child.episodes, lambda b: b.referral_date,
                                  lambda b: b.closure_date):
        note.doubt(later.line, "8820", "CINreferralDate", "This referral on "
                   f"{full_date(later.referral_date)} came while the case on line {earlier.line} "
                   "was open.", later.referral_date.isoformat())
