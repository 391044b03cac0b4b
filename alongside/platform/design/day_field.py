"""A day, asked for and checked in our words. Works with the browser's own calendar and without."""

from datetime import date, timedelta
from typing import Any

from django import forms

from alongside.platform.common.clock import today
from alongside.platform.common.words import full_date

WAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d %m %Y", "%d %B %Y", "%d %b %Y")
WRITE = "Write the day as a date, for example 12 January 2027."
BEFORE_ANY = date(1900, 1, 1)  # nobody in a record of children was born, or did anything, before it
TOO_EARLY = "This day is before 1900. Look at the year again."
NOT_YET = "This day has not come yet. Record it when it has happened, or look at the day again."


class Day(forms.DateField):
    """Any day since 1900, written in any of `WAYS`."""

    def __init__(self, label: str, missing: str = "", **more: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        messages = {"required": missing, "invalid": WRITE}
        super().__init__(label=label, input_formats=WAYS, widget=widget, error_messages=messages, **more)

    def validate(self, value: date | None) -> None:
        """Raises ValidationError with what to do."""
        super().validate(value)
        if value and value < BEFORE_ANY:
            raise forms.ValidationError(TOO_EARLY)


class ExpectedDay(Day):
    """The day a child is expected: from a month ago, for one who is late or just born, to ten months from now."""

    def validate(self, value: date | None) -> None:
        """Raises ValidationError with what to do."""
        super().validate(value)
        if value and value < today() - timedelta(days=31):
            raise forms.ValidationError("This is more than a month ago. Write the birth date instead, or look again.")
        if value and value > today() + timedelta(days=306):
            raise forms.ValidationError("This is more than ten months away. Look at the day and the year again.")


class PastDay(Day):
    """Not after today, nor before `earliest`, which a form may set when it knows the record: see `not_before`.

    `not_yet` is the sentence for a day to come.
    """

    def __init__(self, label: str, missing: str = "", not_yet: str = NOT_YET, **more: Any) -> None:
        self.earliest: date | None = None
        self.earliest_words = ""
        self.not_yet = not_yet
        super().__init__(label, missing, **more)

    def not_before(self, day: date, words: str) -> None:
        """Refuse a day before this one, and say why: `words` is what happened on it ("the enquiry started")."""
        self.earliest, self.earliest_words = day, words
        self.help_text = f"Not before {full_date(day)}, when {words}"

    def validate(self, value: date | None) -> None:
        """Raises ValidationError with what to do."""
        super().validate(value)
        if value and value > today():
            raise forms.ValidationError(self.not_yet)
        if value and self.earliest and value < self.earliest:
            began = f"{full_date(self.earliest)}, when {self.earliest_words}"
            raise forms.ValidationError(f"{full_date(value)} is before {began}. Look at both days.")
