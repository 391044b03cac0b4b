"""A worker who came by a file, or without an account, is given a sign-in on the page of hubs, teams and workers."""

from typing import Any

import pytest
from django.test import Client

from alongside.platform.access.models import Account
from alongside.record.workers.actions import add_worker
from alongside.record.workers.models import Worker
from tests.machinery.council import Council


@pytest.fixture
def sana(council: Council) -> Worker:
    return add_worker(by=council.as_system(), name="Sana Qureshi", email="sana@eastmere.example")


def press(council: Council, worker: str, who: str = "Ade") -> Any:
    return council.browser(who).post("/council/", {"what": "sign_in", "worker": worker}, follow=True)


def test_it_is_offered_to_one_who_has_an_address_and_none(council: Council, sana: Worker) -> None:
    add_worker(by=council.as_system(), name="Una Fell")
    html = council.browser("Ade").get("/council/").content.decode()
    assert html.count("Give a sign-in") == 1
    assert f'name="worker" value="{sana.pk}"' in html
    assert "No: has no e-mail address" in html


def test_pressed_they_can_choose_a_password(council: Council, sana: Worker, mailoutbox: list[Any]) -> None:
    page = press(council, str(sana.pk))
    assert "Sana Qureshi can sign in." in page.content.decode()
    assert "Give a sign-in" not in page.content.decode()
    council.as_system()
    sana.refresh_from_db()
    assert sana.account is not None
    assert not sana.account.has_usable_password()
    Client().post("/accounts/password/reset/", {"email": "sana@eastmere.example"})
    assert [(mail.to, "/accounts/password/reset/key/" in mail.body) for mail in mailoutbox] == [
        (["sana@eastmere.example"], True)
    ]


def test_pressed_twice_there_is_one_account(council: Council, sana: Worker) -> None:
    press(council, str(sana.pk))
    again = press(council, str(sana.pk))
    assert again.status_code == 422
    assert "Sana Qureshi can already sign in" in again.content.decode()
    council.as_system()
    assert Account.objects.filter(email="sana@eastmere.example").count() == 1


@pytest.mark.parametrize("worker", ["", "x", "01920000-0000-7000-8000-000000000001"])
def test_nonsense_is_refused_in_a_sentence(council: Council, worker: str) -> None:
    assert press(council, worker).status_code == 422


def test_an_address_that_somebody_else_signs_in_with_is_refused(council: Council, sana: Worker) -> None:
    Account.objects.create_user("sana@eastmere.example", None, org=council.system.org, name="Another Sana")
    page = press(council, str(sana.pk))
    assert page.status_code == 422
    assert "signs in with sana@eastmere.example already" in page.content.decode()


@pytest.mark.parametrize("who", ["Amal", "Bea", "Dara", "Dov"])
def test_nobody_else_may(council: Council, sana: Worker, who: str) -> None:
    assert press(council, str(sana.pk), who).status_code == 404
    council.as_system()
    sana.refresh_from_db()
    assert sana.account is None
