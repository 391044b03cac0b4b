"""Who a child is: putting right a name, a birth date, pronouns, at the source; and questions a file left open."""

from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import today
from alongside.platform.common.errors import NotThere
from alongside.platform.common.sent import new_key, once
from alongside.record.casework.selectors import child_bar
from alongside.record.people import actions
from alongside.record.people import selectors as people
from alongside.record.people.identifiers import nhs_number_is_right
from alongside.record.people.names import first_name


class PersonForm(forms.Form):
    """What is held, shown, to be put right here and nowhere else. Nothing is asked that is already known."""

    given_names = forms.CharField(required=False, max_length=120, label="First names")
    family_name = forms.CharField(required=False, max_length=120, label="Family name")
    known_as = forms.CharField(required=False, max_length=120, label="Name they like to be called")
    pronouns = forms.CharField(
        required=False,
        max_length=40,
        label="Pronouns",
        help_text="For example she/her. Leave empty if you have not asked",
    )
    born_on = forms.DateField(required=False, label="Birth date", help_text="For example 27 3 2014")
    expected_on = forms.DateField(required=False, label="Expected birth date, before birth")
    nhs_number = forms.CharField(required=False, max_length=20, label="NHS number")

    def clean_born_on(self) -> date | None:
        """Nobody is born tomorrow."""
        day: date | None = self.cleaned_data["born_on"]
        if day and day > today():
            raise forms.ValidationError("This day has not come yet. Before birth, give the expected date instead.")
        return day

    def clean_nhs_number(self) -> str:
        """Ten digits with the check digit of the Modulus 11 rule."""
        number = str(self.cleaned_data["nhs_number"]).replace(" ", "")
        if number and not nhs_number_is_right(number):
            raise forms.ValidationError(
                "This is not an NHS number: its last digit does not fit the others. Check it and write it again."
            )
        return number


@may("child.read")
@once
def who(request: HttpRequest, public_id: str) -> HttpResponse:
    """See and put right who a child is."""
    user = request.actor
    person = people.child(user, public_id)
    held = {name: getattr(person, name) for name in actions.CORRECTABLE}
    form = PersonForm(request.POST if request.method == "POST" else None, initial=held)
    if request.method == "POST" and form.is_valid():
        if not user.may("person.correct"):
            raise NotThere("There is no such page.")
        actions.correct_person(by=user, person=person, **form.cleaned_data)
        messages.info(request, f"Saved. This is now who {first_name(person)} is on every page.")
        return redirect("desk:child", public_id)
    note_read(user, "person.read", [person.pk])
    context = {
        **child_bar(user, person, "desk:who"),
        "form": form,
        "sent_key": new_key(),
        "called": first_name(person),
        "doubts": list(people.doubts(user, [person.pk])),
        "public_id": public_id,
    }
    return render(request, "desk/who.html", context, status=422 if form.is_bound else 200)


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
