"""A form that is sent back: every page says what is wrong at its top and beside the field, and passes as it stands."""

import pytest
from playwright.sync_api import Page

from tests.journeys.axe import check
from tests.journeys.every_page import CHILD, PAGES, REFERRAL
from tests.journeys.test_every_page import Pages
from tests.journeys.test_every_page import pages as pages  # the same council, filled once for this file

ERRORS = ".govuk-error-summary"
HAPPENED = CHILD + "happened/<slug:key>/ of "
# page: (the button that sends it, what to empty or spoil before)
FORMS: dict[str, tuple[str, dict[str, str]]] = {
    CHILD + "visit/": ("Save and finish", {}),
    CHILD + "who/": ("Save", {"nhs_number": "123", "born_on": "31 2 2014"}),
    CHILD + "notes/<uuid:note>/": ("Add", {}),
    HAPPENED + "assessment-concluded": ("Save", {}),
    HAPPENED + "strategy-discussion-held": ("Save", {}),
    HAPPENED + "conference-reviewed": ("Save", {}),
    REFERRAL + " of referral-decided": ("Save", {}),
    CHILD + "events/<uuid:event>/in-error/": ("", {}),
    "team/waiting/<uuid:case>/": ("Ask them to work with", {}),
    "imports/": ("Read the file", {}),
    "council/": ("Add this hub", {}),
    "council/by-file/": ("Look at the file first", {}),
    "accounts/login/": ("Sign in", {"login": "nobody@eastmere.example", "password": "not that"}),
    "accounts/password/change/": ("", {"oldpassword": "not that", "password1": "short", "password2": "other"}),
}


def send(page: Page, button: str, spoilt: dict[str, str]) -> None:
    """As the page stands, without what the browser itself would check first."""
    page.evaluate("for (const form of document.forms) form.noValidate = true")
    for name, value in spoilt.items():
        page.fill(f"[name={name}]", value)
    wanted = page.locator("main").get_by_role("button", name=button) if button else page.locator("main form button")
    with page.expect_navigation():
        wanted.locator("visible=true").last.click()


@pytest.mark.parametrize("route", FORMS)
def test_it_says_what_to_put_right(pages: Pages, route: str) -> None:
    page = pages.window(PAGES[route.partition(" of ")[0]])
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(pages._put(pages.address(route)))
    send(page, *FORMS[route])
    summary = page.locator(ERRORS)
    assert summary.is_visible()
    assert page.title().strip()
    for link in summary.locator("a").all():
        target = link.get_attribute("href") or ""
        assert target == "" or page.locator(target).count() == 1, f"{target} leads nowhere"
    check(page)
