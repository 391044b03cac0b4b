"""What every one of these forms asks: which record it is about, where there are several, and the day."""

from collections.abc import Sequence
from typing import Any

from django import forms

from alongside.platform.design.day_field import PastDay
from alongside.practice.safeguarding.records_in_words import first_day, in_words, when_it_began


class HappeningForm(forms.Form):
    """`targets` are the open records that this may be about. With one there is nothing to choose.

    A form sets `day_label` (a question) and `day_missing` (an instruction).
    """

    day_label = "On which day was it?"
    day_missing = "Say on which day it was."

    def __init__(self, *args: Any, targets: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_id = {str(target.pk): target for target in targets}
        day = PastDay(self.day_label, self.day_missing)
        which = forms.ChoiceField(
            label="Which one is it about?",
            choices=[(key, in_words(target)) for key, target in self.by_id.items()],
            widget=forms.HiddenInput if len(targets) == 1 else forms.RadioSelect,
            initial=next(iter(self.by_id)) if len(targets) == 1 else None,
            error_messages={"required": "Choose which one it is about.", "invalid_choice": "Choose one from the list."},
        )
        self.fields = {"which": which, "day": day, **self.fields}
        if chosen := targets[0] if len(targets) == 1 else self.by_id.get(self.data.get("which", "")):
            day.not_before(first_day(chosen), when_it_began(chosen))

    @property
    def target(self) -> Any:
        """The record chosen; only of a form that is valid."""
        return self.by_id[self.cleaned_data["which"]]

    def said(self) -> dict[str, Any]:
        """What the action is given beside the record and the day."""
        return {key: value for key, value in self.cleaned_data.items() if key not in ("which", "day")}


def choice(label: str, choices: dict[str, str], missing: str, *, required: bool = True) -> forms.ChoiceField:
    """One of a few, as radio buttons; nothing is chosen for the reader."""
    return forms.ChoiceField(
        label=label, choices=list(choices.items()), widget=forms.RadioSelect, required=required,
        error_messages={"required": missing, "invalid_choice": missing},
    )  # fmt: skip


def several(label: str, choices: dict[str, str], missing: str, *, required: bool = True) -> forms.MultipleChoiceField:
    """Any of a list, as check boxes."""
    return forms.MultipleChoiceField(
        label=label, choices=list(choices.items()), widget=forms.CheckboxSelectMultiple, required=required,
        error_messages={"required": missing, "invalid_choice": missing},
    )  # fmt: skip
