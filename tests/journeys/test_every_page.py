"""Every page of the product, as the person it is for: narrow and wide, without a script, and on paper."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import get_resolver
from playwright.sync_api import Browser, Page

from alongside.platform.access.models import Account
from tests.architecture.routes import routes
from tests.journeys.axe import check
from tests.journeys.every_page import CHILD, HAPPENED, NO_PAGE, NOBODY, PAGES, REFERRAL, fill, some_runs
from tests.machinery.council import make_council
from tests.machinery.site import Site

COOKIE = "alongside_session"
BAND = ".govuk-phase-banner"
MENUS = "header nav, .al-sections"
ASKED = "accounts/^password/reset/key"  # the page that a link in a mail leads to


def test_every_route_is_listed() -> None:
    found = {route.address for route in routes(get_resolver().url_patterns)}
    listed = PAGES.keys() | NO_PAGE.keys()
    assert sorted(found - listed) == [], "Say in every_page.py whom these pages are for."
    assert sorted(listed - found) == [], "These are gone: take them out of every_page.py."
    assert PAGES.keys().isdisjoint(NO_PAGE)


@dataclass
class Pages:
    """Addresses by route, and one window with scripts and one without for each person."""

    site: Site
    browser: Browser
    filled: dict[str, str]
    cookies: dict[str, str]
    windows: dict[tuple[str, bool], Page] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    def window(self, person: str, scripts: bool = True) -> Page:
        if (person, scripts) not in self.windows:
            options: dict[str, Any] = {"java_script_enabled": scripts, "locale": "en-GB"}
            context = self.browser.new_context(**options)
            if person:
                cookie = {"name": COOKIE, "value": self.cookies[person], "url": self.site.address}
                context.add_cookies([cookie])  # type: ignore[list-item]
            page = context.new_page()
            page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
            self.windows[person, scripts] = page
        return self.windows[person, scripts]

    def address(self, route: str) -> str:
        route, _, key = route.partition(" of ")
        if route.startswith("imports/<"):
            return f"{self.site.address}/imports/{key}/"
        if "referral-in-error" in route:
            route = route.replace("<uuid:event>", self.filled["<referral event>"])
        if route == REFERRAL:
            return f"{self.site.address}/{self._put(CHILD)}happened/{key}/"
        if route.startswith(ASKED):
            return f"{self.site.address}/accounts/password/reset/key/{self.filled['<reset key>']}/"
        return f"{self.site.address}/{self._put(route).replace('<slug:key>', key)}"

    def _put(self, route: str) -> str:
        for slot, value in self.filled.items():
            route = route.replace(slot, value)
        return route


@pytest.fixture(scope="module")
def pages(site: Site, browser: Browser) -> Iterator[Pages]:
    with site.inside("jobs"), transaction.atomic():
        council = make_council()
        filled = fill(council)
        filled |= {f"<run {number}>": run for number, run in enumerate(some_runs(council))}
        cyd = Account.objects.get(email="cyd@eastmere.example")
        filled["<reset key>"] = f"{_base36(cyd)}-{default_token_generator.make_token(cyd)}"
    with site.inside(), transaction.atomic():
        people = sorted(set(PAGES.values()) - {NOBODY})
        cookies = {name: council.browser(name).cookies[COOKIE].value for name in people}
    made = Pages(site, browser, filled, cookies)
    yield made
    for window in made.windows.values():
        window.context.close()


def _base36(account: Account) -> str:
    from allauth.account.utils import user_pk_to_url_str

    return str(user_pk_to_url_str(account))


def each_page() -> list[str]:
    """Routes; those with many pages stand once for each: "route of key"."""
    several = {CHILD + "happened/<slug:key>/": HAPPENED, REFERRAL: ("referral-decided", "referral-acknowledged")}
    several["imports/<str:public_id>/"] = tuple(f"<run {number}>" for number in range(5))
    return [each for route in PAGES for each in ([f"{route} of {key}" for key in several.get(route, ())] or [route])]


@pytest.mark.parametrize("route", each_page())
def test_it_reads_narrow_wide_bare_and_on_paper(pages: Pages, route: str) -> None:
    who, address = PAGES[route.partition(" of ")[0]], pages._put(pages.address(route))
    pages.complaints.clear()
    page = pages.window(who)
    page.set_viewport_size({"width": 1280, "height": 900})
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200
    check(page)
    page.set_viewport_size({"width": 320, "height": 900})
    check(page)
    assert pages.complaints == []
    on_paper(page)
    shown = page.locator("main").inner_text()
    bare = pages.window(who, scripts=False)
    assert bare.goto(address).status == 200  # type: ignore[union-attr]
    without_scripts(bare, shown)


def on_paper(page: Page) -> None:
    """What it is stands on it, without menus."""
    page.emulate_media(media="print")
    assert page.locator(BAND).is_visible()
    assert "Not for real children" in page.locator(BAND).inner_text()
    assert len(page.locator("main").inner_text().strip()) > 20
    assert not [menu for menu in page.locator(MENUS).all() if menu.is_visible()]
    page.emulate_media(media="screen")


def without_scripts(page: Page, shown: str) -> None:
    """The same words, or more, stand there without a script; and the page can be left by its links."""
    assert page.locator("h1").count() == 1
    words = set(re.findall(r"\w{3,}", shown))
    missing = words - set(re.findall(r"\w{3,}", page.locator("main").inner_text())) - {"Show"}  # shows a password
    assert len(missing) <= len(words) * 0.05, f"only with a script: {sorted(missing)}"
    assert page.locator("a[href]:visible").count() > 1


def test_the_same_check_bites(pages: Pages, open_page: Callable[..., Page]) -> None:
    """A page with a picture nobody can read, and wider than the window, does not pass."""
    page = open_page(320)
    page.goto(pages.site.address + "/accounts/login/")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=\"/x\"><p class=\"wide\">A</p>'")
    page.evaluate("document.querySelector('.wide').style.width = '900px'")
    with pytest.raises(AssertionError, match="image-alt"):
        check(page)
