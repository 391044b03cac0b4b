"""Taking a visit back: it was recorded in error, of the wrong child perhaps. It stays, crossed out, with the reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.sent import new_key, once
from alongside.record.casework.selectors import child_bar
from alongside.tools.notes import selectors
from alongside.tools.notes.actions import take_back_visit
from alongside.tools.notes.forms.in_error import TakeBackForm
from alongside.tools.notes.views.told import told


@may("visit.record")
@once
@require_http_methods(["GET", "HEAD", "POST"])
def in_error(request: HttpRequest, public_id: str, note: UUID) -> HttpResponse:
    """Say why, and cross the visit out in the file of every child it was about."""
    user = request.actor  # type: ignore[attr-defined]
    child = selectors.child_of_notes(user, public_id)
    part = selectors.note_of(user, child.id, note)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        take_back_visit(by=user, note=part.note, because=form.cleaned_data["because"])
        messages.success(request, "Taken back. The visit stays in the record, crossed out, with your reason.")
        return redirect("notes:note", public_id, note)
    note_read(user, "in_error.read", [child.id], note)
    context = {
        **child_bar(user, child.person, "notes:visits"),
        "child": child,
        "visit": told(part),
        "others": [each.called for each in selectors.also_about(user, part)],
        "form": form,
        "sent_key": new_key(),
    }
    return render(request, "notes/in_error.html", context, status=422 if form.is_bound else 200)
