"""The data manager's day in a real browser: hand in, look, confirm, watch, download; with scripts and without."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from playwright.sync_api import Page

from alongside.entrances.imports.choices import Status
from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.taking_in.kept_runs import bring_in_kept, read_kept
from alongside.entrances.imports.taking_in.turn import our_turn
from alongside.entrances.imports.tests.census_files import child, message
from alongside.record.people.models import Person
from tests.journeys.axe import check
from tests.machinery.council import PASSWORD, Council, make_council
from tests.machinery.site import Site

pytestmark = pytest.mark.journey
Opener = Callable[..., Page]
CENSUS = message("".join(child(f"B{number:03}") for number in range(70)) + child("B001") + child(""))


@pytest.fixture(scope="module")
def council(site: Site) -> Council:
    with site.inside("jobs"), transaction.atomic():
        return make_council()


@pytest.fixture
def census(tmp_path: Path) -> Path:
    path = tmp_path / "cin-2027.xml"
    path.write_bytes(CENSUS)
    return path


def signed_in(page: Page, site: Site) -> Page:
    page.goto(f"{site.address}/accounts/login/")
    page.get_by_label("Email address").fill("dara@eastmere.example")
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site.address}/")
    return page


def last(site: Site) -> ImportRun:
    with site.inside("jobs"):
        return ImportRun.objects.latest("created_at")


def hand_in(page: Page, site: Site, census: Path) -> ImportRun:
    page.goto(f"{site.address}/imports/")
    page.get_by_label("Children in Need census").check()
    page.locator("input[type=file]").set_input_files(str(census))
    page.get_by_role("button", name="Read the file").click()
    page.wait_for_url(f"{site.address}/imports/*/")
    return last(site)


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_on_the_way_passes_axe(
    site: Site, council: Council, open_page: Opener, census: Path, width: int
) -> None:
    page = signed_in(open_page(width), site)
    page.goto(f"{site.address}/imports/")
    check(page)
    page.get_by_role("button", name="Read the file").click()
    assert "Choose a file" in page.content()
    check(page)
    run = hand_in(page, site, census)
    check(page)
    with site.inside("jobs"):
        read_kept(run.id)
    page.get_by_text("What bringing it in would do").wait_for(timeout=30_000)
    check(page)
    page.get_by_role("link", name="Kept aside").click()
    assert "stands twice" in page.content()
    check(page)
    page.get_by_role("button", name="Do not bring it in").click()
    check(page)


def test_it_is_watched_while_it_is_brought_in(site: Site, council: Council, open_page: Opener, census: Path) -> None:
    page = signed_in(open_page(), site)
    run = hand_in(page, site, census)
    with site.inside("jobs"):
        read_kept(run.id)
    page.get_by_role("button", name="Bring it in", exact=True).click(timeout=30_000)
    page.get_by_text("Waiting to be brought in").first.wait_for()
    with site.inside("jobs"), our_turn(run.org):
        ImportRun.objects.filter(id=run.id).update(status=Status.IMPORTING, done=21)
        page.get_by_text("Bringing it in: 21 of 70 children").wait_for(timeout=30_000)
        check(page)
        ImportRun.objects.filter(id=run.id).update(done=42)
        page.get_by_text("Bringing it in: 42 of 70 children").wait_for(timeout=30_000)
    with site.inside("jobs"):
        ImportRun.objects.filter(id=run.id).update(status=Status.CONFIRMED, done=0)
        bring_in_kept(run.id)
        assert Person.objects.filter(council_ref__startswith="B").count() == 70
        assert ImportRow.objects.filter(run=run, result="new").count() == 70
    page.get_by_text("It was brought in").wait_for(timeout=30_000)
    check(page)
    with page.expect_download() as got:
        page.get_by_role("link", name="Download all of it").click()
    assert "stands twice" in Path(got.value.path()).read_text(encoding="utf-8")


def test_without_scripts_the_page_asks_again_by_itself(
    site: Site, council: Council, open_page: Opener, census: Path
) -> None:
    page = signed_in(open_page(320, java_script_enabled=False), site)
    run = hand_in(page, site, census)
    page.get_by_text("Waiting to be read").first.wait_for()
    with site.inside("jobs"):
        read_kept(run.id)
    page.get_by_text("What bringing it in would do").wait_for(timeout=30_000)
    assert page.get_by_role("button", name="Bring it in", exact=True).is_visible()
