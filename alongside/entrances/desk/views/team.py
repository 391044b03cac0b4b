"""A team's children who wait for a worker, asking a worker to hold them, and who was not seen since before go-live."""

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from alongside.entrances.desk import selectors
from alongside.entrances.desk.checked import checked_for
from alongside.entrances.desk.due_words import line, standing
from alongside.entrances.desk.owners import Owners
from alongside.entrances.desk.views.my_day import child_row
from alongside.platform.access.actor import Actor
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import today
from alongside.platform.common.errors import NotThere, PlainError
from alongside.platform.common.sent import new_key, once
from alongside.platform.common.words import full_date, how_many
from alongside.record.casework import actions
from alongside.record.casework.choices import ALLOCATION_REASONS, LEAD, ROLES_ON_A_CASE
from alongside.record.casework.models import Allocation, Case
from alongside.record.casework.selectors import (
    allocation_for_writing,
    case_for_writing,
    child_bar,
    held_counts,
    holders_of,
)
from alongside.record.casework.selectors import waiting as cases_waiting
from alongside.record.people.names import age_of, first_name, in_words, is_named, name_of
from alongside.record.people.selectors import brothers_and_sisters, children
from alongside.record.timescales.rules import all_rules
from alongside.record.timescales.selectors import unmet
from alongside.record.workers.models import Worker
from alongside.record.workers.selectors import holders_of_teams, teams_managed, who_could_hold
from alongside.record.workers.selectors import teams as all_teams

A_PAGE = 50


@may("team.read")
def team(request: HttpRequest) -> HttpResponse:
    """The workers of my teams, how many children each holds, and what of it is late."""
    user, day = request.actor, today()
    teams = list(teams_managed(user))
    waits = len(cases_waiting(user, [each.id for each in teams]))
    rows = [
        {"name": load.worker.name, "title": load.worker.job_title, "team": str(load.worker.team or ""), "load": load,
         "href": reverse("desk:held_by_worker", args=[load.worker.pk])}
        for load in selectors.loads(user, day)
    ]  # fmt: skip
    note_read(user, "team.read", [])
    return render(request, "desk/team.html", {"rows": rows, "teams": [each.name for each in teams], "waits": waits})


@may("team.read")
def held_by_worker(request: HttpRequest, worker: UUID) -> HttpResponse:
    """One worker's children, as their manager sees them."""
    user, day = request.actor, today()
    found = next((each for each in holders_of_teams(user, user.teams) if each.pk == worker), None)
    if found is None:
        raise NotThere("There is no such worker in your teams.")
    held = selectors.caseload(user, worker)
    note_read(user, "caseload.read", [each.person.pk for each in held], ref=found.name)
    context = {
        "worker": found.name,
        "rows": [child_row(each, day) for each in held],
        "checked": checked_for(user, held),
    }
    return render(request, "desk/held_by_worker.html", context)


