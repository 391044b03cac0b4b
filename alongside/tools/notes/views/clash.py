"""The draft was changed in another window or on another device: both are shown, nothing is chosen, nothing is lost."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from markupsafe import Markup

from alongside.platform.common.sent import new_key
from alongside.platform.common.words import time_of_day
from alongside.record.casework.selectors import child_bar
from alongside.tools.forms.actions import Fields, slip
from alongside.tools.notes.forms.joining import NOT_THERE, Differs, differences, merged

if TYPE_CHECKING:
    from alongside.tools.forms.models import Draft
    from alongside.tools.notes.views.record import Writing


CHOOSE = "choose-"


def both_versions(request: HttpRequest, writing: "Writing", theirs: "Draft", *, asked: bool = False) -> HttpResponse:
    """Yours and what was saved elsewhere, piece by piece. `asked`: they pressed on without choosing everywhere."""
    user = request.actor  # type: ignore[attr-defined]
    called = {child.public_id: child.called for child in writing.children}
    found = differences(writing.fields, theirs.content, called)
    context: dict[str, Any] = {
        **child_bar(user, writing.children[0].person, "notes:visits"),
        "home": writing.children[0],
        "draft": theirs,
        "at": time_of_day(theirs.finished_at or theirs.saved_at),
        "sent_key": new_key(),
    }
    if theirs.finished_as:
        texts = [each.mine for each in found if each.piece.startswith("passage-") and each.mine != NOT_THERE]
        context |= {"note": theirs.finished_as, "text": "\n\n".join(texts)}
        return render(request, "notes/already_saved.html", context, status=409)
    context |= {
        "pieces": [_drawn(each, request) for each in found],
        "asked": asked,
        "fields": [
            (name, value) for name, values in writing.fields.items() for value in values if not name.startswith(CHOOSE)
        ],
        "draft_of": slip(user, writing.of),
    }
    return render(request, "notes/clash.html", context, status=409)


def _drawn(each: Differs, request: HttpRequest) -> dict[str, Any]:
    return {
        "name": CHOOSE + each.piece,
        "heading": each.heading,
        "mine": marked(each.mine, each.theirs),
        "theirs": marked(each.theirs, each.mine),
        "joined": each.joined,
    }


def marked(text: str, other: str) -> Markup:
    """The text with what the other version does not have in <mark>, sentence by sentence."""
    have = set(other.split())
    words = [
        Markup("<mark>{}</mark>").format(word) if word not in have else Markup("{}").format(word)
        for word in text.split()
    ]
    return Markup(" ").join(words)


def chosen(request: HttpRequest, writing: "Writing", theirs: "Draft") -> Fields | None:
    """The page as chosen, or None while something has not been."""
    choices = {name.removeprefix(CHOOSE): str(value) for name, value in request.POST.items() if name.startswith(CHOOSE)}
    mine = {name: values for name, values in writing.fields.items() if not name.startswith(CHOOSE)}
    called = {child.public_id: child.called for child in writing.children}
    return merged(mine, theirs.content, choices, called)
