"""Closing a case, and taking that back. What is still owed when a case closes is shown before anyone presses."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.entrances.desk.due_words import line
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import today
from alongside.platform.common.errors import NotThere, PlainError
from alongside.platform.common.sent import new_key, once
from alongside.platform.common.words import full_date
from alongside.platform.design.day_field import PastDay
from alongside.practice.referrals.choices import CLOSING_REASONS
from alongside.record.casework import actions
from alongside.record.casework.choices import HOLDS_OPEN, STAGES
from alongside.record.casework.selectors import case_for_writing, child_bar
from alongside.record.chronology.selectors import open_episodes
from alongside.record.people.names import first_name
from alongside.record.people.selectors import children
from alongside.record.timescales.selectors import unmet


class ClosingForm(forms.Form):
    """When and why. The reasons are the census's."""

    closed_on = PastDay(
        "Which day did it close?",
        "Say which day it closed.",
        "This day has not come yet. Close it when it has happened.",
        help_text="For example 27 3 2026",
    )
    reason = forms.ChoiceField(
        label="Why?",
        choices=[("", "Choose a reason"), *CLOSING_REASONS.items()],
        error_messages={"required": "Choose the reason."},
    )


@may("case.allocate")
@once
def close(request: HttpRequest, case: UUID) -> HttpResponse:
    """Close a case of a team I manage."""
    user = request.actor
    found = case_for_writing(user, case)
    if found.team_id not in user.teams or found.closed_on:
        raise NotThere("There is no such case.")
    open_now = open_episodes(user, [found.person_id])[found.person_id]
    still_open = [STAGES[each.kind] for each in open_now if each.kind in HOLDS_OPEN and each.case_id == found.id]
    form = ClosingForm(request.POST if request.method == "POST" else None, initial={"closed_on": today()})
    if request.method == "POST" and not still_open and form.is_valid():
        try:
            return _close(request, found, form.cleaned_data)
        except PlainError as refused:
            form.add_error(None, str(refused))
    note_read(user, "case.close", [found.person_id])
    person = children(user).get(pk=found.person_id)
    href = reverse("desk:child", args=[person.subject.public_id])
    context = {
        **child_bar(user, person, "", open_now),
        "called": first_name(person),
        "form": form,
        "sent_key": new_key(),
        "opened": full_date(found.opened_on),
        "still_open": still_open,
        "lines": [line(item, href) for item in unmet(user, [person.pk]) if item.case == found.id],
    }
    return render(request, "desk/close.html", context, status=422 if form.is_bound else 200)


def _close(request: HttpRequest, case: Any, given: dict[str, Any]) -> HttpResponse:
    actions.close_case(by=request.actor, case=case, closed_on=given["closed_on"], reason=given["reason"])
    request.session["undo"] = {"text": "The case is closed.", "href": reverse("desk:reopen", args=[case.id])}
    return redirect("desk:child", case.person.subject.public_id)


@may("case.allocate")
@require_POST
def reopen(request: HttpRequest, case: UUID) -> HttpResponse:
    """Take the closing back."""
    found = case_for_writing(request.actor, case)
    actions.reopen_case(by=request.actor, case=found)
    messages.info(request, "Taken back: the case is open, and whoever held it holds it again.")
    return redirect("desk:child", found.person.subject.public_id)
