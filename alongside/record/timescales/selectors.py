"""Reading what is due. Stored are dates; whether one is late is a comparison made here, with today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import london_date
from alongside.record.chronology.models import EventSubject
from alongside.record.timescales import judging
from alongside.record.timescales.engine.explanation import Explanation
from alongside.record.timescales.engine.rule import Rule
from alongside.record.timescales.models import DueItem, GoLive
from alongside.record.timescales.rules import all_rules

UNMET = ("open", "paused", "cannot_tell")  # a "not before" date is not a thing owed


def unmet(user: Actor, subjects: Iterable[UUID] | QuerySet) -> QuerySet[DueItem]:
    """What these subjects are still owed, soonest first; what cannot be dated comes last. One covering index."""
    return _of(user, subjects).filter(status__in=UNMET).order_by("due_on", "rule")


def every_item(user: Actor, subjects: Iterable[UUID]) -> QuerySet[DueItem]:
    """All that was ever due for these subjects, the latest first."""
    return _of(user, subjects).exclude(status="withdrawn").order_by("-due_on", "rule")


def item(user: Actor, subject: UUID, key: UUID) -> DueItem | None:
    """One item of this subject."""
    return _of(user, [subject]).exclude(status="withdrawn").filter(id=key).first()


def _of(user: Actor, subjects: Iterable[UUID] | QuerySet) -> QuerySet[DueItem]:
    wanted = subjects if isinstance(subjects, QuerySet) else list(subjects)
    return DueItem.objects.filter(Q(org=user.org), subject_id__in=wanted)


def settled_by(user: Actor, subject: UUID, kinds: Iterable[str]) -> list[tuple[DueItem, Rule, bool]]:
    """What this subject is still owed that an event of one of these kinds may meet (True) or make needless (False).

    May: whether it does can hang on what the event will carry. One query.
    """
    wanted = frozenset(kinds)
    found = []
    for each in unmet(user, [subject]):
        rule = all_rules().get(each.rule, each.edition)
        if rule and any(match.kind in wanted for match in rule.done_by):
            found.append((each, rule, True))
        elif rule and (f"{rule.during}.ended" in wanted or any(match.kind in wanted for match in rule.until)):
            found.append((each, rule, False))
    return found


def explained(user: Actor, found: DueItem) -> Explanation | None:
    """The arithmetic of an item this user may see, judged anew. None if its rule is no longer defined."""
    return judging.explained(found, found.subject_id) if found.org == user.org else None


def go_live_days(user: Actor) -> list[date]:
    """The days from which what was imported is judged, the earliest first."""
    return sorted(GoLive.objects.filter(org=user.org).values_list("day", flat=True))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A census that was brought in: its year, "" where the file did not say, and the day it came."""

    year: str
    on: date


def loaded_without_visits(user: Actor, subjects: Iterable[UUID]) -> Loaded | None:
    """The census that brought any of these children of whom no visit was brought in, the latest; None if there is
    none. A census holds no visits, so what a social worker did before it came is not known here. One query."""
    rows = (
        EventSubject.objects.filter(org=user.org, subject_id__in=list(subjects), voided_at=None)
        .filter(kind__in=("referral.received", "visit.made"))
        .exclude(event__source="")
        .values("subject_id")
        .annotate(
            visits=Count("id", filter=Q(kind="visit.made")),
            source=Max("event__source", filter=Q(event__source__startswith="census:")),
            came=Max("recorded_at", filter=Q(event__source__startswith="census:")),
        )
        .filter(visits=0)
        .exclude(source=None)
        .order_by("-came")
    )
    latest = rows.first()
    if latest is None:
        return None
    year = str(latest["source"]).partition(":")[2]
    return Loaded(year if year.isdecimal() else "", london_date(latest["came"]))
