"""Why a visit was recorded in error: the one thing asked before it is crossed out."""

from django import forms


class TakeBackForm(forms.Form):
    """The reason is kept beside the visit for as long as the visit is."""

    because = forms.CharField(
        label="Why was it recorded in error?",
        help_text="It stays in the record with this reason. Write it so that the child could read it",
        max_length=400,
        widget=forms.Textarea,
        error_messages={"required": "Say why it was recorded in error."},
    )
