"""The mail server does not answer: a clear sentence, nothing changed, and no hint of who has an account."""

import socket
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from alongside.platform.access.models import Account
from tests.machinery.council import Council


@pytest.fixture
def no_mail(settings: Any) -> None:
    """A port on which nothing listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = listener.getsockname()[1]
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"


def test_a_forgotten_password_says_that_mail_cannot_be_sent(
    council: Council, no_mail: None, caplog: pytest.LogCaptureFixture
) -> None:
    cache.clear()
    known, strange = (
        Client().post("/accounts/password/reset/", {"email": f"{name}@eastmere.example"}) for name in ("amal", "nobody")
    )
    assert known.status_code == strange.status_code == 400
    assert "We cannot send mail just now" in known.content.decode()
    assert "We cannot send mail just now" in strange.content.decode()
    assert "amal@" not in known.content.decode()
    assert "amal@" not in caplog.text
    assert "Mail could not be sent" in caplog.text
    cache.clear()


def test_work_goes_on_without_mail(council: Council, no_mail: None) -> None:
    ade = council.browser("Ade")
    answer = ade.post("/council/", {"what": "worker", "name": "Una Fell", "email": "una@eastmere.example"})
    assert answer.status_code == 302
    assert Account.objects.filter(email="una@eastmere.example").exists()
