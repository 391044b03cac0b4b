"""Pre-proceedings and family group decision-making (Children Act 1989 Part 4; s31ZA when it is in force)."""

from datetime import date
from typing import Any

from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.practice.safeguarding.actions.written import (
    Case,
    begin,
    check,
    check_new,
    check_order,
    finish,
    of,
    refuse_second,
    tell,
)
from alongside.practice.safeguarding.choices import PRE_PROCEEDINGS_OUTCOME
from alongside.practice.safeguarding.models import FamilyGroupMeeting, PreProceedings
from alongside.record.timescales.actions import writing

STARTED = "pre-proceedings started"
OFFERED = "the meeting was offered"


def start_pre_proceedings(*, by: Actor, case: Case, started_on: date, source: str = "", **known: Any) -> PreProceedings:
    """A legal planning meeting decided on pre-proceedings.

    `known` is what more of the census's module 5 is known, by the names of the model's fields. A family group meeting
    offered in a letter whose day is known is written as offered on that day.
    """
    check_new(by, "before_court", case, started_on)
    already = "Pre-proceedings are already open for this child."
    refuse_second(by, PreProceedings, case.person_id, {"stepped_on": None}, already)
    with writing(by) as w:
        record = PreProceedings(id=new_id(), started_on=started_on, **known, **of(case, source))
        begin(w, record, "pre_proceedings", singular=True, pre_proceedings=record.id)
        if record.family_meeting_offered and record.letter_sent_on:
            offer_family_group_meeting(
                by=by, case=case, offered_on=record.letter_sent_on, pre_proceedings=record, source=source
            )
    return record


def step_pre_proceedings(
    *, by: Actor, pre_proceedings: PreProceedings, stepped_on: date, outcome: str = "", source: str = ""
) -> PreProceedings:
    """It was decided to step up or down, which ends pre-proceedings. `outcome` is a code of the census (CS131)."""
    check(
        by, "before_court", pre_proceedings.person_id, stepped_on,
        after=pre_proceedings.started_on, after_what=STARTED,
    )  # fmt: skip
    check_order(stepped_on, pre_proceedings.started_on, STARTED)
    if not by.is_system and outcome not in PRE_PROCEEDINGS_OUTCOME:
        raise Refused("Choose what was decided from the list. Nothing was saved.")
    with writing(by) as w:
        said: dict[str, Any] = {"pre_proceedings": pre_proceedings.id, "outcome": outcome}
        finish(w, pre_proceedings, "pre_proceedings.ended", "stepped_on", stepped_on, source, **said)
        w.change(pre_proceedings, outcome=outcome)
    return pre_proceedings


def offer_family_group_meeting(
    *, by: Actor, case: Case, offered_on: date, pre_proceedings: PreProceedings | None = None, source: str = ""
) -> FamilyGroupMeeting:
    """The family was offered a meeting to make its own plan."""
    check_new(by, "family_meeting", case, offered_on)
    with writing(by) as w:
        meeting = w.keep(
            FamilyGroupMeeting(id=new_id(), offered_on=offered_on, pre_proceedings=pre_proceedings, **of(case, source))
        )
        tell(w, meeting, "family_group_meeting.offered", offered_on, source, **_during(pre_proceedings))
        if pre_proceedings and pre_proceedings.family_meeting_offered is None:
            w.change(pre_proceedings, family_meeting_offered=True)
    return meeting


def hold_family_group_meeting(
    *, by: Actor, meeting: FamilyGroupMeeting, held_on: date, source: str = ""
) -> FamilyGroupMeeting:
    """The family met and made its plan."""
    check(by, "family_meeting", meeting.person_id, held_on, after=meeting.offered_on, after_what=OFFERED)
    check_order(held_on, meeting.offered_on, OFFERED)
    if meeting.held_on and not by.is_system:
        raise Refused("It is already recorded that this meeting was held. Nothing was saved.")
    with writing(by) as w:
        before = meeting.pre_proceedings
        tell(w, meeting, "family_group_meeting.held", held_on, source, **_during(before))
        w.change(meeting, held_on=held_on)
        if before and not before.family_meeting_held:
            w.change(before, family_meeting_held=True)
    return meeting


def _during(pre_proceedings: PreProceedings | None) -> dict[str, Any]:
    if pre_proceedings is None:
        return {}
    return {"episode": pre_proceedings.episode_id, "pre_proceedings": pre_proceedings.id}
