"""Recording a visit: the page, what its buttons do, finishing it. Whatever happens, what was typed is kept first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import london_date, today
from alongside.platform.common.errors import NotThere
from alongside.platform.common.ids import new_id
from alongside.platform.common.sent import new_key, once
from alongside.platform.common.words import short_date, time_of_day
from alongside.record.casework.selectors import child_bar
from alongside.tools.forms import actions as drafts
from alongside.tools.forms.selectors import my_draft, unfinished_about
from alongside.tools.notes.actions import FromDraft, record_visit
from alongside.tools.notes.forms import checks, reading
from alongside.tools.notes.forms.pressed import after_press
from alongside.tools.notes.forms.typed import FIRST, Typed, typed
from alongside.tools.notes.selectors import Child, children_of_visit
from alongside.tools.notes.views import clash
from alongside.tools.notes.views.drawing import drawn, effects_of

FORM = "visit"
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Writing:
    """The page somebody is writing on: which children it may be about, which draft, from which version, its fields."""

    children: Sequence[Child]
    of: drafts.Of
    version: int
    fields: drafts.Fields
    window: UUID | None = None
    saved: str = ""

    @property
    def page(self) -> Typed:
        return typed(self.fields, [child.public_id for child in self.children])


def keeping_what_was_typed(view: View) -> View:
    """A press that came after the session had ended keeps its words as a draft, then asks to sign in."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not request.actor:  # type: ignore[attr-defined]
            kept = drafts.keep_after_sign_out(request.POST)
            if kept:
                return redirect_to_login(f"{kept.page}?draft={kept.id}")
        return view(request, *args, **kwargs)

    return guarded


@keeping_what_was_typed
@may("visit.record")
@require_http_methods(["GET", "POST"])
@once
def record(request: HttpRequest, public_id: str) -> HttpResponse:
    """Record a visit to this child, and to brothers and sisters at once."""
    children = children_of_visit(request.actor, public_id)  # type: ignore[attr-defined]
    if request.method == "GET":
        return _opened(request, children)
    writing = _posted(request, children)
    try:
        if "resolve" in request.POST:
            return _resolved(request, writing)
        if "finish" in request.POST:
            return _finished(request, writing)
        return _pressed(request, writing)
    except drafts.DraftClash as found:
        return clash.both_versions(request, writing, found.theirs)


def _opened(request: HttpRequest, children: Sequence[Child]) -> HttpResponse:
    home, user = children[0], request.actor  # type: ignore[attr-defined]
    note_read(user, "visit.page", [home.id])
    draft = _draft_asked_for(request, home)
    if draft is None:
        blank = {"child": [home.public_id], "day": [today().isoformat()], "passage": [FIRST]}
        blank |= {f"mark-{FIRST}": ["saw"], f"file-{FIRST}": [home.public_id]}
        begun = list(unfinished_about(user, FORM, home.id)[:5])
        return _page(request, Writing(children, _of(home, new_id()), 0, blank), begun=begun)
    if draft.finished_as:
        return redirect("notes:note", home.public_id, draft.finished_as)
    saved = f"Saved {short_date(london_date(draft.saved_at))}, {time_of_day(draft.saved_at)}, on the server"
    return _page(request, Writing(children, _of(home, draft.id), draft.version, draft.content, saved=saved))


def _draft_asked_for(request: HttpRequest, home: Child) -> Any:
    """The draft of `?draft=`, if it is this reader's own and of a visit to this child."""
    asked = _uuid(request.GET.get("draft", ""))
    if asked is None:
        return None
    draft = my_draft(request.actor, asked)  # type: ignore[attr-defined]
    if draft.form != FORM or draft.about_id != home.id:
        raise NotThere("There is no such draft.")
    return draft


