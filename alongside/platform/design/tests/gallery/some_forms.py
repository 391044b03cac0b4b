"""A form with one of every widget, and the same filled in wrongly."""

from django import forms

TEAMS = [("", "Choose a team"), ("Hubs", [("m", "Marsh Hub"), ("h", "Harbour Hub")])]
REASONS = [("c", "Has capacity"), ("k", "Knows the child")]
TOLD = [("m", "Mum"), ("s", "School")]


class Everything(forms.Form):
    """One of every widget a page may use."""

    email = forms.EmailField(label="Email address")
    password = forms.CharField(label="Password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    happened = forms.DateField(label="Day it happened", help_text="For example, 12 January 2027")
    children = forms.IntegerField(label="How many children", initial=2)
    team = forms.ChoiceField(label="Team", choices=TEAMS)
    reason = forms.ChoiceField(label="Main reason", widget=forms.RadioSelect, choices=REASONS)
    told = forms.MultipleChoiceField(label="Who was told", widget=forms.CheckboxSelectMultiple, choices=TOLD)
    agreed = forms.BooleanField(label="The family has agreed")
    words = forms.CharField(label="What happened", widget=forms.Textarea)
    file = forms.FileField(label="Census file")

    def clean(self):
        raise forms.ValidationError("The day and the team do not go together")


def wrong() -> Everything:
    """Sent empty but for one field, so that every message shows."""
    return Everything({"email": "amal", "reason": "", "told": ["m"]}, files={})
