"""What the engine is given about one subject: events and episodes, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

EMPTY: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Fact:
    """One event as one subject knows it.

    `day` is its London date; `at` an aware instant, only where the time of day is known. `part` is what differs for
    this subject (seen, seen alone) and is read before `payload`. `source` is empty for what was recorded here, else
    for example "census:2026". `restriction`: 0 ordinary, 1 sensitive, 2 restricted, 3 sealed.
    """

    id: UUID
    kind: str
    day: date
    recorded_at: datetime
    at: datetime | None = None
    voided_at: datetime | None = None
    replaces: UUID | None = None
    payload: Mapping[str, object] = field(default_factory=lambda: EMPTY)
    part: Mapping[str, object] = field(default_factory=lambda: EMPTY)
    case: UUID | None = None
    episodes: frozenset[UUID] = frozenset()
    line: str | None = None
    source: str = ""
    restriction: int = 0

    def value(self, key: str) -> str | None:
        """A value the event carries, as text: the subject's own part first. None if it carries none."""
        found = self.part.get(key)
        if found is None:
            found = self.payload.get(key)
        if found is None or found == "":
            return None
        if isinstance(found, bool):
            return "yes" if found else "no"
        return str(found)


@dataclass(frozen=True, slots=True)
class EpisodeFact:
    """What holds over time for this subject. `end` is the day it ended; a new one may start that same day."""

    id: UUID
    kind: str
    start: date
    end: date | None = None
    started_by: UUID | None = None
    ended_by: UUID | None = None
    case: UUID | None = None
    restriction: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the engine may know of one subject. `kind` is person, worker, organisation or request."""

    subject: UUID
    kind: str
    events: tuple[Fact, ...]
    episodes: tuple[EpisodeFact, ...] = ()
