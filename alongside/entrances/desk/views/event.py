"""One entry of a life: what happened, who wrote it, what it began and closed, and how to take it back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.entrances.desk import lives
from alongside.entrances.desk.due_words import outcome, standing, title
from alongside.entrances.desk.ways_on import taking_back
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import london_date, today
from alongside.platform.common.errors import NotThere
from alongside.platform.common.words import full_date, time_of_day
from alongside.record.casework.selectors import child_bar
from alongside.record.chronology import selectors
from alongside.record.chronology.models import EventSubject
from alongside.record.people import selectors as people
from alongside.record.people.names import first_name
from alongside.record.timescales.selectors import UNMET, every_item


@may("child.read")
def event(request: HttpRequest, public_id: str, entry: UUID) -> HttpResponse:
    """An entry with its consequences."""
    user = request.actor
    person = people.child(user, public_id)
    found = selectors.entry(user, person.pk, entry)
    if found is None:
        raise NotThere("There is no such entry.")
    note_read(user, "entry.read", [person.pk], ref=found.kind)
    items = [
        _item(item, public_id)
        for item in every_item(user, [person.pk])
        if found.event_id in (item.opened_by, item.closed_by)
    ]
    context = {
        **child_bar(user, person),
        "called": first_name(person),
        "entry": found,
        "rows": _rows(found),
        "items": items,
        "note": lives.note_address(found, public_id),
        "take_back": taking_back(user, found, public_id),
    }
    return render(request, "desk/event.html", context)


def _rows(found: EventSubject) -> list[tuple[str, str]]:
    when = full_date(found.happened_on) + (f", {time_of_day(found.happened)}" if found.precise else "")
    rows = [
        ("Happened", when),
        ("Recorded", f"{full_date(london_date(found.recorded_at))}, {time_of_day(found.recorded_at)}"),
    ]
    rows.append(("By", found.event.author_name))
    if found.event.source:
        rows.append(("From", lives.source_words(found)))
    if found.voided_at:
        rows.append(("Crossed out", f"{full_date(london_date(found.voided_at))}: {found.event.voided_because}"))
    return rows


def _item(item: Any, public_id: str) -> dict[str, str]:
    kind, when = standing(item, today()) if item.status in UNMET else outcome(item)
    return {"what": title(item), "kind": kind, "when": when, "href": reverse("desk:why", args=[public_id, item.id])}
