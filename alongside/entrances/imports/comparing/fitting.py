"""What the record cannot hold is kept aside by itself, so that one odd field never keeps a child out.

The reader has already kept aside what has no id, no readable date or ends before it starts. Here: values too long
for the record, a date that must not come before its block begins, and a block that stands twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from alongside.entrances.imports.census import (
    DOUBTFUL,
    KEPT_ASIDE,
    Assessment,
    ChildBlock,
    CinEpisode,
    Fault,
    PreProceedings,
    ProtectionPlan,
)
from alongside.platform.common.words import full_date

Block = TypeVar("Block", bound=Any)
LONGEST_REF = 40
LONGEST = {"upn": 20, "former_upn": 20, "upn_unknown": 10, "sex": 10, "ethnicity": 10}
LONGEST_CODE = 10
NO_REFERRAL = "No referral could be stored. Nobody holds this child here: look at the record, and record the referral."
ADVICE = "Kept aside: correct it in the old system or record it here."


class Fitting:
    """Makes one child fit; `aside` collects what did not."""

    def __init__(self, child: ChildBlock) -> None:
        self.child = child
        self.aside: list[Fault] = []

    def fitted(self) -> ChildBlock:
        child = self.child
        if len(child.child_id) > LONGEST_REF:
            self._keep(
                child.line,
                "1570",
                "LAchildID",
                f"The child id is {len(child.child_id)} characters long; we can keep {LONGEST_REF}.",
                child.child_id,
            )
            return replace(child, stored=False, faults=child.faults + tuple(self.aside))
        changes: dict[str, Any] = {
            name: self._text(child.line, name, getattr(child, name), longest) for name, longest in LONGEST.items()
        }
        changes["disabilities"] = self._codes(child.line, "Disability", child.disabilities)
        changes["episodes"] = self._once(map(self._episode, child.episodes), "referral_date", "A referral")
        if not changes["episodes"]:
            self.aside.append(Fault(child.line, child.child_id, DOUBTFUL, "no-referral", "", NO_REFERRAL))
        if not self.aside:
            return child
        return replace(child, **changes, faults=child.faults + tuple(self.aside))

    def _episode(self, episode: CinEpisode) -> CinEpisode:
        return replace(
            episode,
            source=self._text(episode.line, "ReferralSource", episode.source),
            primary_need=self._text(episode.line, "PrimaryNeedCode", episode.primary_need),
            closure_reason=self._text(episode.line, "ReasonForClosure", episode.closure_reason),
            assessments=self._once(map(self._assessment, episode.assessments), "start", "An assessment"),
            cin_plans=self._once(episode.cin_plans, "start", "A child in need plan"),
            section47s=self._once(episode.section47s, "start", "A section 47 enquiry"),
            protection_plans=self._once(map(self._plan, episode.protection_plans), "start", "A child protection plan"),
            pre_proceedings=self._once(map(self._pre, episode.pre_proceedings), "start", "A pre-proceedings block"),
        )

    def _assessment(self, block: Assessment) -> Assessment:
        return replace(
            block,
            internal_review=self._day(block.line, "AssessmentInternalReviewDate", block.internal_review, block.start),
            factors=self._codes(block.line, "AssessmentFactors", block.factors),
        )

    def _plan(self, block: ProtectionPlan) -> ProtectionPlan:
        return replace(
            block,
            first_category=self._text(block.line, "InitialCategoryOfAbuse", block.first_category),
            latest_category=self._text(block.line, "LatestCategoryOfAbuse", block.latest_category),
        )

    def _pre(self, block: PreProceedings) -> PreProceedings:
        return replace(
            block,
            outcome=self._text(block.line, "PPOutcome", block.outcome),
            decision=self._day(block.line, "StepDecisionDate", block.decision, block.start),
        )

    def _once(self, blocks: Iterable[Block], start: str, what: str) -> tuple[Block, ...]:
        """A referral is told by its date, a block by its referral and its start: the same one again stands twice."""
        found: dict[date, Block] = {}
        for block in blocks:
            day = getattr(block, start)
            if day in found:
                self._keep(
                    block.line,
                    "stands-twice",
                    "",
                    f"{what} of {full_date(day)} stands twice; "  # type: ignore[attr-defined]
                    "the first was taken.",
                    repr(block),
                )
            else:
                found[day] = block
        return tuple(found.values())

    def _text(self, line: int, name: str, value: str, longest: int = LONGEST_CODE) -> str:
        if len(value) <= longest:
            return value
        self._keep(line, "too-long", name, f"{name} is {len(value)} characters long; we can keep {longest}.", value)
        return ""

    def _codes(self, line: int, name: str, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if self._text(line, name, code))

    def _day(self, line: int, name: str, day: date | None, start: date) -> date | None:
        if day is None or day >= start:
            return day
        self._keep(
            line,
            "before-start",
            name,
            f"{name} is {full_date(day)}, before the start on {full_date(start)}.",
            day.isoformat(),
        )
        return None

    def _keep(self, line: int, code: str, field: str, reason: str, as_given: str) -> None:
        self.aside.append(Fault(line, self.child.child_id, KEPT_ASIDE, code, field, f"{reason} {ADVICE}", as_given))


def fitted(children: Iterable[ChildBlock]) -> Iterator[ChildBlock]:
    """The children as the record can hold them."""
    for child in children:
        yield Fitting(child).fitted() if child.stored else child
