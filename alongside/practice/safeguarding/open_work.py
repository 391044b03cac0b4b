"""What is open for one child, with case and episode at hand. Apart from `selectors`, which offer pages by it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.practice.safeguarding.models import (
    Assessment,
    FamilyGroupMeeting,
    InNeedPlan,
    PreProceedings,
    ProtectionPlan,
    Section47,
)
from alongside.practice.safeguarding.models.of_a_case import Lasting, OfACase
from alongside.record.casework.selectors import open_cases


@dataclass(frozen=True, slots=True)
class OpenWork:
    """What is open for one child, the latest first, with its case and episode at hand."""

    cases: tuple[Any, ...]
    assessments: tuple[Assessment, ...]
    section47s: tuple[Section47, ...]
    protection_plans: tuple[ProtectionPlan, ...]
    need_plans: tuple[InNeedPlan, ...]
    pre_proceedings: tuple[PreProceedings, ...]
    family_meetings: tuple[FamilyGroupMeeting, ...]


def open_work(user: Actor, person: UUID) -> OpenWork:
    """All that is open for one child: what can be recorded hangs on it."""
    return OpenWork(
        cases=tuple(open_cases(user, [person])),
        assessments=tuple(_open(user, Assessment, person, "started_on", concluded_on=None)),
        section47s=tuple(_open(user, Section47, person, "started_on", ended_on=None)),
        protection_plans=tuple(_open(user, ProtectionPlan, person, "started_on", ended_on=None)),
        need_plans=tuple(_open(user, InNeedPlan, person, "started_on", ended_on=None)),
        pre_proceedings=tuple(_open(user, PreProceedings, person, "started_on", stepped_on=None)),
        family_meetings=tuple(_open(user, FamilyGroupMeeting, person, "offered_on", held_on=None)),
    )


def standing(user: Actor, kind: type[OfACase], person: UUID) -> "QuerySet[Any]":
    """All of one kind for a child that were not recorded in error."""
    return kind._default_manager.filter(org=user.org, person_id=person, withdrawn=False)


def _open(user: Actor, kind: type[OfACase], person: UUID, order: str, **still: None) -> "QuerySet[Any]":
    related = ("case", "episode") if issubclass(kind, Lasting) else ("case",)
    return standing(user, kind, person).filter(**still).select_related(*related).order_by(f"-{order}")
