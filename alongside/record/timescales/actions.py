"""Recording what happened. Every action of every area that writes an event comes through here."""

from datetime import date

from alongside.platform.access.actor import Actor
from alongside.record.chronology.models import Event
from alongside.record.timescales.models import GoLive
from alongside.record.timescales.new_events import About, NewEvent
from alongside.record.timescales.writing import Writing, writing

__all__ = ["About", "NewEvent", "Writing", "record_event", "record_events", "set_go_live", "void_event", "writing"]


def record_event(*, by: Actor, event: NewEvent) -> Event:
    """Lock the subjects, write the event, judge what is due."""
    with writing(by) as w:
        return w.event(event)


def record_events(*, by: Actor, events: list[NewEvent]) -> list[Event]:
    """Several events, judged once."""
    with writing(by) as w:
        return [w.event(event) for event in events]


def void_event(*, by: Actor, event: Event, because: str) -> None:
    """Recorded in error: kept, crossed out, no longer counted."""
    with writing(by) as w:
        w.void(event, because)


def set_go_live(*, by: Actor, source: str, day: date) -> GoLive:
    """From this day the unmet duties of this source are judged; older ones are "not judged"."""
    go_live, _ = GoLive.objects.update_or_create(org=by.org, source=source, defaults={"day": day})
    return go_live
