"""Reading safeguarding. First argument: the user; the caller has already been given the children by `people`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value

from alongside.platform.access.actor import Actor
from alongside.practice.safeguarding.choices import CATEGORIES_OF_ABUSE
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

# What a stage is called, the one that weighs most first; and the field that says it has ended.
STAGES: dict[str, tuple[type[Lasting], str, str]] = {
    "protection_plan": (ProtectionPlan, "ended_on", "Child protection plan"),
    "section47": (Section47, "ended_on", "Section 47 enquiry"),
    "pre_proceedings": (PreProceedings, "stepped_on", "Pre-proceedings"),
    "cin_plan": (InNeedPlan, "ended_on", "Child in need plan"),
    "single_assessment": (Assessment, "concluded_on", "Being assessed"),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """What is open for a child: `words` for a caseload ("Child protection plan: neglect"), `since` its first day."""

    kind: str
    words: str
    since: date


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


def stages(user: Actor, people: Iterable[UUID]) -> dict[UUID, list[Stage]]:
    """What is open for each of these children, what weighs most first. One query, however many they are."""
    wanted = list(people)
    first, *rest = [_stage_rows(user, kind, wanted) for kind in STAGES]
    found: dict[UUID, list[Stage]] = defaultdict(list)
    for person, kind, since, category in first.union(*rest, all=True):
        found[person].append(Stage(kind, stage_words(kind, category), since))
    order = list(STAGES)
    return {person: sorted(held, key=lambda stage: order.index(stage.kind)) for person, held in found.items()}


def stage_words(kind: str, category: str = "") -> str:
    """ "Child protection plan: neglect"; "Being assessed"."""
    named = CATEGORIES_OF_ABUSE.get(category, "")
    return f"{STAGES[kind][2]}: {named.lower()}" if named else STAGES[kind][2]


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


def lasting_records(user: Actor, person: UUID) -> dict[str, list[Any]]:
    """What lasts of one child by kind ("assessment", "section47" …), the earliest first, with its episode and case.

    With those recorded in error: a later file must find them, so as not to bring them again.
    """
    kinds: dict[str, type[Lasting]] = {"assessment" if k == "single_assessment" else k: STAGES[k][0] for k in STAGES}
    return {
        kind: list(
            model._default_manager.filter(org=user.org, person_id=person)
            .select_related("episode", "case")
            .order_by("started_on", "id")
        )
        for kind, model in kinds.items()
    }


def standing(user: Actor, kind: type[OfACase], person: UUID) -> "QuerySet[Any]":
    """All of one kind for a child that were not recorded in error."""
    return kind._default_manager.filter(org=user.org, person_id=person, withdrawn=False)


def _open(user: Actor, kind: type[OfACase], person: UUID, order: str, **still: None) -> "QuerySet[Any]":
    related = ("case", "episode") if issubclass(kind, Lasting) else ("case",)
    return standing(user, kind, person).filter(**still).select_related(*related).order_by(f"-{order}")


def _stage_rows(user: Actor, kind: str, people: list[UUID]) -> "QuerySet[Any, Any]":
    model, last, _ = STAGES[kind]
    category = F("latest_category") if model is ProtectionPlan else Value("", output_field=CharField())
    rows = model._default_manager.filter(org=user.org, person_id__in=people, withdrawn=False, **{last: None})
    return rows.annotate(stage_kind=Value(kind, output_field=CharField()), stage_category=category).values_list(
        "person_id", "stage_kind", "started_on", "stage_category"
    )
