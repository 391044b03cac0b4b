"""An empty copy becomes a council's own: its first administrator, hubs, teams, workers, and a worker who gets in.

Given a copy with no council, and the code that was printed where it was started
When somebody sets it up, adds a hub, a team and a worker by page, and the rest by a file
Then a worker of that file chooses a password by a link in a mail, and is on their own day.
"""

import email
import re
import time
from collections.abc import Callable
from email import policy
from pathlib import Path

import pytest
from playwright.sync_api import Page

from alongside.config import places
from alongside.entrances.council.code import set_up_code
from alongside.record.organisations.models import Organisation
from alongside.record.workers.models import RoleHeld, Worker
from tests.journeys.axe import check
from tests.machinery.site import Site

Opener = Callable[..., Page]
PASSWORD = "seven boats on grey water"
HEADINGS = "hub,team,name,email,job title,roles\n"
GOOD = HEADINGS + "Marsh Hub,Harbour,Noor Iqbal,noor@saltmarsh.example,Social worker,Social worker\n"
BAD = GOOD + "Marsh Hub,Harbour,,nobody,,Wizard\n"


@pytest.fixture(scope="module")
def code(site: Site) -> str:
    """As `alongside run` prints it."""
    return set_up_code()


def begin(page: Page, site: Site, code: str) -> None:
    page.goto(site.address + "/set-up/")
    page.get_by_label("What is the set-up code?").fill(code)
    page.get_by_label("What is the council called?").fill("Saltmarsh Council")
    page.get_by_label("What is its local authority number?").fill("202")
    page.get_by_label("What is your name?").fill("Ife Brand")
    page.get_by_label("What is your e-mail address?").fill("ife@saltmarsh.example")
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_role("button", name="Set up and sign in").click()


@pytest.mark.journey
def test_a_wrong_code_is_refused(site: Site, open_page: Opener, code: str) -> None:
    page = open_page(320)
    begin(page, site, "0000")
    assert page.get_by_text("This is not the code").first.is_visible()
    assert page.get_by_label("What is the council called?").input_value() == "Saltmarsh Council"
    check(page)
    with site.inside():
        assert not Organisation.objects.exists()


@pytest.mark.journey
def test_from_nothing_to_a_council_with_people(site: Site, open_page: Opener, code: str, tmp_path: Path) -> None:
    page = open_page()
    begin(page, site, code)
    page.wait_for_url("**/council/")
    check(page)
    by_page(page)
    by_file(page, tmp_path)
    check(page)
    with site.inside():
        roles = set(RoleHeld.objects.values_list("worker__name", "role", "team__name"))
    assert roles == {
        ("Ife Brand", "administrator", None),
        ("Bea Lindholm", "team_manager", "Harbour"),
        ("Noor Iqbal", "social_worker", None),
    }
    assert page.goto(site.address + "/set-up/").status == 404  # type: ignore[union-attr]


def by_page(page: Page) -> None:
    page.get_by_label("Name of the hub").fill("Marsh Hub")
    page.get_by_role("button", name="Add this hub").click()
    page.get_by_label("Name of the team").fill("Harbour")
    page.get_by_role("button", name="Add this team").click()
    form = page.locator("form", has=page.get_by_role("heading", name="Add a worker"))
    form.get_by_label("Name", exact=True).fill("Bea Lindholm")
    form.get_by_label("E-mail address").fill("bea@saltmarsh.example")
    form.get_by_label("Team", exact=True).select_option("Harbour")
    form.get_by_label("Team manager").check()
    form.get_by_role("button", name="Add this worker").click()
    assert page.get_by_text("Bea Lindholm is here.").is_visible()
    assert page.get_by_role("rowheader", name="Bea Lindholm").is_visible()


def by_file(page: Page, folder: Path) -> None:
    """First a wrong one: its faults by line, nothing written. Then the right one."""
    file = folder / "workers.csv"
    file.write_text(BAD)
    page.get_by_label("CSV file").set_input_files(file)
    page.get_by_role("button", name="Look at the file first").click()
    for fault in ("Line 3: a worker has no name.", "Line 3: there is no role “wizard”."):
        assert page.get_by_text(fault).is_visible()
    assert page.get_by_role("button", name="Add these").count() == 0
    file.write_text(GOOD)
    page.get_by_label("CSV file").set_input_files(file)
    page.get_by_role("button", name="Look at the file first").click()
    assert page.get_by_role("rowheader", name="Noor Iqbal").is_visible()
    page.get_by_role("button", name="Add these 1").click()
    page.wait_for_url("**/council/")
    assert page.get_by_role("rowheader", name="Noor Iqbal").is_visible()


@pytest.mark.journey
def test_a_worker_of_the_file_gets_in(site: Site, open_page: Opener) -> None:
    page = open_page(360)
    began = time.time()
    page.goto(site.address + "/accounts/login/")
    page.get_by_role("link", name="Forgotten your password?").click()
    page.get_by_label("Email address").fill("noor@saltmarsh.example")
    page.locator("main button[type=submit], main button:not([type])").first.click()
    page.wait_for_url("**/password/reset/done/")
    page.goto(link_sent_to("noor@saltmarsh.example", began))
    for box in page.locator("input[type=password]").all():
        box.fill(PASSWORD)
    page.locator("main form button").last.click()
    page.wait_for_url("**/key/done/")
    page.goto(site.address + "/accounts/login/")
    page.get_by_label("Email address").fill("noor@saltmarsh.example")
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(site.address + "/")
    assert page.get_by_role("heading", name="My day").is_visible()
    check(page)
    assert page.goto(site.address + "/council/").status == 404  # type: ignore[union-attr]
    with site.inside():
        assert Worker.objects.get(name="Noor Iqbal").account_id


def link_sent_to(address: str, since: float) -> str:
    """The link of the mail that was kept for this address."""
    new = [file for file in places.MAIL.glob("*") if file.stat().st_mtime >= since - 1]
    assert new, "no mail was kept"
    for file in sorted(new, key=lambda each: each.stat().st_mtime, reverse=True):
        message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
        body = message.get_body()
        if address in str(message["To"]) and body:
            found = re.search(r"http://\S+/password/reset/key/\S+", body.get_content())
            assert found, body.get_content()
            return found[0]
    raise AssertionError(f"no mail to {address}")
