"""All due dates of a child, and why one of them is what it is."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.entrances.desk import explained
from alongside.entrances.desk.checked import checked
from alongside.entrances.desk.due_words import Line, outcome, title
from alongside.entrances.desk.owners import Owners
from alongside.entrances.desk.views.child import due_lines
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.errors import NotThere
from alongside.record.casework.selectors import child_bar
from alongside.record.people import selectors as people
from alongside.record.people.names import first_name
from alongside.record.timescales import selectors
from alongside.record.timescales.models import DueItem


@may("child.read")
def due(request: HttpRequest, public_id: str) -> HttpResponse:
    """What we owe a child, and what we owed before."""
    user = request.actor
    person = people.child(user, public_id)
    note_read(user, "due.read", [person.pk])
    owners = Owners(user, [person.pk])
    lines = due_lines(user, person, owners)
    href = reverse("desk:child", args=[public_id])
    before = [
        _past(item, href) for item in selectors.every_item(user, [person.pk]) if item.status not in selectors.UNMET
    ]
    context = {
        **child_bar(user, person, "desk:due", holders=owners.allocations),
        "called": first_name(person),
        "lines": lines,
        "before": before,
        "checked": checked(user, sum(each.kind == "gap" for each in lines), [person.pk]),
    }
    return render(request, "desk/due.html", context)


def _past(item: DueItem, href: str) -> Line:
    kind, when = outcome(item)
    return Line(item, title(item), kind, when, item.because, f"{href}due/{item.id}/")


@may("child.read")
def why(request: HttpRequest, public_id: str, item: UUID) -> HttpResponse:
    """The rule, the arithmetic day by day, the source, whose it is and what will meet it."""
    user = request.actor
    person = people.child(user, public_id)
    found = selectors.item(user, person.pk, item)
    if found is None:
        raise NotThere("There is no such due date.")
    note_read(user, "why.read", [person.pk], ref=found.rule)
    context = {**child_bar(user, person), **explained.explanation(user, person, found)}
    return render(request, "desk/why.html", context)
