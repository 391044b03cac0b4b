"""Recording that something happened to a child, and taking back what was recorded in error."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.errors import NotThere, Refused
from alongside.platform.common.sent import new_key, once
from alongside.practice.safeguarding import actions, policy, selectors
from alongside.practice.safeguarding.effects import waited_for, when_you_save
from alongside.practice.safeguarding.forms.taking_back import TakeBackForm
from alongside.practice.safeguarding.happenings import BY_KEY, HAPPENINGS, Happening
from alongside.record.casework.selectors import child_bar
from alongside.record.people import selectors as people

JUST_NOW = "Somebody has just recorded this. Look at the child’s page before you record it again."


@may("event.record")
@require_safe
def happenings(request: HttpRequest, public_id: str) -> HttpResponse:
    """What can be recorded for this child now: only what applies."""
    user = request.actor  # type: ignore[attr-defined]
    person = people.child(user, public_id)
    note_read(user, "happenings.read", [person.pk])
    context = {
        **child_bar(user, person),
        "lines": _soonest_first(user, person),
        "more": _elsewhere(public_id),
    }
    return render(request, "safeguarding/happenings.html", context)


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
    policy.check_may_record(user, person.pk, happening.what)
    targets = happening.targets(selectors.open_work(user, person.pk))
    if not targets:
        return _nothing_open(request, person, happening)
    form = happening.form(request.POST if request.method == "POST" else None, targets=targets)
    if request.method == "POST" and form.is_valid() and _saved(user, happening, form):
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
    return render(request, "safeguarding/happened.html", context, status=422 if form.is_bound else 200)


@may("event.record")
@once
@require_http_methods(["GET", "HEAD", "POST"])
def in_error(request: HttpRequest, public_id: str, event: UUID) -> HttpResponse:
    """Take back what was recorded in error, with the reason."""
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
    return render(request, "safeguarding/in_error.html", context, status=422 if form.is_bound else 200)


def _saved(user: Any, happening: Happening, form: Any) -> bool:
    """Whether the action took it; if it refused, its sentence is on the form and nothing typed is lost."""
    try:
        happening.record(user, form.target, form.cleaned_data["day"], **form.said())
    except Refused as refusal:
        form.add_error(None, str(refusal))
    except IntegrityError:
        form.add_error(None, JUST_NOW)
    return form.is_valid()


def _nothing_open(request: HttpRequest, person: Any, happening: Happening) -> HttpResponse:
    context = {**child_bar(request.actor, person), "happening": happening}  # type: ignore[attr-defined]
    return render(request, "safeguarding/nothing_open.html", context, status=409 if request.method == "POST" else 200)


def _soonest_first(user: Any, person: Any) -> list[tuple[Any, str]]:
    """What can be recorded, each with what waits for it; what something waits for stands first."""
    due = waited_for(user, person.pk, {kind for each in HAPPENINGS for kind in each.kinds})
    lines = [
        (line, "; ".join(due[kind] for kind in BY_KEY[line.key].kinds if kind in due))
        for line in selectors.recordable(user, person)
    ]
    return sorted(lines, key=lambda line: not line[1])


def _elsewhere(public_id: str) -> str:
    """The page of the same kind about referrals, while that area is here."""
    try:
        return reverse("referrals:happenings", args=[public_id])
    except NoReverseMatch:
        return ""
