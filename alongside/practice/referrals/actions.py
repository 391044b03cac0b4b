"""Receiving referrals and deciding on them (Working Together chapter 3: the decision within one working day)."""

from datetime import date
from typing import Any, Protocol
from uuid import UUID

from alongside.platform.access.actions import new_tie
from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import today
from alongside.platform.common.errors import NotThere, Refused
from alongside.platform.common.ids import new_id
from alongside.platform.common.words import full_date
from alongside.practice.referrals import policy
from alongside.practice.referrals.choices import RESPONSES, SOURCES
from alongside.practice.referrals.models import Referral
from alongside.record.casework.actions import open_case
from alongside.record.chronology.selectors import life
from alongside.record.timescales.actions import About, NewEvent, Writing, writing

AREA = "practice.referrals"
NOTHING_MORE = "no_further_action"
# What a referral was before it was decided, and before it was acknowledged.
BEFORE: dict[str, dict[str, Any]] = {
    "referral.decided": {"decided_on": None, "response": "", "no_further_action": False},
    "referral.acknowledged": {"acknowledged_on": None},
}


class Child(Protocol):
    """What is asked of a person of the people area."""

    pk: UUID
    restricted: bool
    _state: Any


def receive_referral(
    *, by: Actor, person: Child, received_on: date, source_code: str, primary_need: str = "",
    no_further_action: bool = False, team: Any = None, line: str = "social_work", source: str = "",
) -> Referral:  # fmt: skip
    """A referral came in. It opens a case with `team`. One with no further action opens none and is decided the
    same day: a file has no other. The managers of `team` may open it, or nobody could when the child comes back.

    `source_code` and `primary_need` are the census's codes (`choices.py`). `referral.case` is the case.
    """
    policy.check_may_receive(by, person.pk, is_new=person._state.adding)
    _check_day(by, received_on)
    if team is None and not no_further_action:
        raise Refused("Choose the team that takes this referral. Nothing was saved.")
    with writing(by) as w:
        referral = Referral(
            id=new_id(), org=by.org, restricted=person.restricted, person_id=person.pk, received_on=received_on,
            source_code=source_code, primary_need=primary_need, no_further_action=no_further_action, source=source,
        )  # fmt: skip
        if not no_further_action:
            child: Any = person
            referral.case = open_case(by=by, person=child, team=team, line=line, opened_on=received_on, source=source)
        elif team is not None:
            w.keep(new_tie(org=by.org, subject=person.pk, holder=team.id, basis="team", source=referral.id))
        w.keep(referral)
        _tell(
            w, referral, "referral.received", received_on, source, headline=_from(source_code), source=source_code,
            primary_need=primary_need,
        )  # fmt: skip
        if no_further_action:
            decide_referral(by=by, referral=referral, decided_on=received_on, response=NOTHING_MORE, source=source)
    return referral


def decide_referral(*, by: Actor, referral: Referral, decided_on: date, response: str, source: str = "") -> Referral:
    """What to do about it was decided. `response` is a code of `choices.RESPONSES`."""
    if not referral._state.adding:
        policy.check_may_decide(by, referral.person_id)
    _check_day(by, decided_on, referral)
    if response not in RESPONSES:
        raise Refused("Choose what was decided from the list. Nothing was saved.")
    if referral.decided_on and not by.is_system:
        raise Refused(f"This referral was decided on {full_date(referral.decided_on)}. Nothing was saved.")
    with writing(by) as w:
        _tell(
            w, referral, "referral.decided", decided_on, source,
            headline=f"Referral decided: {RESPONSES[response][0].lower()}{RESPONSES[response][1:]}", response=response,
        )  # fmt: skip
        w.change(referral, decided_on=decided_on, response=response, no_further_action=response == NOTHING_MORE)
    return referral


def acknowledge_referral(*, by: Actor, referral: Referral, acknowledged_on: date, source: str = "") -> Referral:
    """Whoever made the referral was told that it came and what follows."""
    policy.check_may_decide(by, referral.person_id)
    _check_day(by, acknowledged_on, referral)
    if referral.acknowledged_on and not by.is_system:
        raise Refused(f"It was acknowledged on {full_date(referral.acknowledged_on)}. Nothing was saved.")
    with writing(by) as w:
        _tell(w, referral, "referral.acknowledged", acknowledged_on, source)
        w.change(referral, acknowledged_on=acknowledged_on)
    return referral


def correct_referral(*, by: Actor, referral: Referral, **fields: str) -> list[str]:
    """Put right who referred (`source_code`) or why (`primary_need`); returns the names of those that changed."""
    if not set(fields) <= {"source_code", "primary_need"}:
        raise Refused("The days of a referral are recorded anew, not changed. Nothing was saved.")
    policy.check_may_decide(by, referral.person_id)
    changed = {name: value for name, value in fields.items() if getattr(referral, name) != value}
    if changed:
        with writing(by) as w:
            w.change(referral, **changed)
            w.note("referral.corrected", (referral.person_id,), f"{referral.id} {', '.join(changed)}")
    return list(changed)


def entry_to_take_back(*, by: Actor, person: UUID, event: UUID) -> Any:
    """The entry of this child's chronology that decided or acknowledged. Raises NotThere, Refused.

    A referral itself is not taken back: a case hangs on it. Close the case and say why.
    """
    entry = life(by, person).filter(event_id=event, voided_at=None).first()
    if entry is None:
        raise NotThere("There is no such entry.")
    if entry.kind not in BEFORE:
        raise Refused("This entry cannot be taken back here: close the case with the reason. Nothing was changed.")
    policy.check_may_decide(by, person)
    return entry


def take_back(*, by: Actor, entry: Any, because: str) -> None:
    """Cross out the decision or the acknowledgement of this entry; the referral waits for it again."""
    policy.check_may_decide(by, entry.subject_id)
    referral = Referral.objects.select_for_update().get(pk=entry.event.ref)
    if referral.case_id is None:
        raise Refused("No work followed this referral, so nothing would wait for a new decision. Nothing was changed.")
    with writing(by) as w:
        w.change(referral, **BEFORE[entry.kind])
        w.void(entry.event, because)


def _check_day(by: Actor, day: date, referral: Referral | None = None) -> None:
    if not by.is_system and day > today():
        raise Refused("This day has not come yet. Record it when it has happened. Nothing was saved.")
    if referral is not None and day < referral.received_on:
        raise Refused(
            f"{full_date(day)} is before the referral came in, {full_date(referral.received_on)}. "
            "Look at both days. Nothing was saved."
        )


def _from(source_code: str) -> str:
    said = SOURCES.get(source_code, "")
    return f"Referral from: {said[0].lower() if said[1:2].islower() else said[0]}{said[1:]}" if said else ""


def _tell(
    w: Writing, referral: Referral, kind: str, on: date, came_from: str, *, headline: str = "", **payload: Any
) -> None:
    w.event(
        NewEvent(
            kind=kind,
            happened=on,
            about=(About(subject=referral.person_id, headline=headline),),
            area=AREA,
            case=referral.case_id,
            payload={"referral": str(referral.id), **{key: said for key, said in payload.items() if said != ""}},
            source=came_from,
            ref=referral.id,
        )
    )
