"""Settings are closed by default: what a stranger can do, and what is kept of what was handed in."""

import io
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import Client, RequestFactory

from alongside.config import places, uploads
from alongside.platform.common.ids import new_id

PASSWORD = "a-long-enough-phrase-1"
WRONG = {"login": "priya@council.example", "password": "not-that-one"}
RIGHT = {**WRONG, "password": PASSWORD}


@pytest.fixture
def account(db: None) -> Iterator[object]:
    yield get_user_model().objects.create_user("priya@council.example", PASSWORD, name="Priya", org=new_id())
    cache.clear()


def test_debug_is_off_and_only_this_machine_is_answered() -> None:
    assert settings.DEBUG is False
    assert Client(headers={"host": "elsewhere.example"}).get("/accounts/login/").status_code == 400


def test_no_stranger_can_make_an_account(db: None) -> None:
    page = Client().post("/accounts/signup/", {"email": "stranger@example.org", "password1": PASSWORD})
    assert page.status_code in (200, 302, 403, 404)
    assert not get_user_model().objects.exists()


def test_guessing_is_slowed_down_after_ten_tries(account: object) -> None:
    client = Client()
    for _ in range(10):
        assert client.post("/accounts/login/", WRONG).status_code == 200
    client.post("/accounts/login/", RIGHT)
    assert "_auth_user_id" not in client.session


def test_somebody_who_mistyped_twice_still_gets_in(account: object) -> None:
    client = Client()
    for _ in range(2):
        client.post("/accounts/login/", WRONG)
    client.post("/accounts/login/", RIGHT)
    assert "_auth_user_id" in client.session


def test_passwords_are_kept_by_argon2_in_the_product() -> None:
    assert settings.PASSWORD_HASHERS[-1] == "django.contrib.auth.hashers.Argon2PasswordHasher"


def test_a_file_handed_in_lies_where_only_we_can_read_it() -> None:
    request = RequestFactory().post("/", {"file": io.BytesIO(b"<Message/>")})
    handed_in = request.FILES["file"]
    assert isinstance(handed_in, TemporaryUploadedFile)
    assert places.UPLOADS in places.VAR.joinpath(handed_in.temporary_file_path()).parents
    assert places.UPLOADS.stat().st_mode & 0o077 == 0
    handed_in.close()


def test_a_file_that_is_too_big_is_told_so(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LARGEST_MB", 0.001)
    page = Client().post("/accounts/login/", {"file": io.BytesIO(b"x" * 5_000)})
    assert page.status_code == 413
    assert "That file is too big" in page.content.decode()
