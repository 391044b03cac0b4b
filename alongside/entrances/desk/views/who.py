"""Who a child is: putting right a name, a birth date, pronouns, at the source; and questions a file left open."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from alongside.entrances.desk.person_form import PersonForm, in_words
from alongside.platform.access.actor import Actor
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import london_date, today
from alongside.platform.common.errors import Clash, NotThere
from alongside.platform.common.sent import new_key, once
from alongside.platform.common.words import full_date, time_of_day
from alongside.record.casework.selectors import child_bar
from alongside.record.people import actions
from alongside.record.people import selectors as people
from alongside.record.people.models import Correction, Person
from alongside.record.people.names import first_name

FROM_FILES = {"died_on": "Date of death", "upn": "UPN", "former_upn": "Former UPN", "upn_unknown": "Why no UPN"}


@may("child.read")
@once
def who(request: HttpRequest, public_id: str) -> HttpResponse:
    """See and put right who a child is."""
    user = request.actor
    person = people.child(user, public_id)
    posted = request.POST if request.method == "POST" else None
    if posted is not None and not user.may("person.correct"):
        raise NotThere("There is no such page.")
    form = PersonForm(posted, person)
    if posted is not None and form.is_valid():
        try:
            return _saved(request, form, person)
        except Clash:
            person.refresh_from_db()
            form = _both_told(user, PersonForm(posted, person), person)
    note_read(user, "person.read", [person.pk])
    context = {
        **child_bar(user, person, "desk:who"),
        "form": form,
        "sent_key": new_key(),
        "called": first_name(person),
        "corrections": [_told(each) for each in people.corrections(user, person)],
        "doubts": list(people.doubts(user, [person.pk])),
        "public_id": public_id,
    }
    return render(request, "desk/who.html", context, status=422 if form.is_bound else 200)


def _saved(request: HttpRequest, form: PersonForm, person: Person) -> HttpResponse:
    """Raises Clash when somebody changed the same field since the page was drawn."""
    put_right = form.put_right
    shown = {name: form.shown[name] for name in put_right}
    actions.correct_person(by=request.actor, person=person, shown=shown, **put_right)  # type: ignore[attr-defined]
    messages.info(request, f"Saved. This is now who {first_name(person)} is on every page.")
    return redirect("desk:child", person.subject.public_id)


def _both_told(user: Actor, form: PersonForm, person: Person) -> PersonForm:
    form.is_valid()
    for name in form.clashes():
        last = people.corrections(user, person).filter(field=name).first()
        form.say_clash(name, last.by_name if last else "Somebody")
    return form


def _told(correction: Correction) -> dict[str, str]:
    """One thing put right: "Birth date: 3 May 2012 became 4 May 2012"."""
    field = PersonForm.base_fields.get(correction.field)
    name = str(field.label) if field else FROM_FILES.get(correction.field, correction.field.replace("_", " "))
    before, after = in_words(correction.before) or "nothing", in_words(correction.after) or "nothing"
    at = f"{full_date(london_date(correction.at))}, {time_of_day(correction.at)}"
    kind, _, edition = correction.source.partition(":")
    file = f", from the {edition} census file" if kind == "census" else ", from a file" if kind else ""
    return {"what": f"{name}: “{before}” became “{after}”", "who": f"{correction.by_name}{file}, {at}"}


@may("person.correct")
@require_POST
def settle(request: HttpRequest, public_id: str, doubt: UUID) -> HttpResponse:
    """Somebody looked at what a file said."""
    person = people.child(request.actor, public_id)
    found = people.doubts(request.actor, [person.pk]).filter(id=doubt).first()
    if found is None:
        raise NotThere("There is no such question.")
    actions.settle_doubt(by=request.actor, doubt=found, on=today())
    messages.info(request, "Thank you. This question is settled.")
    return redirect("desk:who", public_id)
