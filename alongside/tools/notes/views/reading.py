"""Reading visits: all of one child's, one of them as this child's file has it, and adding to it."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from alongside.platform.access.actor import Actor
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.errors import Refused
from alongside.platform.common.sent import new_key, once
from alongside.platform.common.words import listed, long_date
from alongside.record.casework.selectors import child_bar
from alongside.record.timescales.rules import all_rules
from alongside.tools.forms.selectors import unfinished_about
from alongside.tools.notes import selectors
from alongside.tools.notes.actions import InFile, Words, add_passage
from alongside.tools.notes.choices import MARKS
from alongside.tools.notes.models import NoteChild
from alongside.tools.notes.selectors import Child
from alongside.tools.notes.views.told import told, told_passage

PAGE = 50


@may("child.read")
@require_GET
def visits(request: HttpRequest, public_id: str) -> HttpResponse:
    """Every visit of one child, the latest first, and what the reader has not finished."""
    user = request.actor  # type: ignore[attr-defined]
    child = selectors.child_of_notes(user, public_id)
    note_read(user, "visits.read", [child.id])
    asked = request.GET.get("after", "0")
    start = int(asked) if asked.isdecimal() and len(asked) < 9 else 0
    parts = list(selectors.notes_of(user, child.id)[start : start + PAGE + 1])
    context = {
        **child_bar(user, child.person, "notes:visits"),
        "child": child,
        "visits": [told(part) for part in parts[:PAGE]],
        "older": start + PAGE if len(parts) > PAGE else 0,
        "begun": list(unfinished_about(user, "visit", child.id)) if user.may("visit.record") else [],
        "may_record": user.may("visit.record"),
        "record_href": "",  # the page has its own button
    }
    return render(request, "notes/visits.html", context)


@may("child.read")
@require_GET
def note(request: HttpRequest, public_id: str, note: UUID) -> HttpResponse:
    """One visit, as this child's file has it."""
    user = request.actor  # type: ignore[attr-defined]
    child = selectors.child_of_notes(user, public_id)
    note_read(user, "visit.read", [child.id], note)
    return _note_page(request, child, note)


@may("visit.record")
@require_http_methods(["GET", "POST"])
@once
def add(request: HttpRequest, public_id: str, note: UUID) -> HttpResponse:
    """Add to a visit: who, when and why stand with it. What was written stays as it was."""
    user = request.actor  # type: ignore[attr-defined]
    child = selectors.child_of_notes(user, public_id)
    part = selectors.note_of(user, child.id, note)
    here = reverse("notes:note", args=[public_id, note])
    if request.method == "GET":
        return redirect(f"{here}#add")
    typed = {name: request.POST.get(name, "").replace("\0", "").strip() for name in ("mark", "text", "because")}
    if not typed["text"] or not typed["because"]:
        return _note_page(request, child, note, typed)
    if typed["mark"] not in MARKS:
        raise Refused("Choose what kind of words these are from the list. Nothing was changed.")
    third_party = request.POST.get("third_party") == "yes"
    words = Words(mark=typed["mark"], files=[InFile(person=child.id, text=typed["text"])], third_party=third_party)
    add_passage(by=user, note=part.note, words=words, because=typed["because"])
    return redirect(f"{here}?added=yes#added")


def _note_page(request: HttpRequest, child: Child, note: UUID, typed: dict[str, str] | None = None) -> HttpResponse:
    user = request.actor  # type: ignore[attr-defined]
    part = selectors.note_of(user, child.id, note)
    passages = list(selectors.passages_of(user, part))
    met = [_met(each) for each in selectors.what_it_met(user, part.note, child.id)]
    others = selectors.also_about(user, part)
    wrong = _wrong(typed) if typed else {}
    context = {
        **child_bar(user, child.person, "notes:visits"),
        "child": child,
        "visit": told(part),
        "written": [told_passage(each) for each in passages if not each.added_because],
        "added": [told_passage(each) for each in passages if each.added_because],
        "met": met,
        "others": others,
        "may_add": user.may("visit.record"),
        "typed": typed or {"mark": "saw", "text": "", "because": ""},
        "wrong": defaultdict(str, wrong),
        "marks": list(MARKS.items()),
        "sent_key": new_key(),
        "errors": [{"href": f"#{name}", "text": says} for name, says in wrong.items()],
        "just_saved": _saved(_met_by_child(user, part, [child, *others])) if request.GET.get("saved") == "yes" else "",
        "just_added": request.GET.get("added") == "yes",
    }
    return render(request, "notes/note.html", context, status=422 if typed else 200)


def _met_by_child(user: Actor, part: NoteChild, children: list[Child]) -> list[tuple[Child, list[dict[str, Any]]]]:
    """Each child of the visit with the duties to them that it met."""
    return [(each, [_met(met) for met in selectors.what_it_met(user, part.note, each.id)]) for each in children]


def _saved(met: list[tuple[Child, list[dict[str, Any]]]]) -> str:
    """Where it was saved, and what changed elsewhere because of it, child by child."""
    said = [f"Saved to {listed([f'{child.called}’s' for child, _ in met])} file{'s' if len(met) > 1 else ''}."]
    for child, duties in met:
        for each in duties:
            after = f", next by {long_date(each['next_due'])}" if each["next_due"] else ""
            said.append(f"{child.called}: “{each['title']}” is met{after}.")
    return " ".join(said)


def _wrong(typed: dict[str, str]) -> dict[str, str]:
    wrong = {"text": "Write what you add", "because": "Say why you add it: what was missing or not right"}
    return {name: says for name, says in wrong.items() if not typed[name]}


def _met(closed: selectors.Closed) -> dict[str, Any]:
    rule = all_rules().get(closed.rule, closed.edition)
    title = rule.about.title if rule else closed.rule.replace("_", " ")
    return {"title": title, "late": closed.late, "next_due": closed.next_due}
