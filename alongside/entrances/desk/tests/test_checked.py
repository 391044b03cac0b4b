"""What was not loaded is said beside what is due: false reassurance is the first hazard."""

from datetime import timedelta

import pytest

from alongside.entrances.desk.checked import checked
from alongside.platform.common.clock import today
from alongside.platform.common.words import full_date
from alongside.practice.referrals.actions import receive_referral
from alongside.record.timescales.actions import About, NewEvent, record_event, set_go_live
from tests.machinery.council import Council

LAST_YEAR = today() - timedelta(days=300)


@pytest.fixture
def imported(council: Council) -> Council:
    """Taz came in a census; Reuben was always here."""
    receive_referral(
        by=council.as_system(), person=council.children["Taz"], received_on=LAST_YEAR, source_code="2A",
        team=council.team, source="census:2026",
    )  # fmt: skip
    return council


def words() -> str:
    return f"Not loaded: visits before the census file of 2026 was brought in on {full_date(today())}"


@pytest.mark.parametrize("rest", ["/", "/children/", "child", "due"])
def test_without_a_go_live_day_visits_that_were_not_loaded_are_named(imported: Council, rest: str) -> None:
    address = {"child": imported.path("Taz"), "due": imported.path("Taz", "due/")}.get(rest, rest)
    assert words() in imported.browser("Amal").get(address).content.decode()


def test_a_child_who_was_not_imported_is_not_spoken_of(imported: Council) -> None:
    assert "Not loaded" not in imported.browser("Amal").get(imported.path("Reuben", "due/")).content.decode()


def test_a_child_whose_visits_were_loaded_is_not_spoken_of(imported: Council) -> None:
    by, taz = imported.as_system(), imported.children["Taz"]
    about = (About(subject=taz.pk, headline="Visited", part={"seen": "yes"}),)
    made = NewEvent(kind="visit.made", happened=LAST_YEAR, about=about, area="tests", source="people")
    record_event(by=by, event=made)
    assert checked(by, 0, [taz.pk]).not_loaded == ""


def test_a_visit_recorded_here_does_not_say_that_the_earlier_ones_were_loaded(imported: Council) -> None:
    by, taz = imported.as_system(), imported.children["Taz"]
    about = (About(subject=taz.pk, headline="Visited", part={"seen": "yes"}),)
    record_event(by=by, event=NewEvent(kind="visit.made", happened=today(), about=about, area="tests"))
    assert f"Not loaded: {checked(by, 0, [taz.pk]).not_loaded}" == words()


def test_a_go_live_day_says_it_for_everyone(imported: Council) -> None:
    set_go_live(by=imported.as_system(), source="census:2026", day=today())
    assert checked(imported.system, 0, []).not_loaded.startswith(f"what was done before {full_date(today())}")
