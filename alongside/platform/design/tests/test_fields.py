"""A Django field becomes what GOV.UK's macros want, and its messages say what to do."""

import pytest

from alongside.platform.design.fields import element_id, macro_for, messages_of, params_for
from alongside.platform.design.tests.gallery import some_forms


@pytest.fixture(scope="module")
def wrong():
    return some_forms.wrong()


@pytest.mark.parametrize(
    ("field", "macro"),
    [("email", "input"), ("password", "password"), ("happened", "input"), ("team", "select"), ("reason", "radios"),
     ("told", "checkboxes"), ("agreed", "checkbox"), ("words", "textarea"), ("file", "file")],
)  # fmt: skip
def test_each_widget_has_its_macro(wrong, field, macro):
    assert macro_for(wrong[field]) == macro


def test_what_was_typed_comes_back(wrong):
    assert params_for(wrong["email"])["value"] == "amal"
    assert [item["checked"] for item in params_for(wrong["told"])["items"]] == [True, False]


def test_an_empty_field_is_empty(wrong):
    assert params_for(wrong["happened"])["value"] == ""
    assert params_for(some_forms.Everything()["happened"])["value"] == ""


def test_a_password_never_comes_back(wrong):
    form = some_forms.Everything({"password": "correct horse"})
    assert "value" not in params_for(form["password"])


@pytest.mark.parametrize(
    ("field", "says"),
    [("email", "Enter a valid email address."), ("password", "Enter password"), ("team", "Choose team"),
     ("agreed", "Tick “The family has agreed”"), ("file", "Choose census file")],
)  # fmt: skip
def test_a_message_says_what_to_do(wrong, field, says):
    assert messages_of(wrong[field]) == [says]


def test_groups_of_choices_are_laid_flat(wrong):
    assert [item["text"] for item in params_for(wrong["team"])["items"]] == [
        "Choose a team",
        "Marsh Hub",
        "Harbour Hub",
    ]


def test_the_summary_links_to_the_field(wrong):
    assert params_for(wrong["email"])["id"] == element_id(wrong["email"]) == "id_email"
    assert params_for(wrong["reason"])["idPrefix"] == element_id(wrong["reason"])


def test_a_browsers_hints_are_kept_and_placeholders_are_not():
    field = some_forms.Everything()["email"]
    field.field.widget.attrs.update(placeholder="Email", autocomplete="username")
    assert set(params_for(field)["attributes"]) == {"maxlength", "autocomplete"}
