"""Every page of signing in is in our own look: it says who it is for, what happened, and what to do."""

import re

import pytest
from allauth.mfa.totp.internal import auth
from django.contrib.auth import get_user_model
from django.core import mail
from django.template.loader import get_template
from django.test import Client

from alongside.platform.common.ids import new_id
from tests.journeys.axe import check

PASSWORD = "harbour tea biscuit walk"
BEFORE = ("login", "password/reset", "password/reset/done", "password/reset/key/done", "inactive", "signup")
WITHIN = ("logout", "password/change", "2fa", "reauthenticate")
DJANGOS = re.compile(r"\{%|<style|allauth", re.IGNORECASE)


@pytest.fixture
def amal(db):
    return get_user_model().objects.create_user("amal@example.org", PASSWORD, name="Amal Rahman", org=new_id())


@pytest.fixture
def signed_in(client, amal):
    client.post("/accounts/login/", {"login": "amal@example.org", "password": PASSWORD})
    return client


def read(response):
    """The page, after the things that must be on all of them."""
    page = response.content.decode()
    assert response.status_code == 200, page[:300]
    assert page.count("<h1") == 1
    assert "Not for real children" in page
    assert not DJANGOS.search(page)
    return page


@pytest.mark.django_db
@pytest.mark.parametrize("address", BEFORE)
def test_a_page_before_signing_in(client, address):
    read(client.get(f"/accounts/{address}/"))


@pytest.mark.parametrize("address", WITHIN)
def test_a_page_of_ones_own(signed_in, address):
    assert "Amal Rahman" in read(signed_in.get(f"/accounts/{address}/"))


def test_a_wrong_password_says_so_and_keeps_the_address(client, amal):
    page = read(client.post("/accounts/login/", {"login": "amal@example.org", "password": "wrong"}))
    assert "You are not signed in" in page
    assert 'value="amal@example.org"' in page
    assert "wrong" not in page


def test_signing_in_leads_on(client, amal):
    answer = client.post(
        "/accounts/login/", {"login": "amal@example.org", "password": PASSWORD, "next": "/children/x/"}
    )
    assert answer.headers["Location"] == "/children/x/"


def test_the_way_on_is_kept_through_the_page(client, db):
    assert '<input type="hidden" name="next" value="/children/x/">' in read(
        client.get("/accounts/login/?next=/children/x/")
    )


def test_a_forgotten_password_is_chosen_anew_by_a_link(client, amal):
    client.post("/accounts/password/reset/", {"email": "amal@example.org"})
    message = mail.outbox[0]
    assert "Choose a new password" in message.subject
    link = re.search(r"http://[^/]+(/\S+)", message.body)[1]
    form = client.get(link, follow=True)
    assert "Choose a new password" in read(form)
    address = form.redirect_chain[-1][0]
    wrong = client.post(address, {"password1": "short", "password2": "short"})
    assert "The password is not changed yet" in read(wrong)
    client.post(address, {"password1": "another biscuit by the sea", "password2": "another biscuit by the sea"})
    amal.refresh_from_db()
    assert amal.check_password("another biscuit by the sea")
    assert "does not work any more" in read(client.get(link, follow=True))


def test_a_strange_address_is_told_nothing_on_the_page(client, db):
    page = client.post("/accounts/password/reset/", {"email": "nobody@example.org"}, follow=True)
    assert "If the address belongs to an account" in read(page)
    assert "There is no account with it" in mail.outbox[0].body
    assert "sign up" not in mail.outbox[0].body


def code_now(page):
    """What the app on the phone would show, from the letters on the page."""
    secret = re.search(r'al-breaks">([A-Z2-7]+)<', page)[1]
    return auth.format_hotp_value(auth.hotp_value(secret, next(iter(auth.yield_hotp_counters_from_time()))))


def test_the_second_step_from_beginning_to_end(signed_in):
    asked = signed_in.get("/accounts/2fa/totp/activate/", follow=True)
    assert "Is it still you?" in read(asked)
    page = read(signed_in.post(asked.redirect_chain[-1][0], {"password": PASSWORD}, follow=True))
    assert 'viewBox="0 0' in page.partition("al-square")[2]
    assert "&lt;svg" not in page
    wrong = read(signed_in.post("/accounts/2fa/totp/activate/", {"code": "000000"}))
    assert "The code is not right yet" in wrong
    codes = read(signed_in.post("/accounts/2fa/totp/activate/", {"code": code_now(wrong)}, follow=True))
    assert "10 codes of 10 left" in codes
    assert "10 codes left" in read(signed_in.get("/accounts/2fa/"))
    read(signed_in.get("/accounts/2fa/totp/deactivate/"))
    read(signed_in.get("/accounts/2fa/recovery-codes/generate/"))
    read(signed_in.get("/accounts/2fa/reauthenticate/"))
    one_code = re.search(r'<li class="al-num">(\w+)</li>', codes)[1]
    signed_in.post("/accounts/logout/")
    second = signed_in.post("/accounts/login/", {"login": "amal@example.org", "password": PASSWORD}, follow=True)
    assert "Second step" in read(second)
    assert "_auth_user_id" not in signed_in.session
    signed_in.post("/accounts/2fa/authenticate/", {"code": one_code})
    assert "_auth_user_id" in signed_in.session


def test_sign_out_is_a_press_and_says_what_it_did(signed_in):
    page = signed_in.post("/accounts/logout/", follow=True)
    assert "_auth_user_id" not in signed_in.session
    assert page.status_code in (200, 404)


@pytest.mark.parametrize("name", ["account/verified_email_required.html", "account/password_set.html", "429.html"])
def test_pages_seldom_reached_are_ours_too(name):
    assert get_template(name).backend.name == "jinja2"


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_has_nothing_to_say(open_page, client, amal, width):
    bodies = {f"/accounts/{address}/": client.get(f"/accounts/{address}/").content for address in BEFORE}
    client.force_login(amal)
    bodies |= {f"/accounts/{address}/": read(client.get(f"/accounts/{address}/")) for address in WITHIN}
    page = open_page(width)
    page.route("http://testserver/**", lambda route: answer(route, bodies))
    for path in bodies:
        page.goto(f"http://testserver{path}")
        check(page)


def answer(route, bodies):
    """Pages are fetched before: what Playwright calls back has a database connection of its own, outside the test."""
    path = route.request.url.removeprefix("http://testserver")
    if path.startswith("/static/"):
        return route.fulfill(path=f"alongside/platform/design{path}")
    return route.fulfill(body=bodies[path], content_type="text/html")


def test_nobody_changes_the_address_they_sign_in_with(client: Client) -> None:
    for address in ("/accounts/email/", "/accounts/confirm-email/"):
        assert client.get(address).status_code == 404
