"""Questions of the set-up."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from alongside.entrances.council.code import is_right
from alongside.platform.access.roles import ROLES
from alongside.record.workers.models import Hub, Team

ROLE_CHOICES = [(key, role.title) for key, role in ROLES.items()]


class FirstForm(forms.Form):
    """The council and its first administrator."""

    code = forms.CharField(label="What is the set-up code?", help_text="It was printed where Alongside was started")
    council = forms.CharField(label="What is the council called?", max_length=200)
    lea = forms.RegexField(
        r"^\d{3}$",
        label="What is its local authority number?",
        help_text="Three digits, as in the census",
        required=False,
        error_messages={"invalid": "Write three digits, for example 201. Leave it empty if you do not know it."},
    )
    name = forms.CharField(label="What is your name?", max_length=200)
    email = forms.EmailField(label="What is your e-mail address?")
    password = forms.CharField(label="Choose a password", widget=forms.PasswordInput, help_text="15 characters or more")

    def clean_code(self) -> str:
        """Only who started this copy may set it up."""
        if not is_right(self.cleaned_data["code"]):
            raise forms.ValidationError(
                "This is not the code. Look where Alongside was started, or in var/secrets/set_up_code."
            )
        return str(self.cleaned_data["code"])

    def clean_password(self) -> str:
        """Long, and not a common one."""
        validate_password(self.cleaned_data["password"])
        return str(self.cleaned_data["password"])


class HubForm(forms.Form):
    hub = forms.CharField(label="Name of the hub", max_length=120)


class TeamForm(forms.Form):
    """A team in a hub."""

    team = forms.CharField(label="Name of the team", max_length=120)
    in_hub = forms.ChoiceField(label="In which hub?")
    takes_new = forms.BooleanField(required=False, label="New children come to this team when nothing names another")

    def __init__(self, *args: Any, hubs: list[Hub], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["in_hub"].choices = [(str(hub.id), hub.name) for hub in hubs]  # type: ignore[attr-defined]


class WorkerForm(forms.Form):
    """Someone who works here."""

    name = forms.CharField(label="Name", max_length=200)
    email = forms.EmailField(label="E-mail address", required=False, help_text="They sign in with it")
    job_title = forms.CharField(label="Job title", max_length=120, required=False)
    in_team = forms.ChoiceField(label="Team", required=False)
    roles = forms.MultipleChoiceField(
        label="Roles", choices=ROLE_CHOICES, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["in_team"].choices = [("", "No team"), *((str(team.id), team.name) for team in teams)]  # type: ignore[attr-defined]


class SignInForm(forms.Form):
    """Someone who works here and cannot sign in yet."""

    worker = forms.UUIDField(widget=forms.HiddenInput)


class FileForm(forms.Form):
    """Hubs, teams and workers in one CSV file."""

    file = forms.FileField(label="CSV file", help_text="Columns: hub, team, name, email, job title, roles")
