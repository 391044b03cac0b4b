"""Putting right what no event carries: categories, targets, counts. A day that an event carries is written anew."""

from typing import Any

from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import Refused
from alongside.practice.safeguarding import policy
from alongside.practice.safeguarding.models import Assessment, PreProceedings, ProtectionPlan, Section47
from alongside.practice.safeguarding.models.of_a_case import OfACase
from alongside.record.timescales.actions import writing

# Which fields, and what one must be allowed to record to put them right.
CORRECTABLE: dict[type[OfACase], tuple[str, frozenset[str]]] = {
    Assessment: ("assessment", frozenset({"internal_review_on", "factors"})),
    Section47: ("enquiry", frozenset({"conference_target_on"})),
    ProtectionPlan: ("protection_plan", frozenset({"initial_category", "latest_category", "previous_plans"})),
    PreProceedings: (
        "before_court",
        frozenset(
            {
                "letter_sent_on",
                "family_meeting_offered",
                "family_meeting_held",
                "first_meeting_on",
                "review_meetings",
                "outcome",
                "applied_on",
                "proceedings_letter_on",
            }
        ),
    ),
}


def correct_record(*, by: Actor, record: OfACase, **fields: Any) -> list[str]:
    """Put these fields right; returns the names of those that changed. Audited; nothing is judged anew."""
    what, names = CORRECTABLE.get(type(record), ("", frozenset()))
    if not set(fields) <= names:
        raise Refused("This cannot be put right here: the day of a happening is recorded anew. Nothing was saved.")
    policy.check_may_record(by, record.person_id, what)
    changed = {name: value for name, value in fields.items() if getattr(record, name) != value}
    if changed:
        with writing(by) as w:
            w.change(record, **changed)
            w.note("safeguarding.corrected", (record.person_id,), f"{record.id} {', '.join(changed)}")
    return list(changed)
