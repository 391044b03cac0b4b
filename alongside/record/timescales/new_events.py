"""What an action says happened, and the rows it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import london_date, start_of
from alongside.record.chronology.kinds import Kind, all_kinds
from alongside.record.chronology.models import Event, EventSubject

RESTRICTED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One subject's part in an event. Empty headline, significance and restriction are the kind's own."""

    subject: UUID
    headline: str = ""
    line: str = ""
    words: str = ""
    part: Mapping[str, Any] = field(default_factory=dict)
    significance: str = ""
    restriction: int | None = None
    episodes: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """Something that happened. `happened` is a date, or an aware instant where the time is known.

    `area` is the area writing it ("practice.safeguarding"): a reserved kind carries law, and only its own area's
    typed action may write it, so that no local note or form can start or satisfy a matter of law.
    `ref` is the typed record; `source` is empty for what is recorded here, else for example "census:2026".
    """

    kind: str
    happened: date | datetime
    about: tuple[About, ...]
    area: str
    case: UUID | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    ref: UUID | None = None
    replaces: UUID | None = None


def event_rows(new: NewEvent, *, by: Actor, at: datetime) -> tuple[Event, list[EventSubject]]:
    """The unsaved event and its subjects. Raises LookupError for a kind undeclared, or reserved by another area."""
    kind = declared(new)
    event = Event(
        org=by.org,
        kind=new.kind,
        case_id=new.case,
        author=by.account_id,
        author_name=by.name,
        author_role=by.role,
        payload=dict(new.payload),
        source=new.source,
        ref=new.ref,
        replaces_id=new.replaces,
    )
    return event, [_about(new, each, event, kind, at) for each in new.about]


def declared(new: NewEvent) -> Kind:
    """The kind's declaration, if this area may write it."""
    kind = all_kinds().get(new.kind)
    if kind is None:
        raise LookupError(f"No event kind {new.kind!r} is declared.")
    if kind.reserved and kind.area != new.area:
        raise LookupError(f"{new.kind} carries law: only {kind.area} may write it, not {new.area}.")
    return kind


def _about(new: NewEvent, about: About, event: Event, kind: Kind, at: datetime) -> EventSubject:
    precise = isinstance(new.happened, datetime)
    happened = new.happened if isinstance(new.happened, datetime) else start_of(new.happened)
    restriction = kind.restriction if about.restriction is None else about.restriction
    return EventSubject(
        org=event.org,
        event=event,
        subject_id=about.subject,
        kind=new.kind,
        happened=happened,
        happened_on=london_date(happened),
        precise=precise,
        recorded_at=at,
        headline=about.headline or kind.headline_for(new.payload, about.part),
        line=about.line,
        words=about.words,
        significance=about.significance or kind.significance,
        restriction=restriction,
        restricted=restriction >= RESTRICTED,
        episodes=list(about.episodes),
        part=dict(about.part),
    )
