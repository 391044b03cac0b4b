"""A day that has been, asked for and checked in our words. Works with the browser's own calendar and without."""

from datetime import date
from typing import Any

from django import forms

from alongside.platform.common.clock import today
from alongside.platform.common.words import full_date

WAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y")
WRITE = "Write the day as a date, for example 12 January 2027."
NOT_YET = "This day has not come yet. Record it when it has happened, or look at the day again."


class PastDay(forms.DateField):
    """Not after today, nor before `earliest`, which a form may set when it knows the record: see `not_before`."""

    def __init__(self, label: str, missing: str, **more: Any) -> None:
        self.earliest: date | None = None
        self.earliest_words = ""
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        messages = {"required": missing, "invalid": WRITE}
        super().__init__(label=label, input_formats=WAYS, widget=widget, error_messages=messages, **more)

    def not_before(self, day: date, words: str) -> None:
        """Refuse a day before this one, and say why: `words` is what happened on it ("the enquiry started")."""
        self.earliest, self.earliest_words = day, words
        self.help_text = f"Not before {full_date(day)}, when {words}"

    def validate(self, value: date | None) -> None:
        """Raises ValidationError with what to do."""
        super().validate(value)
        if value and value > today():
            raise forms.ValidationError(NOT_YET)
        if value and self.earliest and value < self.earliest:
            began = f"{full_date(self.earliest)}, when {self.earliest_words}"
            raise forms.ValidationError(f"{full_date(value)} is before {began}. Look at both days.")
