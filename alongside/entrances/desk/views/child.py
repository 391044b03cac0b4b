"""A child's page: who they are, what keeps them safe, what they said; then what we owe."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.entrances.desk.checked import checked
from alongside.entrances.desk.due_words import Line, line
from alongside.entrances.desk.owners import Owners
from alongside.entrances.desk.ways_on import acts
from alongside.platform.access.actor import Actor
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import today
from alongside.platform.common.words import full_date, short_date, time_of_day
from alongside.record.casework.models import Case
from alongside.record.casework.selectors import child_bar
from alongside.record.chronology.models import EventSubject
from alongside.record.chronology.selectors import life
from alongside.record.people import selectors as people
from alongside.record.people.models import Person, Relationship
from alongside.record.people.names import age_of, first_name, name_of
from alongside.record.timescales.selectors import unmet

LATEST = 20
SHOWN = ("happened", "happened_on", "precise", "headline", "line", "words", "voided_at", "event__author_name")


@may("child.read")
def child(request: HttpRequest, public_id: str) -> HttpResponse:
    """The child before the process."""
    user = request.actor
    person = people.child(user, public_id)
    note_read(user, "child.read", [person.pk])
    owners = Owners(user, [person.pk])
    lines = due_lines(user, person, owners)
    entries = [entry for entry in life(user, person.pk).only(*SHOWN)[: LATEST + 5] if entry.voided_at is None][:LATEST]
    home = people.home_of(user, person)
    context = {
        **child_bar(user, person, "desk:child", holders=owners.allocations),
        "full": True,
        "called": first_name(person),
        "lines": lines,
        "checked": checked(user, sum(each.kind == "gap" for each in lines), [person.pk]),
        "entries": [_entry(entry, f"/children/{public_id}/entries/") for entry in entries],
        "voice": _voice(entries),
        "family": [_relation(row) for row in home.family],
        "siblings": [_sibling(each) for each in home.siblings],
        "address": home.address,
        "school": home.school,
        "doubts": list(people.doubts(user, [person.pk])),
        "cases": _to_manage(user, owners.cases.values()) if user.teams else [],
    }
    return render(request, "desk/child.html", context)


def _to_manage(user: Actor, cases: Iterable[Case]) -> list[dict[str, str]]:
    """For the manager of the team: the open cases, to give to another worker or to close."""
    return [
        {
            "opened": full_date(case.opened_on),
            "allocate": reverse("desk:allocate", args=[case.id]),
            "close": reverse("desk:close", args=[case.id]),
        }
        for case in cases
        if case.team_id in user.teams
    ]


def due_lines(user: Actor, person: Person, owners: Owners) -> list[Line]:
    """What is owed to this child, whose it is, soonest first."""
    items = list(unmet(user, [person.pk]))
    href = reverse("desk:child", args=[person.subject.public_id])
    public_id = person.subject.public_id
    return [line(item, href, owner=owners.of(item).name, acts=acts(user, item, public_id)) for item in items]


def _entry(entry: EventSubject, base: str) -> dict[str, Any]:
    return {
        "when": short_date(entry.happened_on)[4:],
        "time": time_of_day(entry.happened) if entry.precise else "",
        "title": entry.headline,
        "href": f"{base}{entry.id}/",
        "line": entry.line,
        "source": entry.event.author_name,
    }


def _voice(entries: list[EventSubject]) -> dict[str, str] | None:
    """The last words of the child's own among the latest entries."""
    for entry in entries:
        if entry.words:
            return {
                "words": entry.words,
                "source": f"{short_date(entry.happened_on)}. {entry.event.author_name} wrote it down",
            }
    return None


def _relation(row: Relationship) -> dict[str, str]:
    responsibility: dict[bool | None, str] = {True: "has parental responsibility", False: "no parental responsibility"}
    said = responsibility.get(row.parental_responsibility, "parental responsibility not known")
    return {"name": name_of(row.other), "kind": row.kind, "responsibility": said}


def _sibling(person: Person) -> dict[str, str]:
    href = reverse("desk:child", args=[person.subject.public_id])
    return {"name": name_of(person), "age": age_of(person, today()), "href": href}
