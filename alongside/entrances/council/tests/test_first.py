"""The first administrator: only who started this copy, only once."""

from pathlib import Path

import pytest
from django.test import Client

from alongside.entrances.council import code
from alongside.entrances.council.actions import keep_set_up_code
from alongside.platform.access.models import Account
from alongside.record.organisations.models import Organisation
from alongside.record.organisations.selectors import council
from tests.machinery.council import make_council

GIVEN = {
    "council": "Saltmarsh Council",
    "lea": "202",
    "name": "Ife Brand",
    "email": "ife@saltmarsh.example",
    "password": "seven boats on grey water",
}


@pytest.fixture(autouse=True)
def kept(settings, tmp_path: Path, db) -> Path:
    settings.SET_UP_CODE_FILE = tmp_path / "secrets" / "set_up_code"
    return settings.SET_UP_CODE_FILE


def test_the_code_is_made_once_and_only_its_user_may_read_it(kept):
    keep_set_up_code()
    first = kept.read_text()
    keep_set_up_code()
    assert kept.read_text() == first
    assert len(first) >= 8
    assert kept.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("wrong", ["", "00000000", "é", "x" * 100_000])
def test_a_wrong_code_changes_nothing_and_keeps_what_was_typed(wrong):
    answer = Client().post("/set-up/", {**GIVEN, "code": wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Saltmarsh Council" in page
    assert GIVEN["password"] not in page
    assert council() is None
    assert Account.objects.count() == 0


def test_the_code_may_be_written_small_and_is_gone_when_used(kept):
    browser = Client()
    answer = browser.post("/set-up/", {**GIVEN, "code": f" {code.set_up_code().lower()} "})
    assert (answer.status_code, answer["Location"]) == (302, "/council/")
    assert not kept.exists()
    assert browser.get("/council/").status_code == 200
    assert Client().get("/set-up/").status_code == 404
    assert Client().post("/set-up/", {**GIVEN, "code": "anything"}).status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("lea", "20", "Write three digits"),
        ("email", "not an address", "e-mail address"),
        ("password", "short", "15 characters"),
        ("council", "x" * 201, "Shorten this to 200 characters"),
        ("name", "a\0b", "cannot be kept"),
    ],
)
def test_each_answer_is_checked(field, value, says):
    answer = Client().post("/set-up/", {**GIVEN, "code": code.set_up_code(), field: value})
    assert answer.status_code == 422
    assert says.lower() in answer.content.decode().lower()
    assert council() is None


def test_with_a_council_no_code_is_kept(kept):
    make_council()
    code.set_up_code()
    keep_set_up_code()
    assert not kept.exists()
    assert Organisation.objects.filter(kind="council").count() == 1
