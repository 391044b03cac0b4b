"""What is open, in the words of a caseload, in one query for many children; and facts by name."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.platform.common.ids import new_id
from alongside.practice.referrals.facts import FACTS as OF_REFERRALS
from alongside.practice.safeguarding import actions
from alongside.practice.safeguarding.facts import FACTS
from alongside.practice.safeguarding.selectors import in_error_page, lasting_records, pages_for, stages
from alongside.practice.safeguarding.tests.test_actions import enquiring, on_a_plan
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def fact(world: World, name: str) -> Any:
    return next(each for each in (*FACTS, *OF_REFERRALS) if each.name == name).read(world.amal, world.person)


def test_what_weighs_most_stands_first_in_one_query(world: World) -> None:
    actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(9))
    enquiring(world)
    on_a_plan(world)
    with CaptureQueriesContext(connection) as asked:
        found = stages(world.amal, [world.child])[world.child]
    assert [stage.words for stage in found] == [
        "Child protection plan: neglect",
        "Section 47 enquiry",
        "Being assessed",
    ]
    assert len(asked) == 1


def test_a_child_with_nothing_open_has_no_stage(world: World) -> None:
    assert stages(world.amal, [world.child]) == {}


def test_facts_by_name(world: World) -> None:
    assert (fact(world, "safeguarding.stage"), fact(world, "safeguarding.on_protection_plan")) == ("", False)
    assert (fact(world, "referral.received_on"), fact(world, "referral.times")) == (None, 0)
    on_a_plan(world)
    assert fact(world, "safeguarding.stage") == "Child protection plan: neglect"
    assert (fact(world, "safeguarding.on_protection_plan"), fact(world, "safeguarding.category")) == (True, "Neglect")


def test_a_due_item_leads_to_the_page_that_meets_it(world: World) -> None:
    public_id = world.person.subject.public_id
    assert [each.href for each in pages_for(world.amal, ["core_group.held"], public_id)] == [
        f"{world.address}happened/core-group-held/"
    ]
    assert pages_for(world.fay, ["core_group.held"], public_id) == []
    assert pages_for(world.amal, ["visit.made"], public_id) == []


def test_an_entry_leads_to_the_page_that_takes_it_back(world: World) -> None:
    public_id, event = world.person.subject.public_id, new_id()
    assert in_error_page(world.amal, "core_group.held", public_id, event) == f"{world.address}events/{event}/in-error/"
    assert in_error_page(world.fay, "core_group.held", public_id, event) == ""
    assert in_error_page(world.amal, "visit.made", public_id, event) == ""


def test_a_file_finds_what_lasts_by_kind(world: World) -> None:
    plan = on_a_plan(world)
    found = lasting_records(world.system, world.child)
    assert set(found) == {"assessment", "section47", "cin_plan", "protection_plan", "pre_proceedings"}
    assert found["protection_plan"] == [plan]
