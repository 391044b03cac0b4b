"""Reading a life: entries, and what held over time. The caller has already been given the subjects by the access
selectors; restricted entries the reader is not cleared for are left out here and, again, by row security."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import start_of
from alongside.record.chronology.choices import Significance
from alongside.record.chronology.models import Episode, EventSubject

PAGE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader chose to see of a chronology. `as_at`: only what was known by the end of that day."""

    chosen: bool = False
    kinds: frozenset[str] = frozenset()
    words: str = ""
    as_at: date | None = None
    by_recorded: bool = False
    oldest_first: bool = False


def life(user: Actor, subject: UUID, wanted: Wanted | None = None) -> QuerySet[EventSubject]:
    """The entries of one subject, the latest first unless asked otherwise. One index, whatever the length."""
    wanted = wanted or Wanted()
    rows = known(EventSubject.objects.filter(org=user.org, subject_id=subject), wanted.as_at)
    if wanted.chosen:
        rows = rows.exclude(significance=Significance.ROUTINE)
    if wanted.kinds:
        rows = rows.filter(kind__in=wanted.kinds)
    if wanted.words:
        rows = rows.filter(
            Q(headline__icontains=wanted.words) | Q(line__icontains=wanted.words) | Q(words__icontains=wanted.words)
        )
    order = ("recorded_at", "id") if wanted.by_recorded else ("happened", "id")
    return rows.select_related("event").order_by(*order if wanted.oldest_first else [f"-{each}" for each in order])


def entry(user: Actor, subject: UUID, key: UUID) -> EventSubject | None:
    """One entry of this subject, crossed out or not."""
    rows = EventSubject.objects.filter(org=user.org, subject_id=subject, id=key)
    return rows.select_related("event").first()


def known(rows: "QuerySet[EventSubject]", as_at: date | None) -> "QuerySet[EventSubject]":
    """What was known at the end of a day: an entry put right later still stood then. None: as things stand now."""
    if as_at is None:
        return rows
    end = start_of(as_at + timedelta(days=1))
    return rows.filter(Q(voided_at=None) | Q(voided_at__gte=end), recorded_at__lt=end, happened__lt=end)


def days_of_entries(user: Actor, subject: UUID, as_at: date | None = None) -> list[tuple[date, str]]:
    """The day and significance of every entry that stands, or stood on a day, for the drawing of a whole life."""
    rows = EventSubject.objects.filter(org=user.org, subject_id=subject)
    rows = known(rows, as_at) if as_at else rows.filter(voided_at=None)
    return list(rows.order_by("happened").values_list("happened_on", "significance"))


def open_episodes(user: Actor, subjects: Iterable[UUID]) -> dict[UUID, list[Episode]]:
    """What holds now for each of these subjects, in one query."""
    found: dict[UUID, list[Episode]] = defaultdict(list)
    rows = Episode.objects.filter(org=user.org, subject_id__in=list(subjects), ended_on=None, voided_at=None)
    for episode in rows.order_by("started_on"):
        found[episode.subject_id].append(episode)
    return found


def episodes(user: Actor, subject: UUID, as_at: date | None = None) -> list[Episode]:
    """What ever held for a subject, oldest first. With `as_at`, as it was known at the end of that day: what was
    learnt later is left out, and an end learnt later is not yet an end. Copies for reading: never save them."""
    rows = Episode.objects.filter(org=user.org, subject_id=subject).order_by("started_on", "id")
    if as_at is None:
        return list(rows.filter(voided_at=None))
    end = start_of(as_at + timedelta(days=1))
    found = list(rows.filter(Q(voided_at=None) | Q(voided_at__gte=end), started_on__lte=as_at))
    learnt = _known_events(user, subject, found, as_at)
    known_then = [each for each in found if each.started_by is None or each.started_by in learnt]
    for episode in known_then:
        if episode.ended_by and episode.ended_by not in learnt:
            episode.ended_on = episode.ended_by = None
        elif episode.ended_on and episode.ended_on > as_at:
            episode.ended_on = None
    return known_then


def _known_events(user: Actor, subject: UUID, found: Iterable[Episode], as_at: date) -> set[UUID]:
    """Of the events that began or ended these, those that were known and stood at the end of the day."""
    asked = {event for each in found for event in (each.started_by, each.ended_by) if event}
    rows = EventSubject.objects.filter(org=user.org, subject_id=subject, event_id__in=asked)
    return set(known(rows, as_at).values_list("event_id", flat=True))


@dataclass(frozen=True, slots=True)
class Seen:
    """When a child was last seen: alone is "yes", "no" or what else was said; `at` only where the time is known."""

    on: date
    at: datetime | None
    alone: str


def last_seen(user: Actor, subjects: Iterable[UUID]) -> dict[UUID, Seen]:
    """The last visit at which each child was seen. A child missing here is not known to have been seen."""
    rows = (
        EventSubject.objects.filter(
            org=user.org, subject_id__in=list(subjects), kind="visit.made", voided_at=None, part__seen="yes"
        )
        .order_by("subject_id", "-happened")
        .distinct("subject_id")
    )
    return {
        row.subject_id: Seen(
            row.happened_on, row.happened if row.precise else None, str(row.part.get("seen_alone", ""))
        )
        for row in rows
    }
