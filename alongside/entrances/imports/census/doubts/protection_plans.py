"""Doubts about child protection plans and their review conferences."""

from __future__ import annotations

from datetime import timedelta

from alongside.platform.common.words import full_date
from alongside.practice.safeguarding.choices import CATEGORIES_OF_ABUSE

from ..blocks import ChildBlock, CinEpisode, ProtectionPlan
from ..faults import FaultList
from .when import When, check_code, clashes, open_ones

# Working Together 2023 asks for the first review conference within 3 months.
THREE_MONTHS = timedelta(days=92)


def check_protection_plans(child: ChildBlock, when: When, note: FaultList) -> None:
    every: list[ProtectionPlan] = []
    for episode in child.episodes:
        for plan in episode.protection_plans:
            check_plan(child, episode, plan, when, note)
            check_words(plan, note)
            check_reviews(plan, when, note)
        every.extend(episode.protection_plans)
    if len(every) > 1:
        check_several(every, note)


def check_plan(child: ChildBlock, episode: CinEpisode, plan: ProtectionPlan, when: When,
               note: FaultList) -> None:
    line, start = plan.line, plan.start
    when.check(note, line, "CPPstartDate", "The start of the child protection plan", start)
    when.check(note, line, "CPPendDate", "The end of the child protection plan", plan.end, "8930")
    if episode.no_further_action:
        note.doubt(line, "8832", "ChildProtectionPlans", "A child protection plan stands under a "
                   "referral marked no further action.")
    if plan.end == start:
        note.doubt(line, "8840", "CPPendDate", "The child protection plan ends on the day it "
                   "starts.", start.isoformat())
    if start < episode.referral_date:
        note.doubt(line, "1105", "CPPstartDate", f"The child protection plan starts on "
                   f"{full_date(start)}, before the referral on "
                   f"{full_date(episode.referral_date)}.", start.isoformat())
    check_conference_day(episode, plan, when, note)
    if child.death_date and start > child.death_date:
        note.doubt(line, "8915", "CPPstartDate", "The child protection plan starts after the "
                   "child’s death.", start.isoformat())
    elif child.death_date and plan.end and plan.end > child.death_date:
        note.doubt(line, "8920", "CPPendDate", "The child protection plan ends after the child’s "
                   "death.", plan.end.isoformat())


def check_conference_day(episode: CinEpisode, plan: ProtectionPlan, when: When,
                         note: FaultList) -> None:
    """A plan starts at its conference. One from an earlier year has its conference in that file."""
    days = {one.conference for one in episode.section47s} | {episode.conference}
    days.discard(None)
    if days and plan.start not in days and not when.outside(plan.start):
        note.doubt(plan.line, "2885", "CPPstartDate", f"The child protection plan starts on "
                   f"{full_date(plan.start)}, which is not the day of an initial conference.",
                   plan.start.isoformat())


def check_words(plan: ProtectionPlan, note: FaultList) -> None:
    check_code(note, plan.line, "8905", "InitialCategoryOfAbuse", plan.first_category,
               CATEGORIES_OF_ABUSE, needed=True)
    check_code(note, plan.line, "8910", "LatestCategoryOfAbuse", plan.latest_category,
               CATEGORIES_OF_ABUSE, needed=True)
    if plan.previous_plans is None:
        note.doubt(plan.line, "8730", "NumberOfPreviousCPP", "The file does not say how many "
                   "child protection plans the child had before.")


def check_reviews(plan: ProtectionPlan, when: When, note: FaultList) -> None:
    for review in plan.reviews:
        when.check(note, review.line, "CPPreviewDate", "A review conference", review.day)
        if review.day <= plan.start:
            note.doubt(review.line, "8841", "CPPreviewDate", f"The review conference on "
                       f"{full_date(review.day)} is not after the plan started on "
                       f"{full_date(plan.start)}.", review.day.isoformat())
        elif plan.end and review.day > plan.end:
            note.doubt(review.line, "review-after-end", "CPPreviewDate", f"The review conference "
                       f"on {full_date(review.day)} is after the plan ended on "
                       f"{full_date(plan.end)}.", review.day.isoformat())
    until = plan.end or (when.end if when.year_over else plan.start)
    if not plan.reviews and until - plan.start > THREE_MONTHS:
        note.doubt(plan.line, "8842Q", "CPPreviewDate", f"The child protection plan that started "
                   f"on {full_date(plan.start)} has no review conference after three months.")


def check_several(every: list[ProtectionPlan], note: FaultList) -> None:
    for plan in open_ones(every, lambda block: block.end)[1:]:
        note.doubt(plan.line, "8935", "CPPendDate", "The child has more than one open child "
                   "protection plan.")
    for earlier, later in clashes(every, lambda b: b.start, lambda b: b.end):
        note.doubt(later.line, "8940", "CPPstartDate", f"The child protection plan that starts on "
                   f"{full_date(later.start)} overlaps the one on line {earlier.line}.",
                   later.start.isoformat())
