"""A visit on the wrong child is taken back: crossed out with its reason, still readable, and what it met owed again."""

import pytest
from django.test import Client

from alongside.platform.common.clock import today
from alongside.platform.common.errors import NotThere, Refused
from alongside.record.chronology.models import EventSubject
from alongside.record.timescales.models import DueItem
from alongside.tools.notes.actions import InFile, Part, Words, record_visit, take_back_visit

pytest_plugins = ["alongside.tools.notes.tests.world"]


@pytest.fixture
def visit(world):
    """Amal saw Taz and Reuben today."""
    amal = world.acting("Amal")
    taz = world.children["Taz"].pk
    parts = [Part(person=each.pk, seen="in_person", alone="yes") for each in world.children.values()]
    words = Words(mark="saw", files=[InFile(person=taz, text="Drew a boat.")])
    return record_visit(by=amal, children=parts, happened=today(), passages=[words])


def browser_of(world, name):
    browser = Client()
    browser.force_login(world.workers[name].account)
    return browser


def address(world, visit, rest=""):
    return f"/children/{world.children['Taz'].subject.public_id}/notes/{visit.id}/{rest}"


def met(world, visit):
    world.as_system()
    return DueItem.objects.filter(closed_by=visit.event_id).count()


def test_it_asks_why_and_crosses_out_and_what_it_met_is_owed_again(world, visit):
    assert met(world, visit) > 0
    amal = browser_of(world, "Amal")
    page = address(world, visit, "in-error/")
    assert page in amal.get(address(world, visit)).content.decode()
    asked = amal.get(page).content.decode()
    assert "It is crossed out in Reuben’s file too" in asked
    without = amal.post(page, {"because": " "})
    assert without.status_code == 422
    assert "Say why it was recorded in error" in without.content.decode()
    assert amal.post(page, {"because": "It was another family."}).status_code == 302
    read = amal.get(address(world, visit)).content.decode()
    assert "It was another family." in read
    assert "Drew a boat." in read
    assert page not in read
    assert met(world, visit) == 0
    assert not EventSubject.objects.filter(event_id=visit.event_id, voided_at=None).exists()


def test_the_list_of_visits_says_it_is_crossed_out(world, visit):
    take_back_visit(by=world.acting("Amal"), note=visit, because="It was another family.")
    address = f"/children/{world.children['Taz'].subject.public_id}/visits/"
    read = browser_of(world, "Amal").get(address).content.decode()
    assert "Crossed out on" in read
    assert "It was another family." in read


def test_only_who_works_with_every_child_of_it_may(world, visit):
    for name in ("Kit", "Cyd"):  # Kit works with Taz, not with Reuben
        with pytest.raises(NotThere):
            take_back_visit(by=world.acting(name), note=visit, because="Not so")
    assert met(world, visit) > 0


def test_it_is_taken_back_once(world, visit):
    amal = world.acting("Amal")
    take_back_visit(by=amal, note=visit, because="It was another family.")
    with pytest.raises(Refused, match="already"):
        take_back_visit(by=amal, note=visit, because="Again")


def test_the_entry_in_the_chronology_leads_to_it(world, visit):
    world.as_system()
    entry = EventSubject.objects.get(event_id=visit.event_id, subject_id=world.children["Taz"].pk)
    page = f"/children/{world.children['Taz'].subject.public_id}/entries/{entry.id}/"
    assert address(world, visit, "in-error/") in browser_of(world, "Amal").get(page).content.decode()


def test_the_banner_says_what_was_met_for_both(world, visit):
    read = browser_of(world, "Amal").get(address(world, visit) + "?saved=yes").content.decode()
    assert "Saved to Taz’s and Reuben’s files." in read
    assert "Taz: “" in read
    assert "Reuben: “" in read
