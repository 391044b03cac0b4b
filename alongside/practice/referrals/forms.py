"""What is asked when a referral was decided or its referrer answered."""

from collections.abc import Sequence
from typing import Any

from django import forms

from alongside.platform.common.words import full_date
from alongside.platform.design.day_field import PastDay
from alongside.practice.referrals.choices import RESPONSES
from alongside.practice.referrals.models import Referral

CAME_IN = "the referral came in"


class HappeningForm(forms.Form):
    """`targets` are the referrals this may be about. With one there is nothing to choose."""

    day_label = ""
    day_missing = ""

    def __init__(self, *args: Any, targets: Sequence[Referral], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_id = {str(target.pk): target for target in targets}
        day = PastDay(self.day_label, self.day_missing)
        which = forms.ChoiceField(
            label="Which referral is it about?",
            choices=[(key, f"The referral of {full_date(target.received_on)}") for key, target in self.by_id.items()],
            widget=forms.HiddenInput if len(targets) == 1 else forms.RadioSelect,
            initial=next(iter(self.by_id)) if len(targets) == 1 else None,
            error_messages={"required": "Choose which referral.", "invalid_choice": "Choose one from the list."},
        )
        self.fields = {"which": which, "day": day, **self.fields}
        if chosen := targets[0] if len(targets) == 1 else self.by_id.get(self.data.get("which", "")):
            day.not_before(chosen.received_on, CAME_IN)

    @property
    def target(self) -> Referral:
        """The referral chosen; only of a form that is valid."""
        return self.by_id[self.cleaned_data["which"]]

    def said(self) -> dict[str, Any]:
        """What the action is given beside the referral and the day."""
        return {key: value for key, value in self.cleaned_data.items() if key not in ("which", "day")}


class Decided(HappeningForm):
    day_label = "On which day was it decided?"
    day_missing = "Say on which day it was decided."
    response = forms.ChoiceField(
        label="What was decided?",
        choices=list(RESPONSES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what was decided.", "invalid_choice": "Choose what was decided."},
    )


class Acknowledged(HappeningForm):
    day_label = "On which day was the person who referred told?"
    day_missing = "Say on which day they were told."


class TakeBackForm(forms.Form):
    because = forms.CharField(
        label="Why was it recorded in error?",
        help_text="It stays in the record with this reason. Write it so that the child could read it",
        max_length=400,
        widget=forms.Textarea,
        error_messages={
            "required": "Say why it was recorded in error.",
            "max_length": "Keep the reason to 400 characters or fewer.",
        },
    )