@may("team.read")
def waiting(request: HttpRequest) -> HttpResponse:
    """Open cases of my teams that nobody holds, the longest waiting first."""
    user, day = request.actor, today()
    teams = list(teams_managed(user))
    cases = list(cases_waiting(user, [team.id for team in teams]))
    page = Paginator(cases, A_PAGE).get_page(request.GET.get("page"))
    note_read(user, "waiting.read", [case.person_id for case in page])
    context = {
        "rows": [_waits(case, day) for case in page],
        "number": page.paginator.count,
        "teams": [each.name for each in teams],
        "links": [_link(number, page.number) for number in page.paginator.page_range],
        "earlier": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "later": f"?page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "desk/waiting.html", context)


def _link(number: int, current: int) -> dict[str, Any]:
    return {"text": str(number), "href": f"?page={number}", "current": number == current}


def _waits(case: Case, day: date) -> dict[str, str]:
    days = (day - case.opened_on).days
    return {
        "name": name_of(case.person),
        "href": reverse("desk:allocate", args=[case.id]),
        "child": reverse("desk:child", args=[case.person.subject.public_id]),
        "about": age_of(case.person, day) if is_named(case.person) else in_words(case.person),
        "team": case.team.name,
        "since": full_date(case.opened_on),
        "days": how_many(days, "day") if days >= 0 else "a day that has not come: look at the referral",
    }


class AllocateForm(forms.Form):
    """Whom to ask, in which role, why. `instead_of` is who held it when the page was made: a clash shows itself."""

    worker = forms.ChoiceField(
        widget=forms.RadioSelect, label="Who will work with them?", error_messages={"required": "Choose a worker."}
    )
    role = forms.ChoiceField(choices=list(ROLES_ON_A_CASE.items()), label="As their")
    reason = forms.ChoiceField(
        choices=[("", "Choose a reason"), *ALLOCATION_REASONS.items()],
        label="Main reason",
        error_messages={"required": "Choose the main reason."},
    )
    note = forms.CharField(
        required=False, max_length=600, widget=forms.Textarea, label="Anything the family should be told about why"
    )
    instead_of = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, workers: list[Worker], counts: Counter[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workers = {str(worker.pk): worker for worker in workers}
        self.fields["worker"].choices = [
            (key, f"{worker.name}, now holds {how_many(counts[worker.pk], 'child', 'children')}")
            for key, worker in self.workers.items()
        ]


@may("case.allocate")
@once
def allocate(request: HttpRequest, case: UUID) -> HttpResponse:
    """Ask a worker to hold a child. Other children of the home are named, so that they can be kept together."""
    user = request.actor
    found = case_for_writing(user, case)
    if found.team_id not in user.teams or found.closed_on:
        raise NotThere("There is no such case.")
    form = _form(request, user, found)
    if request.method == "POST" and form.is_valid():
        try:
            return _give(request, found, form)
        except PlainError as refused:
            form.add_error(None, str(refused))
    note_read(user, "case.allocate", [found.person_id])
    return render(request, "desk/allocate.html", _about(user, found, form), status=422 if form.is_bound else 200)


def _form(request: HttpRequest, user: Actor, case: Case) -> AllocateForm:
    workers = list(who_could_hold(user, case.team_id))
    now = holders_of(user, [case.person_id]).filter(case=case, role=LEAD).first()
    initial = {"instead_of": now.id if now else None, "role": LEAD}
    data = request.POST if request.method == "POST" else None
    return AllocateForm(data, workers=workers, counts=held_counts(user, [w.pk for w in workers]), initial=initial)


def _give(request: HttpRequest, case: Case, form: AllocateForm) -> HttpResponse:
    given = form.cleaned_data
    worker = form.workers[given["worker"]]
    made = actions.allocate_case(
        by=request.actor,
        case=case,
        worker=worker,
        role=given["role"],
        reason=given["reason"],
        note=given["note"],
        instead_of=given["instead_of"],
    )
    request.session["undo"] = {
        "text": f"{worker.name} now works with {first_name(case.person)}.",
        "href": reverse("desk:undo_allocation", args=[made.id]),
    }
    return redirect("desk:waiting")


def _about(user: Actor, case: Case, form: AllocateForm) -> dict[str, Any]:
    person = children(user).get(pk=case.person_id)
    siblings = [name_of(each) for each in brothers_and_sisters(user, person)]
    return {
        **child_bar(user, person),
        "form": form,
        "sent_key": new_key(),
        "case": case,
        "called": first_name(person),
        "waiting_since": full_date(case.opened_on),
        "siblings": siblings,
        "lines": [
            line(item, reverse("desk:child", args=[person.subject.public_id])) for item in unmet(user, [person.pk])
        ],
    }


@may("case.allocate")
@require_POST
def undo(request: HttpRequest, allocation: UUID) -> HttpResponse:
    """Take an allocation back. What it ended holds again."""
    found: Allocation = allocation_for_writing(request.actor, allocation)
    actions.undo_allocation(by=request.actor, allocation=found)
    messages.info(request, f"Taken back: {found.worker.name} does not work with {first_name(found.person)}.")
    return redirect("desk:waiting")


@may("team.read")
def not_seen(request: HttpRequest) -> HttpResponse:
    """P-07: every child with a visiting rule who is not known to have been seen since before go-live, until seen."""
    user, day = request.actor, today()
    at_go_live = [rule.key for rule in all_rules().at_go_live]
    items = list(unmet(user, children(user).values("pk")).filter(rule__in=at_go_live))
    people = {person.pk: person for person in children(user).filter(pk__in={item.subject_id for item in items})}
    owners = Owners(user, people)
    names = {each.id: each.name for each in all_teams(user)}
    note_read(user, "not_seen.read", people)
    rows = []
    for item in items:
        person = people[item.subject_id]
        kind, when = standing(item, day)
        href = reverse("desk:child", args=[person.subject.public_id])
        where = names[owners.latest[person.pk].team_id] if person.pk in owners.latest else "No open case"
        rows.append({"name": name_of(person), "href": href, "age": age_of(person, day), "why": item.because,
                     "kind": kind, "when": when, "owner": owners.of(item).name, "team": where})  # fmt: skip
    by_team = sorted(rows, key=lambda row: row["team"])  # within a team they stay soonest first
    return render(request, "desk/not_seen.html", {"rows": by_team})
