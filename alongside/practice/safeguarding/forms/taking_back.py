"""Taking back what was recorded in error."""

from django import forms


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
