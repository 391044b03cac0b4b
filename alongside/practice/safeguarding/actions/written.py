"""How a record of safeguarding is put on the spine: its event, its episode, and what is checked first."""

from datetime import date
from typing import Any, Protocol
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import today
from alongside.platform.common.errors import Refused
from alongside.platform.common.words import full_date
from alongside.practice.safeguarding import policy
from alongside.practice.safeguarding.models.of_a_case import Lasting, OfACase
from alongside.record.timescales.actions import About, NewEvent, Writing

AREA = "practice.safeguarding"


class Case(Protocol):
    """What is asked of a case of casework."""

    id: UUID
    person_id: UUID
    org: UUID
    restricted: bool
    opened_on: date


def check(by: Actor, what: str, person: UUID, day: date, *, after: date, after_what: str) -> None:
    """May `by` record this, and can the day be so. A file's day may be odd and is flagged, but never ends too early."""
    policy.check_may_record(by, person, what)
    if by.is_system:
        return
    if day > today():
        raise Refused("This day has not come yet. Record it when it has happened. Nothing was saved.")
    check_order(day, after, after_what)


def check_order(day: date, after: date, after_what: str) -> None:
    """Nothing ends before it starts, whoever says so."""
    if day < after:
        raise Refused(
            f"{full_date(day)} is before {after_what}, {full_date(after)}. Look at both days. Nothing was saved."
        )


def check_new(by: Actor, what: str, case: Case, day: date) -> None:
    """For something that begins in a case."""
    check(by, what, case.person_id, day, after=case.opened_on, after_what="this work with the child began")


def of(case: Case, source: str) -> dict[str, Any]:
    """The fields that every record takes from its case."""
    return {
        "org": case.org,
        "restricted": case.restricted,
        "case_id": case.id,
        "person_id": case.person_id,
        "source": source,
    }


def same(record: OfACase, source: str) -> dict[str, Any]:
    """The same, taken from another record of the case."""
    return {
        "org": record.org,
        "restricted": record.restricted,
        "case_id": record.case_id,
        "person_id": record.person_id,
        "source": source,
    }


def tell(
    w: Writing, record: OfACase, kind: str, on: date, source: str, *, headline: str = "", episode: UUID | None = None,
    replaces: UUID | None = None, **payload: Any,
) -> Any:  # fmt: skip
    """Write the event. `episode` is the one it happened in, so that rules that run during it count this event."""
    about = About(subject=record.person_id, headline=headline, episodes=(episode,) if episode else ())
    given = {key: str(value) if isinstance(value, date | UUID) else value for key, value in payload.items()}
    return w.event(
        NewEvent(
            kind=kind,
            happened=on,
            about=(about,),
            area=AREA,
            case=record.case_id,
            payload={key: value for key, value in given.items() if value not in (None, "")},
            source=source,
            ref=record.id,
            replaces=replaces,
        )
    )


def begin(
    w: Writing, record: Lasting, noun: str, *, singular: bool = False, headline: str = "", **payload: Any
) -> None:
    """Write `noun.started`, start its episode, keep the record. Files may overlap what should not: not held to one."""
    event = tell(w, record, f"{noun}.started", record.started_on, record.source, headline=headline, **payload)
    record.episode = w.start_episode(
        noun,
        record.person_id,
        record.started_on,
        event,
        case_id=record.case_id,
        ref=record.id,
        singular=singular and not record.source,
        restricted=record.restricted,
    )
    w.keep(record)


def finish(
    w: Writing, record: Lasting, kind: str, field: str, on: date, source: str, *, headline: str = "", **payload: Any
) -> None:
    """Write the event that ends it, end its episode, set `field`. A later file's day takes an earlier one's place.

    What was recorded in error here is left alone, whatever a file says of it.
    """
    replaces = None
    if record.withdrawn:
        return
    if getattr(record, field) is not None:
        _refuse_again(w.by, record, field)
        for before in w.events_of(record.id, kind):
            w.void(before, "Put right by a later file")
            replaces = before.id
    event = tell(
        w, record, kind, on, source, headline=headline, episode=record.episode_id, replaces=replaces, **payload
    )
    w.change(record, **{field: on})
    w.end_episode(record.episode, on, event)


def _refuse_again(by: Actor, record: Lasting, field: str) -> None:
    if not by.is_system:
        day = full_date(getattr(record, field))
        raise Refused(
            f"It is already recorded that this ended on {day}. Nothing was saved: look at it as it stands now."
        )


def refuse_same_day(by: Actor, record: type[OfACase], plan: Lasting, held_on: date, what: str) -> None:
    """The same meeting typed twice by two people. A file may hold two on one day; then both are kept."""
    told: dict[str, Any] = {"plan": plan, "held_on": held_on, "withdrawn": False}
    if by.is_system or not record._default_manager.filter(**told).exists():
        return
    raise Refused(f"{what} on {full_date(held_on)} is already recorded. Nothing was saved: look at the chronology.")


def refuse_second(by: Actor, record: type[Lasting], person: UUID, open_now: dict[str, None], sentence: str) -> None:
    """A person may not begin a second one while the first is open. What a file says is kept and flagged."""
    if not by.is_system and record._default_manager.filter(person_id=person, withdrawn=False, **open_now).exists():
        raise Refused(f"{sentence} Nothing was saved.")
