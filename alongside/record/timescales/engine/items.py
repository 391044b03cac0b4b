"""What the engine makes: due items. Dates only; what they mean today is `judge.state`."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from .intervals import Interval

OPEN, PAUSED, NOT_BEFORE, CANNOT_TELL = "open", "paused", "not_before", "cannot_tell"
MET, MET_LATE, ENDED, MISSED, NOT_JUDGED, TOO_EARLY = "met", "met_late", "ended", "missed", "not_judged", "too_early"

UNFINISHED = frozenset({OPEN, PAUSED, NOT_BEFORE, CANNOT_TELL})
STATUSES = UNFINISHED | {MET, MET_LATE, ENDED, MISSED, NOT_JUDGED, TOO_EARLY}


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing owed about one subject. (rule, obligation, step) is its lasting identity.

    `status` is one of STATUSES and never depends on today: `open` may be late, see `judge.state`. `counted_from` is
    day 0. `due_at` is set, beside `due_on`, only where hours are counted. `reads` are the facts the item rests on.
    `backward`: counted back from an arranged date. Days inside `pauses` were not counted. `restarted`: counted from
    the go-live day. `no_time`: hours were counted from the start of the day, as no time is known.
    `period`: owed within its own week or month, so once past it is missed, not late.
    """

    rule: str
    edition: str
    obligation: str
    step: int
    status: str
    owed_by: str
    because: str
    opened_by: UUID | None = None
    counted_from: date | None = None
    due_on: date | None = None
    due_at: datetime | None = None
    closed_by: UUID | None = None
    closed_on: date | None = None
    case: UUID | None = None
    restriction: int = 0
    interval: Interval | None = None
    backward: bool = False
    pauses: tuple[tuple[date, date], ...] = ()
    restarted: bool = False
    no_time: bool = False
    period: bool = False
    reads: tuple[UUID, ...] = ()

    @property
    def identity(self) -> tuple[str, str, int]:
        """What lateness reasons and alerts hang on, with the subject."""
        return (self.rule, self.obligation, self.step)
