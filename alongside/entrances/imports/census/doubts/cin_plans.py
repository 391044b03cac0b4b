"""Doubts about child in need plans."""

from __future__ import annotations

from alongside.platform.common.words import full_date

from ..blocks import ChildBlock, CinEpisode, CinPlan, ProtectionPlan
from ..faults import FaultList
from .when import When, clashes, open_ones


def check_cin_plans(child: ChildBlock, when: When, note: FaultList) -> None:
    every: list[CinPlan] = []
    protection: list[ProtectionPlan] = []
    for episode in child.episodes:
        for plan in episode.cin_plans:
            check_plan(child, episode, plan, when, note)
        every.extend(episode.cin_plans)
        protection.extend(episode.protection_plans)
    if len(every) > 1:
        check_several(every, note)
    if every and protection:
        check_beside_protection(every, protection, note)


def check_plan(child: ChildBlock, episode: CinEpisode, plan: CinPlan, when: When,
               note: FaultList) -> None:
    when.check(note, plan.line, "CINPlanStartDate", "The start of the child in need plan",
               plan.start)
    when.check(note, plan.line, "CINPlanEndDate", "The end of the child in need plan", plan.end,
               "4013")
    if episode.no_further_action:
        note.doubt(plan.line, "4000", "CINPlanDates", "A child in need plan stands under a "
                   "referral marked no further action.")
    if plan.end == plan.start:
        note.doubt(plan.line, "4012Q", "CINPlanEndDate", "The child in need plan ends on the day "
                   "it starts.", plan.start.isoformat())
    if plan.start < episode.referral_date:
        note.doubt(plan.line, "4015", "CINPlanStartDate", f"The child in need plan starts on "
                   f"{full_date(plan.start)}, before the referral on "
                   f"{full_date(episode.referral_date)}.", plan.start.isoformat())
    if child.death_date and plan.start > child.death_date:
        note.doubt(plan.line, "4008", "CINPlanStartDate", "The child in need plan starts after "
                   "the child’s death.", plan.start.isoformat())
    elif child.death_date and plan.end and plan.end > child.death_date:
        note.doubt(plan.line, "4009Q", "CINPlanEndDate", "The child in need plan ends after the "
                   "child’s death.", plan.end.isoformat())


def check_several(every: list[CinPlan], note: FaultList) -> None:
    for plan in open_ones(every, lambda block: block.end)[1:]:
        note.doubt(plan.line, "4004", "CINPlanEndDate", "The child has more than one open child "
                   "in need plan.")
    for earlier, later in clashes(every, lambda b: b.start, lambda b: b.end):
        note.doubt(later.line, "4014", "CINPlanStartDate", f"The child in need plan that starts "
                   f"on {full_date(later.start)} overlaps the one on line {earlier.line}.",
                   later.start.isoformat())


def check_beside_protection(plans: list[CinPlan], protection: list[ProtectionPlan],
                            note: FaultList) -> None:
    """A child has one kind of plan at a time; the protection plan takes the other's place."""
    both: list[CinPlan | ProtectionPlan] = [*plans, *protection]
    for earlier, later in clashes(both, lambda b: b.start, lambda b: b.end):
        if type(earlier) is type(later):
            continue
        plan = earlier if isinstance(earlier, CinPlan) else later
        note.doubt(plan.line, "4001", "CINPlanDates", f"The child in need plan that starts on "
                   f"{full_date(plan.start)} stands beside a child protection plan.",
                   plan.start.isoformat())
