"""Naming a record to whoever must choose it or see since when it runs."""

from datetime import date
from typing import Any

from alongside.platform.common.words import full_date
from alongside.practice.safeguarding.models import (
    Assessment,
    FamilyGroupMeeting,
    InNeedPlan,
    PreProceedings,
    ProtectionPlan,
    Section47,
)

# (what it is, what its first day is the day of)
NAMES: dict[type[Any], tuple[str, str]] = {
    Assessment: ("Assessment", "the assessment started"),
    Section47: ("Section 47 enquiry", "the enquiry started"),
    ProtectionPlan: ("Child protection plan", "the child protection plan started"),
    InNeedPlan: ("Child in need plan", "the child in need plan started"),
    PreProceedings: ("Pre-proceedings", "pre-proceedings started"),
    FamilyGroupMeeting: ("Family group meeting", "the meeting was offered"),
}
CASE = ("Work with the child", "this work with the child began")


def first_day(record: Any) -> date:
    """The day it began: a record's, a meeting's offer, a case's opening."""
    day: date = next(
        getattr(record, name) for name in ("started_on", "offered_on", "opened_on") if hasattr(record, name)
    )
    return day


def when_it_began(record: Any) -> str:
    """ "the enquiry started"."""
    return NAMES.get(type(record), CASE)[1]


def in_words(record: Any) -> str:
    """ "Section 47 enquiry from 3 May 2026"."""
    return f"{NAMES.get(type(record), CASE)[0]} from {full_date(first_day(record))}"
