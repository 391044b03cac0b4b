"""One way to write: records, events, episodes and ties together, then every due date judged once.

`with writing(by) as w:` opens a transaction and collects; at the end it locks the subjects in the order of their ids,
writes everything, reads the facts whole and stores the due items by difference. Actions nest: inside another
action's writing they join it, so an import of a child with fifteen events judges once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import models, transaction

from alongside.platform.access.actor import Actor
from alongside.platform.audit.actions import Outcome, entry
from alongside.platform.audit.models import AuditEntry
from alongside.platform.common.clock import now
from alongside.record.chronology.models import Episode, Event, EventSubject
from alongside.record.timescales.inserting import insert
from alongside.record.timescales.judging import judge, lock
from alongside.record.timescales.new_events import NewEvent, event_rows

Record = TypeVar("Record", bound=models.Model)
_open: ContextVar["Writing | None"] = ContextVar("open_writing", default=None)


@contextmanager
def writing(by: Actor) -> Iterator["Writing"]:
    """Everything written inside is saved together or not at all."""
    outer = _open.get()
    if outer is not None:
        yield outer
        return
    with transaction.atomic():
        started = Writing(by)
        token = _open.set(started)
        try:
            yield started
            started.flush()
        finally:
            _open.reset(token)


class Writing:
    """What one action, or one import of a child, is about to write. Nothing is in the database before `flush`.

    `by` and `at` are who recorded and when; only the made-up council, which has a past, sets them anew between acts.
    """

    def __init__(self, by: Actor) -> None:
        self.by = by
        self.at = now()
        self._new: dict[type[models.Model], list[models.Model]] = {}
        self._changed: list[tuple[models.Model, list[str]]] = []
        self._subjects: set[UUID] = set()
        self._acts: list[tuple[str, tuple[UUID, ...], Any]] = []

    def keep(self, record: Record) -> Record:
        """Save a new record at the end."""
        self._new.setdefault(type(record), []).append(record)
        return record

    def change(self, record: Record, **values: Any) -> Record:
        """Set these fields now, save them at the end. A record that is itself new is only set."""
        for name, value in values.items():
            setattr(record, name, value)
        if not record._state.adding:
            self._changed.append((record, list(values)))
        return record

    def event(self, new: NewEvent) -> Event:
        """Write that something happened; every subject's due dates are judged again at the end."""
        event, abouts = event_rows(new, by=self.by, at=self.at)
        self.keep(event)
        for about in abouts:
            self.keep(about)
            self._subjects.add(about.subject_id)
        self.note(new.kind, tuple(about.subject for about in new.about), event.id)
        return event

    def start_episode(self, kind: str, subject: UUID, on: date, by_event: Event, **more: Any) -> Episode:
        """Something holds from this day; it is named on the event that started it."""
        episode = Episode(org=self.by.org, kind=kind, subject_id=subject, started_on=on, started_by=by_event.id, **more)
        self._named(by_event, episode)
        return self.keep(episode)

    def end_episode(self, episode: Episode, on: date, by_event: Event) -> Episode:
        """It no longer holds from this day."""
        self._named(by_event, episode)
        self._subjects.add(episode.subject_id)
        return self.change(episode, ended_on=on, ended_by=by_event.id)

    def _named(self, event: Event, episode: Episode) -> None:
        for about in self._new.get(EventSubject, []):
            if about.event_id == event.id and about.subject_id == episode.subject_id:  # type: ignore[attr-defined]
                about.episodes = [*about.episodes, episode.id]  # type: ignore[attr-defined]

    def void(self, event: Event, because: str) -> None:
        """This was recorded in error: it stays in the record, crossed out, and no longer counts."""
        abouts = list(event.abouts.filter(voided_at=None))
        for about in abouts:
            self.change(about, voided_at=self.at)
            self._subjects.add(about.subject_id)
        self.change(event, voided_because=because)
        for episode in Episode.objects.filter(started_by=event.id, voided_at=None):
            self.change(episode, voided_at=self.at)
        for episode in Episode.objects.filter(ended_by=event.id):
            self.change(episode, ended_on=None, ended_by=None)
        self.note(f"{event.kind} voided", tuple(about.subject_id for about in abouts), event.id)

    def find(self, kind: type[Record], key: UUID) -> Record:
        """The record of this key: the one about to be written here, else the one in the database."""
        for record in self._new.get(kind, []):
            if record.pk == key:
                return record  # type: ignore[return-value]
        return kind._default_manager.get(pk=key)

    def episode(self, key: UUID) -> Episode:
        """The episode of this key: areas above never name the spine's own models."""
        return self.find(Episode, key)

    def kept(self, kind: type[Record]) -> list[Record]:
        """The new records of this kind, not yet in the database."""
        return list(self._new.get(kind, []))  # type: ignore[arg-type]

    def events_of(self, ref: UUID, kind: str) -> list[Event]:
        """The events of this kind that a typed record wrote and that still count."""
        return list(Event.objects.filter(ref=ref, kind=kind, abouts__voided_at=None).distinct())

    def hold(self, subject: UUID) -> None:
        """Lock this subject now, so that nobody changes what is read from here on before it is written over."""
        lock({subject})
        self._subjects.add(subject)

    def rejudge(self, subject: UUID) -> None:
        """Judge this subject again at the end although no event was written (a setting changed)."""
        self._subjects.add(subject)

    def note(self, act: str, subjects: tuple[UUID, ...], ref: object = "") -> None:
        """Audit that `act` was done about these subjects."""
        self._acts.append((act, subjects, ref))

    def flush(self) -> None:
        """Lock, write, judge. A lock comes first so that two writers on one child end as if one came after another."""
        if self._subjects:
            lock(self._subjects)
        for record, fields in self._changed:
            record.save(update_fields=fields)
        audit = [entry(self.by, act, Outcome.WROTE, subjects, ref) for act, subjects, ref in self._acts]
        insert({**self._new, AuditEntry: audit})
        if self._subjects:
            judge(self._subjects, org=self.by.org)
