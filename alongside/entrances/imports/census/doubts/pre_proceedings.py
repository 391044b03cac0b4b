"""Doubts about pre-proceedings and family group decision-making (2026 to 2027)."""

from __future__ import annotations

from datetime import date

from alongside.platform.common.words import full_date
from alongside.practice.safeguarding.choices import PRE_PROCEEDINGS_OUTCOME

from ..blocks import ChildBlock, PreProceedings
from ..faults import FaultList
from .when import When, check_code

Step = tuple[str, str, str, date | None, date | None]


def check_pre_proceedings(child: ChildBlock, when: When, note: FaultList) -> None:
    for episode in child.episodes:
        for block in episode.pre_proceedings:
            check_block(block, when, note)
            check_said(block, note)


def check_block(block: PreProceedings, when: When, note: FaultList) -> None:
    when.check(note, block.line, "PPStartDate", "The start of pre-proceedings", block.start, "9005")
    for rule, field, what, day, not_before in steps_of(block):
        when.check(note, block.line, field, what, day, rule)
        if day and not_before and day < not_before:
            note.doubt(block.line, rule, field, f"{what} is dated {full_date(day)}, before what "
                       f"it follows on {full_date(not_before)}.", day.isoformat())


def steps_of(block: PreProceedings) -> tuple[Step, ...]:
    """Rule, element, words, its day, and the day it cannot come before."""
    return (
        ("9006", "LBPSentDate", "The letter before proceedings", block.letter_sent, block.start),
        ("9008", "InitialPPMeetingDate", "The first pre-proceedings meeting", block.first_meeting,
         block.start),
        ("9009", "StepDecisionDate", "The decision to step up or down", block.decision,
         block.start),
        ("9012", "CourtAppDate", "The application to court", block.court_application,
         block.decision),
        ("9013", "LetterInitCPDate", "The letter to start care proceedings",
         block.care_proceedings_letter, block.court_application),
    )


def check_said(block: PreProceedings, note: FaultList) -> None:
    if block.letter_sent and block.family_meeting_offered is None:
        note.doubt(block.line, "9007", "FGDMMeetingOffer", "A letter before proceedings was sent; "
                   "the file does not say whether it offered a family group decision-making "
                   "meeting.")
    if block.family_meeting_offered and block.family_meeting_held is None:
        note.doubt(block.line, "9010Q", "FGDMMeetingFac", "A family group decision-making meeting "
                   "was offered; the file does not say whether it was held.")
    if block.first_meeting and block.review_meetings is None:
        note.doubt(block.line, "9015Q", "ReviewMeetingsCount", "The file does not say how many "
                   "review meetings followed the first pre-proceedings meeting.")
    check_code(note, block.line, "9011", "PPOutcome", block.outcome, PRE_PROCEEDINGS_OUTCOME,
               needed=block.decision is not None)
