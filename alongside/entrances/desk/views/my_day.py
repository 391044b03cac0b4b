"""My day and my children: which children I hold, what is due today, and why, in five seconds."""

from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.entrances.desk import selectors
from alongside.entrances.desk.checked import checked_for
from alongside.entrances.desk.due_words import Line, line, soonest, standing
from alongside.entrances.desk.selectors import Held, Owed
from alongside.entrances.desk.ways_on import acts
from alongside.platform.access.actor import Actor
from alongside.platform.access.permissions import may
from alongside.platform.access.roles import ROLES
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import now, today
from alongside.platform.common.words import how_many, long_date, short_date, time_of_day
from alongside.record.people.models import Person
from alongside.record.people.names import age_of, name_of
from alongside.tools.forms.selectors import my_unfinished

AT_MOST, ALL = 12, 500  # lines under late and today; beyond that a count, or nobody reads it


@may("my_day.read")
def my_day(request: HttpRequest) -> HttpResponse:
    """What is late, due today and this week; what I left unfinished; the children I hold."""
    user, day = request.actor, today()
    held = selectors.caseload(user)
    owed = selectors.owed(user, held, day)
    note_read(user, "my_day.read", {row.person.pk for row in owed} | {each.person.pk for each in held})
    whole = request.GET.get("all") == "yes"
    bands = _bands(user, owed, day, ALL if whole else AT_MOST)
    context = {
        "sub": _sub(request),
        "counts": _counts(bands, len(drafts := list(my_unfinished(user)))),
        "bands": bands,
        "later": selectors.due_after(held, day),
        "drafts": drafts,
        "rows": [child_row(each, day) for each in held],
        "checked": checked_for(user, held, owed),
    }
    return render(request, "desk/my_day.html", context)


@may("caseload.read")
def caseload(request: HttpRequest) -> HttpResponse:
    """The children I hold, as a list to work through or print."""
    user, day = request.actor, today()
    held = selectors.caseload(user)
    note_read(user, "caseload.read", [each.person.pk for each in held])
    context = {"rows": [child_row(each, day) for each in held], "checked": checked_for(user, held, [])}
    return render(request, "desk/caseload.html", context)


def _sub(request: HttpRequest) -> str:
    actor = request.actor
    role = f", {ROLES[actor.role].title.lower()}" if actor.role in ROLES else ""
    return f"{long_date(today())}, {time_of_day(now())}. {actor.name}{role}"


def _bands(user: Actor, owed: list[Owed], day: date, room: int) -> list[dict[str, Any]]:
    """Late, today, the rest of this week, and what cannot be told, each with its children."""
    titles = (("late", "Late"), ("today", "Today"), ("soon", _until(day)), ("gap", "We cannot tell"))
    of_kind: dict[str, list[Owed]] = {kind: [] for kind, _ in titles}
    for row in owed:
        kind = standing(row.item, day)[0]
        of_kind["soon" if kind == "later" else kind].append(row)
    most = room
    bands = []
    for kind, title in titles:
        rows = of_kind[kind]
        shown = rows[: max(room, 0)] if kind in ("late", "today") else rows[:most]
        room -= len(shown) if kind in ("late", "today") else 0
        if rows:
            bands.append(
                {"kind": kind, "title": f"{title}: {len(rows)}", "id": f"due-{kind}", "number": len(rows),
                 "children": _by_child(user, shown, day), "more": len(rows) - len(shown)}
            )  # fmt: skip
    return bands


def _until(day: date) -> str:
    end = selectors.this_week(day)
    return "Rest of this week" if (end - day).days < 7 else f"Until {long_date(end)}"


def _by_child(user: Actor, rows: list[Owed], day: date) -> list[dict[str, Any]]:
    return [_child_lines(user, person, list(group), day) for person, group in groupby(rows, key=lambda row: row.person)]


def _child_lines(user: Actor, person: Person, rows: list[Owed], day: date) -> dict[str, Any]:
    href = reverse("desk:child", args=[person.subject.public_id])
    return {
        "name": name_of(person),
        "href": href,
        "about": age_of(person, day),
        "lines": [_line(user, row, href, day) for row in rows],
    }


def _line(user: Actor, row: Owed, href: str, day: date) -> Line:
    owner = row.owner
    if owner.mine:
        said = "Nobody holds this child yet, so it falls to you" if owner.stands_in else ""
    else:
        said = f"{owner.name}’s"
    ways = acts(user, row.item, row.person.subject.public_id) if owner.mine else []
    return line(row.item, href, owner=said, day=day, acts=ways)


def _counts(bands: list[dict[str, Any]], drafts: int) -> list[dict[str, Any]]:
    number = {band["kind"]: band["number"] for band in bands}
    words = (("late", "late", "overdue"), ("today", "due today", "today"), ("soon", "next", "soon"))
    counts = [
        {"number": number.get(kind, 0), "text": text, "href": f"#due-{kind}" if number.get(kind) else "#due",
         "icon": icon, "kind": kind}
        for kind, text, icon in words
    ]  # fmt: skip
    return [*counts, {"number": drafts, "text": "unfinished", "href": "#drafts", "icon": "draft"}]


def child_row(held: Held, day: date) -> dict[str, Any]:
    """One child of a caseload, all in words."""
    item = soonest(held.items)
    kind, when = standing(item, day) if item else ("later", "Nothing due")
    return {
        "name": name_of(held.person),
        "href": reverse("desk:child", args=[held.person.subject.public_id]),
        "age": age_of(held.person, day),
        "stage": held.stage,
        "seen": _seen(held, day),
        "kind": kind,
        "when": when,
        "late": sum(each.due_on is not None and each.due_on < day for each in held.items),
    }


def _seen(held: Held, day: date) -> tuple[str, str]:
    """("5 Jan, 7 days ago", "alone")."""
    if held.seen is None:
        return "Not known", ""
    days = (day - held.seen.on).days
    ago = "today" if days == 0 else f"{how_many(days, 'day')} ago"
    return f"{short_date(held.seen.on, now=day)}, {ago}", {"yes": "alone", "no": "not alone"}.get(held.seen.alone, "")
