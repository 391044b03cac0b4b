"""What is open for children, in the words of a caseload."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value

from alongside.platform.access.actor import Actor
from alongside.practice.safeguarding.choices import CATEGORIES_OF_ABUSE
from alongside.practice.safeguarding.models import Assessment, InNeedPlan, PreProceedings, ProtectionPlan, Section47
from alongside.practice.safeguarding.models.of_a_case import Lasting

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


def _stage_rows(user: Actor, kind: str, people: list[UUID]) -> "QuerySet[Any, Any]":
    model, last, _ = STAGES[kind]
    category = F("latest_category") if model is ProtectionPlan else Value("", output_field=CharField())
    rows = model._default_manager.filter(org=user.org, person_id__in=people, withdrawn=False, **{last: None})
    return rows.annotate(stage_kind=Value(kind, output_field=CharField()), stage_category=category).values_list(
        "person_id", "stage_kind", "started_on", "stage_category"
    )
