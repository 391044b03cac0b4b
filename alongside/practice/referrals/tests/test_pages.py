"""The plain pages of a referral."""

from typing import Any

import pytest
from django.test import Client

from alongside.platform.common.clock import today
from alongside.practice.referrals.models import Referral
from alongside.practice.referrals.tests.test_actions import receive
from alongside.practice.safeguarding.tests.test_pages import hidden, signed_in
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world
from alongside.record.chronology.selectors import life

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def address(world: World, key: str) -> str:
    return f"{world.address}happened/{key}/"


def send(world: World, key: str, **said: Any) -> Any:
    client = signed_in(world, "Amal")
    return client.post(address(world, key), {**hidden(client.get(address(world, key)).content.decode()), **said})


def test_only_what_a_referral_waits_for_is_offered(world: World) -> None:
    client = signed_in(world, "Amal")
    assert "Record that the referral was decided" not in client.get(address(world, "referral")).content.decode()
    receive(world)
    text = client.get(address(world, "referral")).content.decode()
    assert "Record that the referral was decided" in text
    assert "Record that the person who referred was told" in text


def test_the_page_says_what_it_meets_and_meets_it(world: World) -> None:
    receive(world)
    text = signed_in(world, "Amal").get(address(world, "referral-decided")).content.decode()
    assert "Decide on the referral" in text
    assert "is no longer needed if you decide" in text
    saved = send(world, "referral-decided", day=days_ago(20).isoformat(), response="assessment")
    assert (saved.status_code, saved["Location"]) == (302, world.address)
    assert world.due("referral_decision") == ["met"]
    assert send(world, "referral-acknowledged", day=days_ago(20).isoformat()).status_code == 302
    assert world.due("referral_acknowledged") == ["met"]


def test_what_is_missing_or_cannot_be_is_explained(world: World) -> None:
    receive(world)
    text = send(world, "referral-decided").content.decode()
    assert "Say on which day it was decided." in text
    assert "Choose what was decided." in text
    early = send(world, "referral-decided", day=days_ago(30).isoformat(), response="assessment")
    assert early.status_code == 422
    assert "when the referral came in" in early.content.decode()
    assert Referral.objects.get().decided_on is None


def test_sent_twice_it_is_written_once(world: World) -> None:
    receive(world)
    client = signed_in(world, "Amal")
    shown = client.get(address(world, "referral-acknowledged")).content.decode()
    said = {**hidden(shown), "day": today().isoformat()}
    assert [client.post(address(world, "referral-acknowledged"), said).status_code for _ in range(2)] == [302, 302]
    told = [each for each in life(world.system, world.child) if each.kind == "referral.acknowledged"]
    assert len(told) == 1
    again = client.post(address(world, "referral-acknowledged"), {"day": today().isoformat()})
    assert again.status_code == 409


def test_a_colleague_a_stranger_and_a_wrong_method(world: World) -> None:
    receive(world)
    assert signed_in(world, "Cyd").get(address(world, "referral-decided")).status_code == 404
    assert signed_in(world, "Fay").get(address(world, "referral-decided")).status_code == 400
    assert Client().get(address(world, "referral-decided")).status_code == 302
    assert signed_in(world, "Amal").delete(address(world, "referral-decided")).status_code == 405
    assert signed_in(world, "Amal").get(address(world, "referral-eaten")).status_code == 404


def test_a_decision_is_taken_back_and_waited_for_again(world: World) -> None:
    receive(world)
    send(world, "referral-decided", day=days_ago(19).isoformat(), response="early_help")
    assert world.due("single_assessment") == ["ended"]
    entry = next(each for each in life(world.system, world.child) if each.kind == "referral.decided")
    page = f"{world.address}events/{entry.event_id}/referral-in-error/"
    client = signed_in(world, "Amal")
    answer = client.post(page, {**hidden(client.get(page).content.decode()), "because": "It was for his sister"})
    assert answer.status_code == 302
    assert (world.due("referral_decision"), world.due("single_assessment")) == (["open"], ["open"])
    assert Referral.objects.get().response == ""
