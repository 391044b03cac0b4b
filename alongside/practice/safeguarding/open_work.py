"""What is open for one child, with case and episode at hand. Apart from `selectors`, which offer pages by it."""

from functools import cached_property
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


class OpenWork:
    """Each list is read when first asked for, one query each, the latest first."""

    def __init__(self, user: Actor, person: UUID) -> None:
        self.user = user
        self.person = person

    @cached_property
    def cases(self) -> list[Any]:
        return list(open_cases(self.user, [self.person]))

    @cached_property
    def assessments(self) -> list[Assessment]:
        return self._open(Assessment, "started_on", concluded_on=None)

    @cached_property
    def section47s(self) -> list[Section47]:
        return self._open(Section47, "started_on", ended_on=None)

    @cached_property
    def protection_plans(self) -> list[ProtectionPlan]:
        return self._open(ProtectionPlan, "started_on", ended_on=None)

    @cached_property
    def need_plans(self) -> list[InNeedPlan]:
        return self._open(InNeedPlan, "started_on", ended_on=None)

    @cached_property
    def pre_proceedings(self) -> list[PreProceedings]:
        return self._open(PreProceedings, "started_on", stepped_on=None)

    @cached_property
    def family_meetings(self) -> list[FamilyGroupMeeting]:
        return self._open(FamilyGroupMeeting, "offered_on", held_on=None)

    def _open(self, kind: type[OfACase], order: str, **still: None) -> list[Any]:
        related = ("case", "episode") if issubclass(kind, Lasting) else ("case",)
        rows = standing(self.user, kind, self.person).filter(**still)
        return list(rows.select_related(*related).order_by(f"-{order}"))


def open_work(user: Actor, person: UUID) -> OpenWork:
    """All that is open for one child: what can be recorded hangs on it."""
    return OpenWork(user, person)


def standing(user: Actor, kind: type[OfACase], person: UUID) -> "QuerySet[Any]":
    """All of one kind for a child that were not recorded in error."""
    return kind._default_manager.filter(org=user.org, person_id=person, withdrawn=False)
