"""Recording that a referral was decided or answered, and taking either back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.errors import NotThere, Refused
from alongside.platform.common.sent import new_key, once
from alongside.practice.referrals import actions, policy, selectors
from alongside.practice.referrals.effects import when_you_save
from alongside.practice.referrals.forms import TakeBackForm
from alongside.practice.referrals.happenings import BY_KEY
from alongside.record.casework.selectors import child_bar
from alongside.record.people import selectors as people


@may("event.record")
@require_safe
def happenings(request: HttpRequest, public_id: str) -> HttpResponse:
    """What can be recorded of this child's referrals now: only what applies."""
    user = request.actor  # type: ignore[attr-defined]
    person = people.child(user, public_id)
    note_read(user, "happenings.read", [person.pk])
    context = {**child_bar(user, person), "lines": selectors.recordable(user, person)}
    return render(request, "referrals/happenings.html", context)


@may("event.record")
@once
@require_http_methods(["GET", "HEAD", "POST"])
def happened(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    """Record that one thing happened."""
    user = request.actor  # type: ignore[attr-defined]
    happening = BY_KEY.get(key)
    if happening is None:
        raise NotThere("There is no such page.")
    person = people.child(user, public_id)
    policy.check_may_decide(user, person.pk)
    targets = happening.targets(selectors.open_referrals(user, person.pk))
    form = happening.form(request.POST if request.method == "POST" else None, targets=targets) if targets else None
    if form is not None and request.method == "POST" and form.is_valid() and _saved(user, happening.record, form):
        messages.success(request, f"{happening.done}.")
        return redirect("desk:child", public_id)
    note_read(user, "happening.read", [person.pk], key)
    context = {
        **child_bar(user, person),
        "happening": happening,
        "form": form,
        "effects": when_you_save(user, person.pk, happening.kinds),
        "sent_key": new_key(),
    }
    return render(request, "referrals/happened.html", context, status=_status(request, form))


@may("event.record")
@once
@require_http_methods(["GET", "HEAD", "POST"])
def in_error(request: HttpRequest, public_id: str, event: UUID) -> HttpResponse:
    """Take back a decision or an answer recorded in error, with the reason."""
    user = request.actor  # type: ignore[attr-defined]
    person = people.child(user, public_id)
    entry = actions.entry_to_take_back(by=user, person=person.pk, event=event)
    form = TakeBackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_back(by=user, entry=entry, because=form.cleaned_data["because"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Taken back. It stays in the chronology, crossed out, with your reason.")
            return redirect("desk:child", public_id)
    note_read(user, "in_error.read", [person.pk], event)
    context = {**child_bar(user, person), "entry": entry, "form": form, "sent_key": new_key()}
    return render(request, "referrals/in_error.html", context, status=422 if form.is_bound else 200)


def _saved(user: Any, record: Any, form: Any) -> bool:
    """Whether the action took it; if it refused, its sentence is on the form and nothing typed is lost."""
    try:
        record(user, form.target, form.cleaned_data["day"], **form.said())
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return bool(form.is_valid())


def _status(request: HttpRequest, form: Any) -> int:
    """409: there is nothing (any longer) to record this of; 422: something must be put right first."""
    if request.method != "POST":
        return 200
    return 409 if form is None else 422
