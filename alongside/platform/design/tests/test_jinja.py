"""The environment: strict, escaping, and lenient only inside GOV.UK's macros."""

from datetime import date

import pytest
from django.test import override_settings
from django.urls import NoReverseMatch
from jinja2 import DictLoader, UndefinedError

from alongside.platform.common import words
from alongside.platform.design.jinja import environment


@pytest.fixture(scope="module")
def env():
    return environment()


def test_a_name_nobody_gave_is_an_error(env):
    with pytest.raises(UndefinedError):
        env.from_string("{{ nobody }}").render()
    with pytest.raises(UndefinedError):
        env.from_string("{% if child.name %}x{% endif %}").render(child={})


def test_words_are_escaped(env):
    assert env.from_string("{{ name }}").render(name="<b>Taz</b>") == "&lt;b&gt;Taz&lt;/b&gt;"


def test_a_govuk_macro_may_be_given_little(env):
    button = "{% from 'govuk_frontend_jinja/components/button/macro.html' import govukButton %}"
    source = button + "{{ govukButton({'text': '<b>'}) }}"
    assert "&lt;b&gt;" in env.from_string(source).render()


def test_the_pages_own_folders_come_first():
    env = environment(loader=DictLoader({"design/band.html": "ours instead"}))
    assert env.get_template("design/band.html").render() == "ours instead"
    assert env.get_template("design/skeleton.html")


@override_settings(ROOT_URLCONF=())
def test_an_address_nobody_answers_is_an_error(env):
    with pytest.raises(NoReverseMatch):
        env.from_string("{{ url('no-such-page') }}").render()


def test_dates_are_in_our_words(env, monkeypatch):
    monkeypatch.setattr(words, "today", lambda: date(2027, 1, 12))
    day = date(2027, 1, 14)
    source = "{{ d|long_date }}, {{ d|short_date }}, {{ d|day_month }}, {{ d|full_date }}, {{ 2|how_many('visit') }}"
    said = "Thursday 14 January, Thu 14 Jan, 14 January, 14 January 2027, 2 visits"
    assert env.from_string(source).render(d=day) == said


def test_a_status_nobody_knows_is_an_error(env):
    source = "{% from 'design/status.html' import status %}{{ status('overdue', '4 days late') }}"
    with pytest.raises(UndefinedError):
        env.from_string(source).render()
