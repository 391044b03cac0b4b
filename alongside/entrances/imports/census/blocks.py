"""The blocks of a Children in Need census, as they were read.

Every block has the `line` it starts on. A date or code that was not given is None or "".
A code that is not in its set is kept as given. Sources: census guide and specification
2022 to 2027 (Department for Education); element names stand beside the fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .faults import KEPT_ASIDE, Fault


@dataclass(frozen=True, slots=True)
class Header:
    line: int
    collection: str  # "CIN"
    year: int | None  # the year in which the collection year ends
    reference_date: date | None  # 31 March of it
    lea: str  # DfE number of the local authority, three digits
    software: str
    release: str
    serial: str
    made_at: datetime | None  # as written; may carry no time zone
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    line: int
    start: date  # AssessmentActualStartDate: not the referral, from which the 45 days count
    internal_review: date | None
    end: date | None  # AssessmentAuthorisationDate
    factors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CinPlan:
    line: int
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Section47:
    line: int
    start: date  # S47ActualStartDate: stands in for the strategy discussion
    conference_target: date | None
    conference: date | None
    conference_not_required: bool | None


@dataclass(frozen=True, slots=True)
class Review:
    line: int
    day: date


@dataclass(frozen=True, slots=True)
class ProtectionPlan:
    line: int
    start: date
    end: date | None
    first_category: str
    latest_category: str
    previous_plans: int | None
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class PreProceedings:
    """PreProceedingsandFGDM, from 2026 to 2027. Dates in the order they should happen."""

    line: int
    start: date
    letter_sent: date | None
    family_meeting_offered: bool | None
    family_meeting_held: bool | None
    first_meeting: date | None
    review_meetings: int | None
    decision: date | None
    outcome: str
    court_application: date | None
    care_proceedings_letter: date | None


@dataclass(frozen=True, slots=True)
class CinEpisode:
    """CINdetails: one referral and what followed from it."""

    line: int
    referral_date: date
    source: str
    primary_need: str
    closure_date: date | None
    closure_reason: str
    conference: date | None  # DateOfInitialCPC outside a section 47
    no_further_action: bool | None
    assessments: tuple[Assessment, ...] = ()
    cin_plans: tuple[CinPlan, ...] = ()
    section47s: tuple[Section47, ...] = ()
    protection_plans: tuple[ProtectionPlan, ...] = ()
    pre_proceedings: tuple[PreProceedings, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildBlock:
    """One child. With `stored` False the whole block is kept aside and only `faults` counts."""

    line: int
    child_id: str  # LAchildID
    stored: bool = True
    upn: str = ""
    former_upn: str = ""
    upn_unknown: str = ""
    birth_date: date | None = None
    expected_birth_date: date | None = None
    sex: str = ""  # M, F or U, from Sex or the older GenderCurrent; else as given
    death_date: date | None = None
    ethnicity: str = ""
    disabilities: tuple[str, ...] = ()
    episodes: tuple[CinEpisode, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def kept_aside(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.severity == KEPT_ASIDE)

    @property
    def doubtful(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.severity != KEPT_ASIDE)
