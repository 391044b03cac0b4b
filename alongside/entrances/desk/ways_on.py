"""From a due item to the page that records the thing itself; from an entry to the page that takes it back."""

from uuid import UUID

from django.urls import reverse

from alongside.platform.access.actor import Actor
from alongside.practice.referrals import selectors as referrals
from alongside.practice.safeguarding import selectors as safeguarding
from alongside.record.chronology.models import EventSubject
from alongside.record.timescales.models import DueItem
from alongside.record.timescales.rules import all_rules

VISIT, GIVEN = "visit.made", "allocation.started"
VISITS = (VISIT, "visit.attempted")


def acts(user: Actor, item: DueItem, public_id: str) -> list[dict[str, str]]:
    """Where this user may record what would meet the item. No query; never "mark as done"."""
    rule = all_rules().get(item.rule, item.edition)
    kinds = {match.kind for match in rule.done_by} if rule else set()
    found = [{"href": page.href, "text": page.text} for page in safeguarding.pages_for(user, kinds, public_id)]
    found += [{"href": page.href, "text": page.text} for page in referrals.pages_for(user, kinds, public_id)]
    if VISIT in kinds and user.may("visit.record"):
        found.insert(0, {"href": reverse("notes:record", args=[public_id]), "text": "Record a visit"})
    if GIVEN in kinds and item.case and user.teams and user.may("case.allocate"):
        found.append({"href": reverse("desk:allocate", args=[item.case]), "text": "Choose a worker"})
    return found


def taking_back(user: Actor, entry: EventSubject, public_id: str) -> str:
    """The page that crosses this entry out, or "" where there is none for this user."""
    if entry.voided_at:
        return ""
    note = entry.event.payload.get("note")  # a visit that a file brought has no note, and no page of its own
    if entry.kind in VISITS:
        return reverse("notes:in_error", args=[public_id, note]) if note and user.may("visit.record") else ""
    event: UUID = entry.event_id
    areas = (safeguarding, referrals)
    return next(filter(None, (area.in_error_page(user, entry.kind, public_id, event) for area in areas)), "")
