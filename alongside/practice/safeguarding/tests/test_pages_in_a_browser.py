"""The pages in a real browser: narrow and wide, checked by axe, and one filled in and saved without a script."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Page

from alongside.platform.access.identity import identify
from alongside.platform.common.clock import today
from alongside.practice.referrals.tests.test_actions import receive
from alongside.practice.safeguarding import actions
from alongside.practice.safeguarding.tests.test_actions import enquiring
from alongside.practice.safeguarding.tests.test_pages import signed_in
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world
from alongside.record.chronology.selectors import life
from tests.journeys.axe import check
from tests.machinery.site import Site

WIDTHS = (320, 1280)
PAGES = (
    "happened/",
    "happened/referral/",
    "happened/referral-decided/",
    "happened/conference-held/",
    "happened/assessment-concluded/",
    "happened/strategy-discussion-held/",
    "happened/core-group-held/",
)


@pytest.fixture(scope="module")
def world(site: Site) -> World:
    with site.inside(), transaction.atomic():
        made = make_world()
        enquiring(made, 9)
        actions.start_assessment(by=made.amal, case=made.case, started_on=days_ago(20))
        receive(made)
        assert made.address  # read once here, where the database is open
    return made


def sign_in(site: Site, world: World, page: Page) -> Page:
    """As Amal, by the session that signing in makes."""
    with site.inside(), transaction.atomic():
        client: Client = signed_in(world, "Amal")
    session = client.cookies["alongside_session"].value
    page.context.add_cookies([{"name": "alongside_session", "value": session, "url": site.address}])
    return page


@pytest.mark.slow
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_passes(site: Site, world: World, open_page: Callable[..., Page], width: int) -> None:
    page = sign_in(site, world, open_page(width))
    for each in PAGES:
        answer = page.goto(f"{site.address}{world.address}{each}")
        assert answer is not None
        assert answer.status == 200, each
        check(page)


@pytest.mark.slow
def test_a_mistake_is_explained_and_put_right_without_a_script(
    site: Site, world: World, open_page: Callable[..., Page]
) -> None:
    page = sign_in(site, world, open_page(320, java_script_enabled=False))
    page.goto(f"{site.address}{world.address}happened/")
    page.get_by_role("link", name="Record that the first conference was held").click()
    page.get_by_label("On which day was the conference held?").fill((today() + timedelta(days=3)).isoformat())
    page.get_by_label("The child needs a child protection plan").check()
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("alert").get_by_role("link").count() == 2
    assert page.get_by_label("The child needs a child protection plan").is_checked()
    page.get_by_label("On which day was the conference held?").fill(days_ago(1).isoformat())
    page.get_by_label("Neglect", exact=True).check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(f"**{world.address}")
    assert "Recorded: the first conference was held." in page.content()
    with site.inside(), transaction.atomic():
        identify(world.system)
        assert world.due("initial_conference") == ["met"]
        assert "protection_plan.started" in [each.kind for each in life(world.system, world.child)]
