"""A visit in a real browser: written while it saves itself, at 320 and 1280 px, and with no script at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import transaction

from alongside.tools.notes.tests.world import make_world
from tests.journeys.axe import check


@dataclass
class Here:
    address: str
    taz: str
    reuben: str

    @property
    def visit(self) -> str:
        return f"{self.address}/children/{self.taz}/visit/"


@pytest.fixture(scope="module")
def here(site: Any) -> Iterator[Here]:
    with site.inside("jobs"), transaction.atomic():
        world = make_world()
        ids = [world.children[name].subject.public_id for name in ("Taz", "Reuben")]
    return Here(site.address, *ids)


def sign_in(page, address):
    page.goto(address)
    page.fill("input[name=login]", "amal@eastmere.example")
    page.fill("input[type=password]", "a long enough password")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()


def say_seen(page, child, alone):
    page.check(f'input[name="seen-{child}"][value=in_person]')
    page.check(f'input[name="alone-{child}"][value={alone}]')


@pytest.mark.journey
@pytest.mark.parametrize("width", [320, 1280])
def test_a_visit_to_two_is_written_saved_split_and_finished(here, open_page, width):
    page = open_page(width)
    sign_in(page, here.visit)
    check(page)
    page.check(f'input[name=child][value="{here.reuben}"]')
    say_seen(page, here.taz, "yes")
    say_seen(page, here.reuben, "no")
    page.wait_for_selector("[data-effects]:not(:has-text('Only if you saw'))")  # asked for anew
    page.fill("#text-0", "Taz had laid out tea. He looked glad.")
    page.check(f'input[name=file-0][value="{here.reuben}"]')
    page.wait_for_selector("[data-save-now] :text('on the server')")
    assert page.locator(f"#split-0-{here.reuben}").is_visible()
    page.locator("button[name=add][value=said]:visible").first.click()
    page.select_option("#said_by-1", f"child:{here.reuben}")
    assert page.locator(f'input[name=file-1][value="{here.reuben}"]').is_checked()
    assert not page.locator(f'input[name=file-1][value="{here.taz}"]').is_checked()
    page.fill("#text-1", "There’s biscuits.")
    page.get_by_role("button", name="Save and finish").click()
    page.wait_for_selector(".govuk-error-summary")
    check(page)
    box = page.locator(f"#split-0-{here.reuben}")
    assert box.input_value() == "He looked glad."
    page.get_by_role("button", name="Save and finish").click()
    page.wait_for_url("**saved=yes*")
    assert page.get_by_text("Saved to Taz’s and Reuben’s files.").first.is_visible()
    check(page)
    page.get_by_role("link", name="In Reuben’s file").click()
    words = page.inner_text("main")
    assert "There’s biscuits." in words
    assert "Taz" not in words.replace("In Taz’s file", "")
    for path in ("visits/", "visit/"):
        page.goto(f"{here.address}/children/{here.taz}/{path}")
        check(page)


@pytest.mark.journey
def test_with_no_script_at_all(here, open_page):
    page = open_page(360, java_script_enabled=False)
    sign_in(page, here.visit)
    assert page.locator("#said_by-0").is_visible()
    assert page.locator("#text-0").bounding_box()["height"] > 100  # room for five lines
    say_seen(page, here.taz, "no")
    page.fill("#text-0", "She made toast.")
    page.locator("button[name=add][value=think]:visible").first.click()
    assert "#text-1" in page.url
    assert page.input_value("#text-0") == "She made toast."
    assert page.is_checked(f'input[name="alone-{here.taz}"][value=no]')
    page.fill("#text-1", "He is settling.")
    page.get_by_role("button", name="Leave as draft").click()
    page.get_by_role("link", name="Visit to Taz").first.click()
    assert page.input_value("#text-1") == "He is settling."
    page.get_by_role("button", name="Save and finish").click()
    assert re.search(r"saved=yes", page.url)
    assert "He is settling." in page.inner_text("main")


@pytest.mark.journey
def test_two_windows_and_a_lost_session_lose_nothing(here, open_page):
    page = open_page(1280)
    sign_in(page, here.visit)
    page.fill("#text-0", "Typed before the session ended.")
    page.wait_for_selector("[data-save-now] :text('on the server')")
    page.context.clear_cookies(name="alongside_session")
    page.fill("#text-0", "Typed before the session ended. And after.")
    page.wait_for_selector("[data-save-now] :text('signed out')")
    other = page.context.new_page()
    sign_in(other, here.address + page.get_attribute("[data-save-now] [data-sign-in]", "href"))
    assert other.get_by_role("heading", name="You are signed in").is_visible()
    page.fill("#text-0", "Typed before the session ended. And after it.")
    page.wait_for_selector("[data-save-now] :text('on the server')", timeout=45_000)
    second = page.context.new_page()
    second.goto(f"{here.address}/unfinished/")
    check(second)
    second.get_by_role("link", name="Visit to Taz").first.click()
    assert second.input_value("#text-0") == "Typed before the session ended. And after it."
    second.fill("#where", "School")
    second.wait_for_selector("[data-save-now] :text-matches('Saved \\\\d+:\\\\d+[ap]m on the server')")
    page.fill("#where", "Harbour View")
    page.wait_for_selector("[data-save-now] :text('another place')")
    page.get_by_role("button", name="Save and finish").click()
    page.wait_for_selector("h1:has-text('Two versions')")
    check(page)
    page.check('input[name="choose-where"][value=joined]')
    page.get_by_role("button", name="Use these and carry on").click()
    page.wait_for_selector("h1:has-text('Record a visit')")
    assert page.input_value("#where") == "School Harbour View"
