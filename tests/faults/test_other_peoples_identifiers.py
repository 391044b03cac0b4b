"""An address of pieces that do not belong together: one child's name with another's entry, or a stranger's draft."""

import pytest

from alongside.platform.common.clock import today
from alongside.practice.safeguarding.actions import start_protection_plan
from alongside.record.chronology.models import EventSubject
from alongside.record.people.models import Doubt
from alongside.tools.forms.models import Draft
from alongside.tools.notes.models import Note, Passage
from tests.journeys.every_page import CHILD, PAGES, fill
from tests.machinery.council import Council
from tests.machinery.days import days_ago

TWO_PARTS = sorted(route for route in PAGES if route.startswith(CHILD) and "<uuid:" in route)


@pytest.fixture
def filled(council: Council) -> dict[str, str]:
    made = fill(council)
    start_protection_plan(by=council.as_system(), case=council.cases["Reuben"], started_on=days_ago(9),
                          initial_category="EMO")  # fmt: skip
    return made


def with_the_name_of(child: str, route: str, council: Council, filled: dict[str, str]) -> str:
    """Taz's entry, item, note or event under another child's address."""
    pieces = {**filled, "<str:public_id>": council.children[child].subject.public_id}
    if "referral-in-error" in route:
        pieces["<uuid:event>"] = filled["<referral event>"]
    for slot, value in pieces.items():
        route = route.replace(slot, value)
    return "/" + route


def test_there_are_such_pages() -> None:
    assert len(TWO_PARTS) >= 5


@pytest.mark.parametrize("route", TWO_PARTS)
@pytest.mark.parametrize("child", ["Reuben", "Isla"])
def test_one_childs_page_never_shows_anothers(council: Council, filled: dict[str, str], route: str, child: str) -> None:
    browser = council.browser(PAGES[route])
    assert browser.get(with_the_name_of("Taz", route, council, filled)).status_code == 200
    assert browser.get(with_the_name_of(child, route, council, filled)).status_code == 404
    if child == "Isla":
        assert council.browser("Amal").get(with_the_name_of(child, route, council, filled)).status_code == 404


def test_a_form_sent_there_writes_nothing(council: Council, filled: dict[str, str]) -> None:
    amal = council.browser("Amal")
    reuben = council.path("Reuben", "")
    council.as_system()
    before = Passage.objects.count(), EventSubject.objects.filter(voided_at=None).count()
    words = {"mark": "saw", "text": "Not his.", "because": "It was left out"}
    assert amal.post(f"{reuben}notes/{filled['<uuid:note>']}/add/", words).status_code == 404
    assert amal.post(f"{reuben}events/{filled['<uuid:event>']}/in-error/", {"because": "x"}).status_code == 404
    assert amal.post(f"{reuben}who/settled/{filled['<uuid:doubt>']}/").status_code == 404
    council.as_system()
    assert (Passage.objects.count(), EventSubject.objects.filter(voided_at=None).count()) == before
    assert Doubt.objects.get(id=filled["<uuid:doubt>"]).settled_on is None


def test_anothers_draft_is_not_read_saved_over_finished_or_put_away(council: Council, filled: dict[str, str]) -> None:
    """Cyd sits in the same office; Bea is Amal's own manager. A draft is its author's alone."""
    draft, taz = filled["<uuid:draft>"], council.children["Taz"].subject.public_id
    for name in ("Cyd", "Bea"):
        browser = council.browser(name)
        assert browser.get(f"/unfinished/{draft}/").status_code == 404
        assert browser.get(council.path("Taz", f"visit/?draft={draft}")).status_code == 404
        assert browser.post(f"/unfinished/{draft}/discard/").status_code == 404
        page = {"child": taz, "day": today().isoformat(), "passage": "0", "text-0": "Mine now.", "draft": draft}
        page |= {f"seen-{taz}": "in_person", f"alone-{taz}": "yes", "mark-0": "saw", "file-0": taz, "version": "1"}
        assert browser.post(council.path("Taz", "visit/"), page).status_code == 404
    council.acting("Amal")
    kept = Draft.objects.get(id=draft)
    assert kept.content["text-0"] == ["The ramp for the cars is as long as the hall."]
    assert kept.discarded_at is None
    assert kept.finished_at is None
    assert Note.objects.count() == 1
