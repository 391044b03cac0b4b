"""Every component, on a phone and on a desk, under the product's content policy: axe has nothing to say."""

import pytest

from alongside.platform.design.tests.gallery.pages import NAMES
from tests.journeys.axe import check

WIDTHS = (320, 1280)


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
