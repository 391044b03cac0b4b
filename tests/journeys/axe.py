"""What every page must pass: axe-core without a violation, and no scrolling sideways.

from tests.journeys.axe import check
check(page)          # a Playwright page, already on the page to be looked at
"""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "async (tags) => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TALL = "Math.max(document.documentElement.scrollHeight, 900)"
WIDEST = """() => [...document.querySelectorAll('body *')]
  .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(0, 5).map((e) => e.outerHTML.slice(0, 120))"""


def check(page: Page) -> None:
    """Assert that the page, as it stands and at its present width, has no violation and does not scroll sideways.

    axe is put in by the browser's own tools, so the page's content security policy stays as it is served. The window is
    made as tall as the page meanwhile: a bar that stays at the foot then covers nothing by chance.
    """
    size = page.viewport_size or {"width": 1280, "height": 900}
    page.set_viewport_size({"width": size["width"], "height": min(int(page.evaluate(TALL)), 12_000)})
    faults = [*violations(page), *too_wide(page)]
    page.set_viewport_size(size)
    assert not faults, f"{page.url} at {page.viewport_size}:\n" + "\n".join(faults)


def violations(page: Page) -> list[str]:
    """axe-core's violations, a line each: rule, what it asks, and the first places."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return [_line(found) for found in page.evaluate(RUN, TAGS)]


def too_wide(page: Page) -> list[str]:
    """A sentence if the page scrolls sideways, with what sticks out."""
    over = page.evaluate(SIDEWAYS)
    return [f"scrolls {over} px sideways: {page.evaluate(WIDEST)}"] if over > 0 else []


def _line(found: dict[str, Any]) -> str:
    places = [str(node["html"])[:160] for node in found["nodes"][:3]]
    return f"{found['id']}: {found['help']} ({len(found['nodes'])}): {places}"
