"""A Django field becomes what GOV.UK's macros want, and its messages say what to do."""

from datetime import date, timedelta

import pytest
from django import forms

from alongside.platform.common.clock import today
from alongside.platform.design.day_field import ExpectedDay, PastDay
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


class Plain(forms.Form):
    day = forms.DateField()
    name = forms.CharField(max_length=5)
    team = forms.ChoiceField(choices=[("a", "Harbour")])


@pytest.mark.parametrize(
    ("field", "says"),
    [("day", "Write the day as a date, for example 12 January 2027."), ("team", "Choose one from the list."),
     ("name", "Shorten this to 5 characters or fewer. It has 9 now.")],
)  # fmt: skip
def test_djangos_english_is_not_ours(field, says):
    form = Plain({"day": "soon", "name": "Rosemarie", "team": "b"})
    assert messages_of(form[field]) == [says]


@pytest.mark.parametrize("typed", ["2014-03-27", "27/3/2014", "27 3 2014", "27 March 2014", "27 Mar 2014"])
def test_a_day_is_read_in_every_way_it_is_written(typed):
    assert PastDay("Day").clean(typed) == date(2014, 3, 27)


@pytest.mark.parametrize(
    ("field", "day", "says"),
    [(PastDay("Day"), date(1, 1, 1), "before 1900"), (PastDay("Day"), today() + timedelta(days=1), "not come yet"),
     (ExpectedDay("Day"), date(9999, 1, 1), "ten months away"),
     (ExpectedDay("Day"), today() - timedelta(days=40), "more than a month ago")],
)  # fmt: skip
def test_a_day_that_cannot_be_is_refused_in_a_sentence(field, day, says):
    with pytest.raises(forms.ValidationError, match=says):
        field.clean(day.isoformat())


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
