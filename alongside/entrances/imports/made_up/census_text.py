"""Writes one child as the census has it, in the order its schema wants (2026: Sex, yes and no as 1 and 0)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape

from ..census.blocks import Assessment, CinEpisode, CinPlan, ProtectionPlan, Section47
from .people import MadeUpChild

Value = str | date | bool | int | None


def top(lea: str, year_end: date, today: date) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n  <Header>\n    <CollectionDetails>\n'
        f"      <Collection>CIN</Collection>\n      <Year>{year_end.year}</Year>\n"
        f"      <ReferenceDate>{year_end.isoformat()}</ReferenceDate>\n    </CollectionDetails>\n    <Source>\n"
        f"      <SourceLevel>L</SourceLevel>\n      <LEA>{lea}</LEA>\n"
        "      <SoftwareCode>Alongside, made up</SoftwareCode>\n"
        "      <Release>1</Release>\n      <SerialNo>001</SerialNo>\n"
        f"      <DateTime>{today.isoformat()}T06:00:00</DateTime>\n"
        "    </Source>\n  </Header>\n  <Children>\n")


BOTTOM = "  </Children>\n</Message>\n"


def field(depth: int, name: str, value: Value) -> str:
    """One line, or nothing when there is no value."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        text = "1" if value else "0"
    elif isinstance(value, date):
        text = value.isoformat()
    else:
        text = escape(str(value))
    return f"{'  ' * depth}<{name}>{text}</{name}>\n"


def block(depth: int, name: str, lines: Iterable[str]) -> str:
    """A block round its lines, or nothing when they are all empty."""
    inside = "".join(lines)
    space = "  " * depth
    return f"{space}<{name}>\n{inside}{space}</{name}>\n" if inside else ""


def child_text(child: MadeUpChild, episodes: Iterable[CinEpisode]) -> str:
    return block(2, "Child", (
        block(3, "ChildIdentifiers", identifiers(child)),
        block(3, "ChildCharacteristics", (
            field(4, "Ethnicity", child.ethnicity),
            block(4, "Disabilities", (field(5, "Disability", code) for code in child.disabilities)))),
        *(block(3, "CINdetails", episode_lines(one)) for one in episodes)))


def identifiers(child: MadeUpChild) -> Iterator[str]:
    yield field(4, "LAchildID", child.child_id)
    yield field(4, "UPN", child.upn)
    yield field(4, "FormerUPN", child.former_upn)
    yield field(4, "UPNunknown", child.upn_unknown)
    yield field(4, "PersonBirthDate", child.birth)
    yield field(4, "ExpectedPersonBirthDate", child.expected)
    yield field(4, "Sex", child.sex)


def episode_lines(one: CinEpisode) -> Iterator[str]:
    yield field(4, "CINreferralDate", one.referral_date)
    yield field(4, "ReferralSource", one.source)
    yield field(4, "PrimaryNeedCode", one.primary_need)
    yield field(4, "CINclosureDate", one.closure_date)
    yield field(4, "ReasonForClosure", one.closure_reason)
    yield field(4, "DateOfInitialCPC", one.conference)
    yield from (block(4, "Assessments", assessment_lines(part)) for part in one.assessments)
    yield from (block(4, "CINPlanDates", cin_plan_lines(part)) for part in one.cin_plans)
    yield from (block(4, "Section47", section_47_lines(part)) for part in one.section47s)
    yield field(4, "ReferralNFA", bool(one.no_further_action))
    yield from (block(4, "ChildProtectionPlans", protection_plan_lines(part)) for part in one.protection_plans)


def assessment_lines(part: Assessment) -> Iterator[str]:
    yield field(5, "AssessmentActualStartDate", part.start)
    yield field(5, "AssessmentInternalReviewDate", part.internal_review)
    yield field(5, "AssessmentAuthorisationDate", part.end)
    yield block(5, "FactorsIdentifiedAtAssessment", (field(6, "AssessmentFactors", code) for code in part.factors))


def cin_plan_lines(part: CinPlan) -> Iterator[str]:
    yield field(5, "CINPlanStartDate", part.start)
    yield field(5, "CINPlanEndDate", part.end)


def section_47_lines(part: Section47) -> Iterator[str]:
    yield field(5, "S47ActualStartDate", part.start)
    yield field(5, "InitialCPCtarget", part.conference_target)
    yield field(5, "DateOfInitialCPC", part.conference)
    yield field(5, "ICPCnotRequired", bool(part.conference_not_required))


def protection_plan_lines(part: ProtectionPlan) -> Iterator[str]:
    yield field(5, "CPPstartDate", part.start)
    yield field(5, "CPPendDate", part.end)
    yield field(5, "InitialCategoryOfAbuse", part.first_category)
    yield field(5, "LatestCategoryOfAbuse", part.latest_category)
    yield field(5, "NumberOfPreviousCPP", part.previous_plans)
    yield block(5, "Reviews", (field(6, "CPPreviewDate", review.day) for review in part.reviews))
