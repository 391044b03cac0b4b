"""CINdetails and the blocks inside it. Each block is one function; what cannot be stored gives None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from lxml import etree

from alongside.platform.common.words import full_date

from .blocks import (
    Assessment,
    CinEpisode,
    CinPlan,
    PreProceedings,
    ProtectionPlan,
    Review,
    Section47,
)
from .faults import FaultList, shown
from .pull import line_of, local_name
from .scan import UNREADABLE, Block, as_given, codes_inside, read_day

T = TypeVar("T")

EPISODE = {
    "CINreferralDate": False, "ReferralSource": False, "PrimaryNeedCode": False,
    "CINclosureDate": False, "ReasonForClosure": False, "DateOfInitialCPC": False,
    "ReferralNFA": False, "Assessments": True, "CINPlanDates": True, "Section47": True,
    "ChildProtectionPlans": True, "PreProceedingsandFGDM": True,
}
ASSESSMENT = {
    "AssessmentActualStartDate": False, "AssessmentInternalReviewDate": False,
    "AssessmentAuthorisationDate": False, "FactorsIdentifiedAtAssessment": True,
}
CIN_PLAN = {"CINPlanStartDate": False, "CINPlanEndDate": False}
SECTION_47 = {
    "S47ActualStartDate": False, "InitialCPCtarget": False, "DateOfInitialCPC": False,
    "ICPCnotRequired": False,
}
PROTECTION_PLAN = {
    "CPPstartDate": False, "CPPendDate": False, "InitialCategoryOfAbuse": False,
    "LatestCategoryOfAbuse": False, "NumberOfPreviousCPP": False, "Reviews": True,
}
PRE_PROCEEDINGS = {
    "PPStartDate": False, "LBPSentDate": False, "FGDMMeetingOffer": False,
    "FGDMMeetingFac": False, "InitialPPMeetingDate": False, "ReviewMeetingsCount": False,
    "StepDecisionDate": False, "PPOutcome": False, "CourtAppDate": False,
    "LetterInitCPDate": False,
}
PRE_PROCEEDINGS_DAYS = ("LBPSentDate", "InitialPPMeetingDate", "StepDecisionDate",
                        "CourtAppDate", "LetterInitCPDate")


def read_episode(element: etree._Element, faults: FaultList) -> CinEpisode | None:
    block = Block(element, EPISODE, faults)
    span = read_span(block, "The referral", "CINreferralDate", "CINclosureDate", "8600", "8630")
    if span is None:
        return None
    found = read_nested(block)
    return CinEpisode(
        block.line, span[0], block.code("ReferralSource"), block.code("PrimaryNeedCode"), span[1],
        block.code("ReasonForClosure"), block.day_or_aside("DateOfInitialCPC"),
        block.yes_no("ReferralNFA", "8568", wanted=True),
        *(tuple(found[name]) for name in READERS))


def read_nested(block: Block) -> dict[str, list]:
    found: dict[str, list] = {name: [] for name in READERS}
    faults = block.faults
    for part in block.nested:
        name = local_name(part)
        read = READERS[name](part, faults)
        if read is not None:
            found[name].append(read)
    return found


def read_span(block: Block, what: str, start_name: str, end_name: str, missing: str,
              backwards: str) -> tuple[date, date | None] | None:
    """Start and end of a block, or None when it is kept aside (and the reason is noted)."""
    start, end = block.day(start_name), block.day(end_name)
    if start is UNREADABLE or end is UNREADABLE:
        block.aside_unreadable(what, start_name, end_name)
        return None
    if start is None:
        block.aside(missing, start_name, f"{what} has no start date.")
        return None
    if end is not None and end < start:
        block.aside(backwards, end_name, f"{what} ends on {full_date(end)}, before it starts on "
                    f"{full_date(start)}.")
        return None
    return start, end


def read_assessment(element: etree._Element, faults: FaultList) -> Assessment | None:
    block = Block(element, ASSESSMENT, faults)
    span = read_span(block, "The assessment", "AssessmentActualStartDate",
                     "AssessmentAuthorisationDate", "assessment-start", "8608")
    if span is None:
        return None
    factors = codes_inside(block.nested, "FactorsIdentifiedAtAssessment", "AssessmentFactors",
                           faults)
    return Assessment(block.line, span[0], block.day_or_aside("AssessmentInternalReviewDate"),
                      span[1], factors)


def read_cin_plan(element: etree._Element, faults: FaultList) -> CinPlan | None:
    block = Block(element, CIN_PLAN, faults)
    span = read_span(block, "The child in need plan", "CINPlanStartDate", "CINPlanEndDate",
                     "4010", "4011")
    return CinPlan(block.line, *span) if span else None


def read_section_47(element: etree._Element, faults: FaultList) -> Section47 | None:
    block = Block(element, SECTION_47, faults)
    what = "The section 47 enquiry"
    # Without its conference date an enquiry would look as if its conference were still due.
    start, conference = block.day("S47ActualStartDate"), block.day("DateOfInitialCPC")
    if start is UNREADABLE or conference is UNREADABLE:
        block.aside_unreadable(what, "S47ActualStartDate", "DateOfInitialCPC")
        return None
    if start is None:
        block.aside("8615", "S47ActualStartDate", f"{what} has no start date.")
        return None
    return Section47(block.line, start, block.day_or_aside("InitialCPCtarget"), conference,
                     block.yes_no("ICPCnotRequired", "8740", wanted=True))


def read_protection_plan(element: etree._Element, faults: FaultList) -> ProtectionPlan | None:
    block = Block(element, PROTECTION_PLAN, faults)
    span = read_span(block, "The child protection plan", "CPPstartDate", "CPPendDate",
                     "8720", "8925")
    if span is None:
        return None
    return ProtectionPlan(
        block.line, span[0], span[1], block.code("InitialCategoryOfAbuse"),
        block.code("LatestCategoryOfAbuse"), block.whole_number("NumberOfPreviousCPP", "8730"),
        read_reviews(block.nested, faults))


def read_reviews(wrappers: list[etree._Element], faults: FaultList) -> tuple[Review, ...]:
    reviews: list[Review] = []
    for wrapper in wrappers:
        for part in Block(wrapper, {"CPPreviewDate": True}, faults).nested:
            review = read_review(part, faults)
            if review:
                reviews.append(review)
    return tuple(reviews)


def read_review(part: etree._Element, faults: FaultList) -> Review | None:
    text = (part.text or "").strip()
    day = read_day(text) if text else None
    if day is None:
        faults.doubt(line_of(part), "8842Q", "CPPreviewDate", "A review has no date; it was not "
                     "taken in.")
        return None
    if day is UNREADABLE:
        faults.keep_aside(line_of(part), "unreadable-date", "CPPreviewDate",
                          f"A review is dated {shown(text)}, which is not a date.", as_given(part))
        return None
    return Review(line_of(part), day)


def read_pre_proceedings(element: etree._Element, faults: FaultList) -> PreProceedings | None:
    block = Block(element, PRE_PROCEEDINGS, faults)
    what = "The pre-proceedings block"
    start = block.day("PPStartDate")
    if UNREADABLE in (start, *(block.day(name) for name in PRE_PROCEEDINGS_DAYS)):
        block.aside_unreadable(what, "PPStartDate", *PRE_PROCEEDINGS_DAYS)
        return None
    if start is None:
        block.aside("9005", "PPStartDate", f"{what} has no start date.")
        return None
    letter, meeting, decision, court, proceedings = (
        block.day(name) for name in PRE_PROCEEDINGS_DAYS)
    return PreProceedings(
        block.line, start, letter, block.yes_no("FGDMMeetingOffer", "9007"),
        block.yes_no("FGDMMeetingFac", "9010Q"), meeting,
        block.whole_number("ReviewMeetingsCount", "9015Q"), decision, block.code("PPOutcome"),
        court, proceedings)


# In the order of CinEpisode's fields.
READERS: dict[str, Callable[[etree._Element, FaultList], object]] = {
    "Assessments": read_assessment,
    "CINPlanDates": read_cin_plan,
    "Section47": read_section_47,
    "ChildProtectionPlans": read_protection_plan,
    "PreProceedingsandFGDM": read_pre_proceedings,
}
