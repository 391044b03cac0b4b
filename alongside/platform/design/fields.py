"""What a Django form field says to a GOV.UK macro: which macro, and its parameters."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from alongside.platform.design.day_field import WRITE

MACROS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),  # before radios: Django makes it from RadioSelect
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.ClearableFileInput, "file"),
    (forms.FileInput, "file"),
    (forms.PasswordInput, "password"),
)
# GOV.UK sets its own rows and describedby; a placeholder is not a label and fails people who forget; the browser's
# own "required" bubble would speak before our summary does.
LEFT_OUT = {"placeholder", "required", "rows", "cols", "aria-describedby", "id", "class"}

REQUIRED = forms.Field.default_error_messages["required"]
# Django's sentences, and what we say instead.
OUR_WORDS = {
    "Enter a valid date.": WRITE,
    "Select a valid choice. %(value)s is not one of the available choices.": "Choose one from the list.",
    "Select a valid choice. That choice is not one of the available choices.": "Choose one from the list.",
    "Enter a list of values.": "Choose from the list.",
    "Enter a whole number.": "Write a whole number, for example 12.",
    "Null characters are not allowed.": "Some of what was pasted here cannot be kept. Write it again by hand.",
}


def macro_for(field: BoundField) -> str:
    """Name of the macro that draws this field's widget; "input" for everything that is one line of text."""
    return next((name for widget, name in MACROS if isinstance(field.field.widget, widget)), "input")


def params_for(
    field: BoundField, *, width: str = "", rows: int = 3, label: str = "", hint: str | None = None
) -> dict[str, Any]:
    """Parameters for that macro. ``width`` is one of GOV.UK's input widths ("10"), "" for the whole line; ``label`` and
    ``hint`` stand in the place of the field's own, ``hint=""`` for none."""
    name = macro_for(field)
    params: dict[str, Any] = {"name": field.html_name, "attributes": _attributes(field, name)}
    if said := field.help_text if hint is None else hint:
        params["hint"] = {"text": said}
    if field.errors:
        params["errorMessage"] = {"text": messages_of(field)[0]}
    params.update(_choice_params(field, name) if name in ("radios", "checkboxes", "checkbox", "select") else {})
    if name in ("radios", "checkboxes", "checkbox"):
        return params | {"idPrefix": element_id(field)}
    params |= {"id": element_id(field), "label": {"text": label or field.label}}
    if name in ("input", "textarea"):
        params["value"] = _text(field)
    if name in ("input", "password"):
        params |= _line_params(field, width)
    if name == "textarea":
        params["rows"] = rows
    return params


def messages_of(field: BoundField) -> list[str]:
    """What is wrong with it. Django's own "This field is required" says what to do instead: "Enter email address"."""
    found = field.form.errors.as_data().get(field.name, [])
    return [_in_our_words(field, each) or "".join(each.messages) for each in found]


def _in_our_words(field: BoundField, wrong: ValidationError) -> str:
    """Django's own sentence in ours; "" for one that is a form's or a field's of ours, or plain as it is."""
    if wrong.code == "required" and wrong.message == REQUIRED:
        return _what_to_do(field)
    if wrong.code == "max_length" and wrong.params:
        longest, has = wrong.params["limit_value"], wrong.params["show_value"]
        return f"Shorten this to {longest} characters or fewer. It has {has} now."
    return OUR_WORDS.get(str(wrong.message), "")


def _what_to_do(field: BoundField) -> str:
    name, label = macro_for(field), str(field.label)
    if name == "checkbox":
        return f"Tick “{label}”"
    verb = "Choose" if name in ("radios", "checkboxes", "select", "file") else "Enter"
    return f"{verb} {label[:1].lower()}{label[1:]}" if label[1:2].islower() else f"{verb} {label}"


def element_id(field: BoundField) -> str:
    """The id an error summary links to."""
    return field.auto_id or field.html_name


def _line_params(field: BoundField, width: str) -> dict[str, Any]:
    line = {"classes": f"govuk-input--width-{width}" if width else ""}
    if macro_for(field) == "password":
        return line | {"autocomplete": field.field.widget.attrs.get("autocomplete", "current-password")}
    return line | {"type": getattr(field.field.widget, "input_type", "text")}


def _choice_params(field: BoundField, name: str) -> dict[str, Any]:
    if name == "checkbox":
        item = {"value": "on", "text": field.label, "checked": bool(field.value())}
        return {"items": [item]}
    chosen = _chosen(field)
    items = [
        {"value": str(value), "text": str(text), "checked": str(value) in chosen, "selected": str(value) in chosen}
        for value, text in _options(field)
    ]
    legend = {"legend": {"text": field.label, "classes": "govuk-fieldset__legend--s"}}
    return {"items": items} if name == "select" else {"items": items, "fieldset": legend}


def _options(field: BoundField) -> list[tuple[Any, Any]]:
    """The choices, groups laid flat: GOV.UK's macros have no groups."""
    flat: list[tuple[Any, Any]] = []
    for value, text in field.field.widget.choices:  # type: ignore[attr-defined]
        flat.extend(text if isinstance(text, (list, tuple)) else [(value, text)])
    return flat


def _chosen(field: BoundField) -> set[str]:
    value = field.value()
    if value is None:
        return {""}
    return {str(v) for v in value} if isinstance(value, (list, tuple, set)) else {str(value)}


def _text(field: BoundField) -> str:
    """What was typed, as it was typed; an empty field is empty, never "None"."""
    value = field.field.widget.format_value(field.value())
    return "" if value is None else str(value)


def _attributes(field: BoundField, macro: str) -> dict[str, Any]:
    """The widget's own attributes; the macro for passwords sets some itself."""
    left_out = LEFT_OUT | ({"autocomplete", "autocapitalize", "spellcheck"} if macro == "password" else set())
    attributes = field.field.widget.attrs.items()
    return {name: {"value": value, "optional": True} for name, value in attributes if name not in left_out}
