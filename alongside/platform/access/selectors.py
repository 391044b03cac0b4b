"""Reading who stands where: what an actor may see at all, and their standing to some subjects."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from alongside.platform.access.actor import Actor
from alongside.platform.access.decisions import Standing, decide
from alongside.platform.access.models import Exclusion, Restriction, Tie
from alongside.platform.common.clock import today
from alongside.platform.common.models import Subject


def current() -> Q:
    """Held today."""
    day = today()
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def visible(actor: Actor) -> "QuerySet[Tie, UUID]":
    """Ids of the subjects an actor may see today, as a subquery for `subject_id__in=`. Nothing by default."""
    ids = Tie.objects.values_list("subject_id", flat=True)
    if not actor.holders or not actor.may("child.read"):
        return ids.none()
    mine = Q(holder__in=actor.holders) & current()
    excluded = Exclusion.objects.filter(mine).values("subject_id")
    cleared = Restriction.objects.filter(mine).values("subject_id")
    return (
        ids.filter(mine, section="")
        .exclude(subject_id__in=excluded)
        .filter(Q(subject__restricted=False) | Q(subject_id__in=cleared))
    )


def standing(actor: Actor, subjects: Iterable[UUID]) -> dict[UUID, Standing]:
    """The actor's standing to each subject that exists in their council, in one query."""
    mine = Q(subject_id=OuterRef("pk"), holder__in=actor.holders) & current()
    rows = Subject.objects.filter(id__in=list(subjects), org=actor.org).annotate(
        excluded=Exists(Exclusion.objects.filter(mine)),
        cleared=Exists(Restriction.objects.filter(mine)),
        bases=ArraySubquery(Tie.objects.filter(mine).values(pair=JSONObject(basis="basis", section="section"))),
    )
    return {
        row.id: Standing(
            subject=row.id,
            bases=tuple((tie["basis"], tie["section"]) for tie in row.bases or ()),
            excluded=row.excluded,
            restricted=row.restricted,
            cleared=row.cleared,
        )
        for row in rows
    }


def allowed(actor: Actor, subjects: Iterable[UUID], act: str, section: str = "") -> set[UUID]:
    """Those of the subjects for which `decide` says yes."""
    return {s.subject for s in standing(actor, subjects).values() if decide(actor, s, section, act).allowed}
