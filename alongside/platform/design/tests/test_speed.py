"""A long list is cheap: 500 entries of a timeline in 15 ms of one processor at the most."""

import time
from types import SimpleNamespace

from alongside.platform.design.tests.gallery.pages import made

SOURCE = "{% from 'design/timeline.html' import timeline %}{{ timeline(years) }}"


def an_entry(number):
    return SimpleNamespace(
        look="sig", day=str(number % 28 + 1), month="December", title="Quiet room after lunch agreed",
        href=f"/entries/{number}", line="Taz came for the last ten minutes.", said=(), source="School. Ms Okoro.",
        recorded="Recorded 9 days later", late=True, fixed="", link="",
    )  # fmt: skip


def test_500_entries():
    years = [{"id": "y", "heading": "2026", "about": "", "entries": [an_entry(n) for n in range(500)]}]
    template = made().from_string(SOURCE)
    times = []
    for _ in range(20):
        started = time.process_time()
        html = template.render(years=years)
        times.append(time.process_time() - started)
    assert html.count("<li") == 500
    assert min(times) < 0.015
