"""Every component, on a phone and on a desk, under the product's content policy: axe has nothing to say."""

import pytest

from alongside.platform.design.tests.gallery.pages import NAMES
from tests.journeys.axe import check

WIDTHS = (320, 1280)
WHO_ON_PAPER = (
    "Taz (Tamsin) Marlow, born 3 May 2012, Eastmere reference E-20417. Printed by Amal Rahman, 12 January 2027, 8:52am."
)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_passes_at_both_widths_and_reads_without_a_script(open_page, gallery, name):
    refused = []
    for width in WIDTHS:
        page = open_page(width)
        page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: refused.append(str(fault)))
        page.goto(f"{gallery}/{name}")
        check(page)
        _open_everything(page)
        check(page)
    plain = open_page(320, java_script_enabled=False)
    plain.goto(f"{gallery}/{name}")
    assert plain.locator("h1").count() == 1
    assert "Not for real children" in plain.locator(".govuk-phase-banner").inner_text()
    assert refused == []


def _open_everything(page):
    page.evaluate("""() => {
      for (const part of document.querySelectorAll("details")) part.open = true;
      const folded = [...document.querySelectorAll('[aria-expanded="false"]')];
      for (const button of folded) if (button.offsetParent) button.click();
    }""")


def test_on_paper_the_band_stands_and_what_is_only_for_screens_does_not(open_page, gallery):
    page = open_page(1280)
    page.goto(f"{gallery}/chronology")
    page.emulate_media(media="print")
    assert page.locator(".govuk-phase-banner").is_visible()
    assert page.locator(".al-printonly:visible").all_inner_texts() == [WHO_ON_PAPER]
    assert page.locator(".al-life--wide").is_visible()
    for hidden in (".al-header", ".al-foot", ".al-chrono__side", ".al-life--narrow", ".al-sections"):
        assert page.locator(hidden).is_hidden(), hidden


def test_on_paper_every_page_about_a_child_says_whose_it_is(open_page, gallery):
    page = open_page(1280)
    page.goto(f"{gallery}/why")
    page.emulate_media(media="print")
    said = page.locator(".al-printline:visible").inner_text()
    assert said == "Child E-20418, girl, born May 2012. Eastmere Council. Printed by Amal Rahman on 12 January 2027."
