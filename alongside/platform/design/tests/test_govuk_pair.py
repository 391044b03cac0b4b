"""The macros were written for GOV.UK Frontend 6.3, the style sheet is 6.6.0: what one draws, the other must know."""

import re
from pathlib import Path

import pytest

from alongside.platform.design.tests.gallery.pages import ERROR_PAGES, NAMES, draw, made

STATIC = Path(__file__).resolve().parents[1] / "static" / "design"
GOVUK = (STATIC / "vendor" / "govuk-frontend-6.6.0.min.css").read_text(encoding="utf-8")
OURS = (STATIC / "alongside.css").read_text(encoding="utf-8")
CLASS = re.compile(r'class="([^"]*)"')

# Every macro we use or may use on a page, with what brings out all its parts.
TEXT = {"text": "Words"}
ASKED = {"name": "a", "label": TEXT, "hint": TEXT, "errorMessage": TEXT}
CHOICES = {
    "name": "a",
    "fieldset": {"legend": TEXT},
    "hint": TEXT,
    "errorMessage": TEXT,
    "items": [{"value": "1", **TEXT, "hint": TEXT}],
}
MACROS = {
    ("button", "govukButton"): [TEXT, {**TEXT, "href": "/", "isStartButton": True}],
    ("input", "govukInput"): [ASKED, {**ASKED, "prefix": TEXT, "suffix": TEXT}],
    ("textarea", "govukTextarea"): [ASKED],
    ("select", "govukSelect"): [{**ASKED, "items": [{"value": "1", **TEXT}]}],
    ("radios", "govukRadios"): [CHOICES],
    ("checkboxes", "govukCheckboxes"): [CHOICES],
    ("file-upload", "govukFileUpload"): [ASKED],
    ("date-input", "govukDateInput"): [{"id": "d", "fieldset": {"legend": TEXT}, "errorMessage": TEXT}],
    ("error-summary", "govukErrorSummary"): [{"titleText": "Wrong", "errorList": [{**TEXT, "href": "#a"}]}],
    ("details", "govukDetails"): [{"summaryText": "More", **TEXT}],
    ("summary-list", "govukSummaryList"): [{"rows": [{"key": TEXT, "value": TEXT}]}],
    ("table", "govukTable"): [{"caption": "All", "head": [TEXT], "rows": [[TEXT]]}],
    ("tag", "govukTag"): [TEXT],
    ("breadcrumbs", "govukBreadcrumbs"): [{"items": [{**TEXT, "href": "/"}]}],
    ("pagination", "govukPagination"): [{"previous": {"href": "/"}, "items": [{"number": 1, "current": True}]}],
    ("phase-banner", "govukPhaseBanner"): [{"tag": TEXT, **TEXT}],
    ("inset-text", "govukInsetText"): [TEXT],
    ("warning-text", "govukWarningText"): [TEXT],
    ("password-input", "govukPasswordInput"): [ASKED],
}  # fmt: skip

# Named in 6.6.0's own templates, and with no rule of their own in its style sheet either.
PLAIN = {
    "govuk-radios", "govuk-checkboxes", "govuk-file-upload--error", "govuk-table__head", "govuk-table__body",
    "govuk-table__row", "govuk-password-input", "govuk-js-password-input-input", "govuk-js-password-input-toggle",
}  # fmt: skip
# Hooks of ours, with nothing of their own to draw.
HOOKS = {"al-record", "al-time", "al-out", "al-life", "is-out", "al-status--later"}


def classes_of(html):
    return {name for found in CLASS.findall(html) for name in found.split()}


def has_rule(name, sheet):
    return re.search(rf"\.{re.escape(name)}(?![\w-])", sheet.replace("\\", "")) is not None


@pytest.mark.parametrize(("component", "macro"), MACROS)
def test_a_macro_draws_what_the_style_sheet_knows(component, macro):
    source = (
        f"{{% from 'govuk_frontend_jinja/components/{component}/macro.html' import {macro} %}}{{{{ {macro}(params) }}}}"
    )
    for params in MACROS[component, macro]:
        html = made().from_string(source).render(params=params)
        classes = classes_of(html) - PLAIN
        assert f"govuk-{component}" in " ".join(classes) or component in ("input", "select", "textarea")
        assert [name for name in classes if not has_rule(name, GOVUK)] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ERROR_PAGES])
def test_every_class_of_our_pages_has_a_rule(name):
    classes = classes_of(draw(name)) - HOOKS - PLAIN
    assert sorted(each for each in classes if not has_rule(each, GOVUK) and not has_rule(each, OURS)) == []
