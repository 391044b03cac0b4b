"""Every page stands on a skeleton and holds nothing that the content security policy refuses."""

import pytest

from tests.architecture.pages import held, is_part, stands_on_a_skeleton
from tests.architecture.sources import template_name, templates


@pytest.fixture(scope="module")
def texts():
    return {template_name(path): path.read_text(encoding="utf-8") for path in templates()}


def test_no_template_holds_script_or_style(texts):
    faults = [f"{name}: {what}" for name, text in texts.items() for what in held(text)]
    assert not faults, "\n".join(faults)


def test_every_page_stands_on_a_skeleton(texts):
    pages = [name for name, text in texts.items() if not is_part(name, text)]
    assert [name for name in pages if not stands_on_a_skeleton(name, texts)] == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<script type="application/json">{}</script>',
        '<script src="a.js">b()</script>',
        "<style>p {}</style>",
        '<p class="a" style="color: red">',
        '<button onclick="go()">',
        '<a href="javascript:go()">',
        "{{ words | safe }}",
    ],
)
def test_it_bites_what_the_policy_refuses(text):
    assert held(text)


@pytest.mark.parametrize(
    "text", ['<script type="module" src="a.js"></script>', "{# no <style> here #}", "<p>one style</p>"]
)
def test_it_leaves_the_rest_alone(text):
    assert held(text) == []


def test_it_bites_a_page_on_nothing():
    texts = {"desk/lost.html": "<h1>Lost</h1>", "desk/loop.html": '{% extends "desk/loop.html" %}'}
    assert not any(stands_on_a_skeleton(name, texts) for name in texts)


def test_it_follows_a_page_to_its_skeleton():
    texts = {"desk/a.html": '{% extends "desk/b.html" %}', "desk/b.html": '{% extends "design/page.html" %}'}
    assert stands_on_a_skeleton("desk/a.html", texts)


def test_it_knows_parts_from_pages():
    assert is_part("desk/rows.html", "{% macro row(x) %}<p>{{ x }}</p>{% endmacro %}\n")
    assert is_part("desk/_rows.html", "<p>{{ x }}</p>")
    assert not is_part("desk/day.html", "<p>{{ x }}</p>")


def test_no_page_offers_lone_working_until_its_alarm_works(texts):
    """A box that looks like an alarm and rings nobody is worse than none (hazard H60)."""
    assert [name for name, text in texts.items() if "al-lone" in text or "I’m safe" in text or "I'm safe" in text] == []
