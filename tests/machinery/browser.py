"""A real browser for journeys and page tests: Debian's Chromium, driven by Playwright.

def test_a_page(site, open_page):
    page = open_page(360)           # width in CSS pixels; height 900
    page.goto(site.address + "/")
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--disable-dev-shm-usage",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run. Without one installed the test fails with the line that installs it."""
    where = next(filter(None, map(shutil.which, NAMES)), None)
    if where is None:
        pytest.fail("These tests need Chromium. Run: sudo apt-get install -y chromium", pytrace=False)
    # Playwright keeps an event loop in this thread, and Django refuses the database where it sees one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=where, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of a given width; what it needs beside that, Playwright's own words: java_script_enabled=False."""
    contexts = []

    def opened(width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="en-GB", timezone_id="Europe/London", **options
        )  # type: ignore[arg-type]
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
