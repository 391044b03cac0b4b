"""The form "Who this is": what was shown travels with it, so that an old page undoes nothing a colleague put right."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from alongside.platform.common.words import full_date
from alongside.platform.design.day_field import ExpectedDay, PastDay
from alongside.record.people.actions import CORRECTABLE, in_text
from alongside.record.people.identifiers import nhs_number_is_right
from alongside.record.people.models import Person

WAS = "was-"  # before the name of a field: what it held when the page was drawn
BORN_LATER = "This day has not come yet. Before birth, give the expected date instead."


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
    born_on = PastDay("Birth date", not_yet=BORN_LATER, required=False, help_text="For example 27 3 2014")
    expected_on = ExpectedDay("Expected birth date, before birth", required=False)
    nhs_number = forms.CharField(required=False, max_length=20, label="NHS number")

    def __init__(self, posted: Mapping[str, Any] | None, person: Person) -> None:
        self.held = {name: in_text(getattr(person, name)) for name in CORRECTABLE}
        self.shown = {name: (posted or {}).get(WAS + name, held) for name, held in self.held.items()}
        typed = {name: (posted or {}).get(name, self.shown[name]).strip() for name in CORRECTABLE}
        self.changed = [name for name in CORRECTABLE if typed[name] != self.shown[name]]
        # What this person left alone is drawn as it is held now, whoever changed it since, and is not checked again:
        # an impossible date that a file brought must not keep a name from being put right.
        data = {name: typed[name] if name in self.changed else held for name, held in self.held.items()}
        super().__init__(None if posted is None else data, initial=self.held)

    def full_clean(self) -> None:
        """Check only what was changed."""
        super().full_clean()
        for name in CORRECTABLE:
            if self.is_bound and name not in self.changed:
                self.errors.pop(name, None)

    def clean_nhs_number(self) -> str:
        """Ten digits with the check digit of the Modulus 11 rule."""
        number = str(self.cleaned_data["nhs_number"]).replace(" ", "")
        if number and not nhs_number_is_right(number):
            raise forms.ValidationError(
                "This is not an NHS number: its last digit does not fit the others. Check it and write it again."
            )
        return number

    @property
    def put_right(self) -> dict[str, Any]:
        """What the action is to change; only of a form that is valid."""
        given = {name: self.cleaned_data[name] for name in self.changed}
        return {name: value for name, value in given.items() if in_text(value) != self.shown[name]}

    def clashes(self) -> list[str]:
        """Fields that this person changed and that somebody else has changed since the page was drawn."""
        return [
            name for name, value in self.put_right.items() if self.held[name] not in (self.shown[name], in_text(value))
        ]

    def say_clash(self, name: str, who: str) -> None:
        """Put both in one sentence at the field. Sent again, what stands in the field is meant."""
        theirs, yours = in_words(self.held[name]) or "nothing", in_words(in_text(self.cleaned_data[name])) or "nothing"
        self.shown[name] = self.held[name]
        self.add_error(
            name, f"{who} changed this to “{theirs}” while you wrote “{yours}”. Write which it is, and save again."
        )

    @property
    def was(self) -> list[tuple[str, str]]:
        """The hidden fields: what was shown of what this person changes, what is held now of the rest."""
        return [(WAS + name, self.shown[name] if name in self.changed else held) for name, held in self.held.items()]


def in_words(kept: str) -> str:
    """A kept value for reading: "27 March 2014" for a day."""
    try:
        return full_date(date.fromisoformat(kept))
    except ValueError:
        return kept
