"""Writing ties. Called only by the action that allocates, places, covers or shares, inside its transaction."""

from datetime import date
from uuid import UUID

from alongside.platform.access.models import Tie
from alongside.platform.common.clock import today


def new_tie(*, org: UUID, subject: UUID, holder: UUID, basis: str, source: UUID, since: date | None = None) -> Tie:
    """A tie to be kept with its source record, unsaved: the caller's writing saves both at once."""
    return Tie(org=org, subject_id=subject, holder=holder, basis=basis, source=source, since=since or today())


def end_ties(*, source: UUID, until: date | None = None) -> int:
    """End what this source gave, from `until` (default: today, so from now on). Returns how many ended."""
    return Tie.objects.filter(source=source, until=None).update(until=until or today())