def _uuid(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


def _of(home: Child, draft: UUID) -> drafts.Of:
    page = reverse("notes:record", args=[home.public_id])
    return drafts.Of(id=draft, form=FORM, title=f"Visit to {home.called}", page=page, about=home.id)


def _posted(request: HttpRequest, children: Sequence[Child]) -> Writing:
    draft = _uuid(request.POST.get("draft", "")) or new_id()
    version, window = drafts.version_in(request.POST), drafts.window_in(request.POST)
    return Writing(children, _of(children[0], draft), version, drafts.typed_in(request.POST), window)


def _keep(request: HttpRequest, writing: Writing, fields: drafts.Fields) -> Any:
    """Whatever was pressed, the words are on the server first. Raises DraftClash."""
    user = request.actor  # type: ignore[attr-defined]
    return drafts.save_draft(by=user, of=writing.of, version=writing.version, content=fields, window=writing.window)


def _pressed(request: HttpRequest, writing: Writing) -> HttpResponse:
    """A button that only changes the page, or Enter: keep it all, and draw it again from the draft."""
    home = writing.children[0].public_id
    fields, place = after_press(writing.fields, request.POST, home)
    _keep(request, writing, fields)
    if "leave" in request.POST:
        return redirect("forms:unfinished")
    return redirect(f"{writing.of.page}?draft={writing.of.id}" + (f"#{place}" if place else ""))


def _resolved(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Yours, theirs or joined, field by field; then the page again, to read it through before finishing."""
    user = request.actor  # type: ignore[attr-defined]
    theirs = my_draft(user, writing.of.id)
    fields = clash.chosen(request, writing, theirs)
    if fields is None or theirs.version != writing.version:
        return clash.both_versions(request, writing, theirs, asked=fields is None)
    _keep(request, writing, fields)
    return redirect(f"{writing.of.page}?draft={writing.of.id}")


def _finished(request: HttpRequest, writing: Writing) -> HttpResponse:
    user, page = request.actor, writing.page  # type: ignore[attr-defined]
    faults = checks.missing(page, writing.children)
    if faults:
        kept = _keep(request, writing, writing.fields)
        again = replace(writing, version=kept.version, saved="Saved on the server")
        return _page(request, again, faults=faults)
    going = [child for child in writing.children if child.public_id in page.ticked]
    happened = checks.happened_in(page)
    assert happened is not None  # checked above
    note = record_visit(
        by=user,
        children=reading.parts_in(page, going),
        happened=happened,
        until=checks.until_in(page),
        place=page.where,
        what=page.what,
        also_there=reading.also_there(page),
        passages=reading.words_in(page, going),
        draft=FromDraft(writing.of.id, writing.version, writing.window),
    )
    shown = writing.children[0] if writing.children[0] in going else going[0]
    return redirect(f"{reverse('notes:note', args=[shown.public_id, note.id])}?saved=yes")


def _page(
    request: HttpRequest, writing: Writing, *, faults: Sequence[checks.Missing] = (), begun: Sequence[Any] = ()
) -> HttpResponse:
    user = request.actor  # type: ignore[attr-defined]
    context = {
        **child_bar(user, writing.children[0].person, "notes:visits"),
        **drawn(user, writing.children, writing.page, faults),
        "home": writing.children[0],
        "draft": writing.of.id,
        "version": writing.version,
        "draft_of": drafts.slip(user, writing.of),
        "sent_key": new_key(),
        "saved": writing.saved,
        "begun": begun,
        "record_href": "",  # this is that page
    }
    return render(request, "notes/visit.html", context, status=422 if faults else 200)


@may("visit.record")
@require_POST
def when_you_save(request: HttpRequest, public_id: str) -> HttpResponse:
    """The panel "When you save" for the page as it stands: asked for by a script, so that it is never out of date."""
    user = request.actor  # type: ignore[attr-defined]
    children = children_of_visit(user, public_id)
    writing = _posted(request, children)
    return render(request, "notes/_when_you_save.html", {"effects": effects_of(user, children, writing.page)})
