"""Taking back what was recorded in error: the event is crossed out, the record stands as it stood before.

What something else hangs on is not taken back: the sentence says what to take back first.
"""

from typing import Any
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import NotThere, Refused
from alongside.practice.safeguarding import policy
from alongside.practice.safeguarding.actions.undoing import UNDOING
from alongside.record.chronology.selectors import life
from alongside.record.timescales.actions import writing


def entry_to_take_back(*, by: Actor, person: UUID, event: UUID) -> Any:
    """The entry of this child's chronology, if it stands and is one of safeguarding's. Raises NotThere, Refused."""
    entry = life(by, person).filter(event_id=event, voided_at=None).first()
    if entry is None:
        raise NotThere("There is no such entry.")
    if entry.kind not in UNDOING:
        raise Refused("This entry cannot be taken back on this page. Nothing was changed.")
    policy.check_may_record(by, person, UNDOING[entry.kind].what)
    return entry


def take_back(*, by: Actor, entry: Any, because: str) -> None:
    """Cross out the event of this entry and put its record back. Raises Refused where something hangs on it."""
    undoing = UNDOING[entry.kind]
    policy.check_may_record(by, entry.subject_id, undoing.what)
    record = undoing.model._default_manager.select_for_update(of=("self",)).filter(pk=entry.event.ref).first()
    if record is None or record.withdrawn:
        raise Refused("This was taken back already. Nothing was changed.")
    with writing(by) as w:
        undoing.undo(w, record, because)
        w.void(entry.event, because)
