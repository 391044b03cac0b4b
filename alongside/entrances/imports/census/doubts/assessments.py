"""Doubts about assessments and the factors found."""

from __future__ import annotations

from alongside.platform.common.words import full_date
from alongside.practice.referrals.choices import CLOSED_AFTER_ASSESSMENT
from alongside.practice.safeguarding.choices import FACTORS, NO_FACTORS, RETIRED_FACTORS

from ..blocks import Assessment, ChildBlock, CinEpisode
from ..faults import FaultList
from .when import When, after_working_days, check_code, clashes, open_ones

RETIRED_RULES = {"18A": "8945Q", "19A": "8950Q"}
DAYS = 45


def check_assessments(child: ChildBlock, when: When, note: FaultList) -> None:
    every: list[Assessment] = []
    for episode in child.episodes:
        for one in episode.assessments:
            check_dates(episode, one, when, note)
            check_factors(episode, one, note)
        every.extend(episode.assessments)
    if len(every) > 1:
        check_several(every, note)


def check_dates(episode: CinEpisode, one: Assessment, when: When, note: FaultList) -> None:
    when.check(note, one.line, "AssessmentActualStartDate", "The start of the assessment", one.start)
    when.check(note, one.line, "AssessmentAuthorisationDate", "The end of the assessment", one.end,
               "8696")
    if one.start < episode.referral_date:
        note.doubt(one.line, "1103", "AssessmentActualStartDate", f"The assessment starts on "
                   f"{full_date(one.start)}, before the referral on "
                   f"{full_date(episode.referral_date)}.", one.start.isoformat())
    check_internal_review(one, note)
    if one.end is None and when.year_over:
        check_open_at_year_end(one, when, note)


def check_internal_review(one: Assessment, note: FaultList) -> None:
    day = one.internal_review
    if day and (day < one.start or (one.end and day > one.end)):
        note.doubt(one.line, "review-outside", "AssessmentInternalReviewDate", f"The review point on "
                   f"{full_date(day)} is not between the start and the end of the assessment.",
                   day.isoformat())


def check_open_at_year_end(one: Assessment, when: When, note: FaultList) -> None:
    if when.outside(one.start):
        note.doubt(one.line, "8736", "AssessmentAuthorisationDate", f"The assessment that started "
                   f"on {full_date(one.start)}, outside the census year, has no end.")
    elif after_working_days(one.start, DAYS) < when.end:
        note.doubt(one.line, "8670Q", "AssessmentAuthorisationDate", "The assessment was still "
                   f"open more than {DAYS} working days after it started on "
                   f"{full_date(one.start)}.")


def check_factors(episode: CinEpisode, one: Assessment, note: FaultList) -> None:
    factors = one.factors
    if one.end is None:
        if factors:
            note.doubt(one.line, "8614", "AssessmentFactors", "The assessment has no end but "
                       "factors are given; they belong to its end.", " ".join(factors)[:200])
        return
    if not factors:
        note.doubt(one.line, "8897Q", "AssessmentFactors", "The assessment has ended but no "
                   "factors are given.")
        return
    for factor in factors:
        check_factor(one, factor, note)
    if len(set(factors)) < len(factors):
        note.doubt(one.line, "8898", "AssessmentFactors", "The same factor is given twice.",
                   " ".join(factors)[:200])
    if NO_FACTORS in factors:
        check_no_factors(episode, one, note)


def check_factor(one: Assessment, factor: str, note: FaultList) -> None:
    if factor in RETIRED_FACTORS:
        note.doubt(one.line, RETIRED_RULES.get(factor, "retired-factor"), "AssessmentFactors",
                   f"Factor {factor} ({RETIRED_FACTORS[factor].lower()}) is no longer used: newer "
                   "codes say more.", factor)
    else:
        check_code(note, one.line, "factor-code", "AssessmentFactors", factor, FACTORS)


def check_no_factors(episode: CinEpisode, one: Assessment, note: FaultList) -> None:
    if len(set(one.factors)) > 1:
        note.doubt(one.line, "8869", "AssessmentFactors", "“No factors found” (21) stands beside "
                   "other factors.", " ".join(one.factors)[:200])
    elif episode.closure_reason not in CLOSED_AFTER_ASSESSMENT:
        note.doubt(one.line, "8873Q", "AssessmentFactors", "The assessment found no factors (21) "
                   "but the case was not closed after it.", NO_FACTORS)


def check_several(every: list[Assessment], note: FaultList) -> None:
    for one in open_ones(every, lambda block: block.end)[1:]:
        note.doubt(one.line, "8896", "AssessmentAuthorisationDate", "The child has more than one "
                   "open assessment.")
    for earlier, later in clashes(every, lambda b: b.start, lambda b: b.end):
        note.doubt(later.line, "8863Q", "AssessmentActualStartDate", f"The assessment that starts "
                   f"on {full_date(later.start)} overlaps the one on line {earlier.line}.",
                   later.start.isoformat())
