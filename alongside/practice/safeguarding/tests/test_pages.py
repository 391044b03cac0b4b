"""The plain pages: what they offer, to whom, and what comes of what is sent."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.platform.common.clock import today
from alongside.platform.common.sent import new_key
from alongside.practice.safeguarding import actions
from alongside.practice.safeguarding.happenings import HAPPENINGS
from alongside.practice.safeguarding.models import Assessment, CoreGroup, InNeedPlan, ProtectionPlan
from alongside.practice.safeguarding.tests.test_actions import enquiring, on_a_plan
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world
from alongside.record.casework.actions import open_case
from alongside.record.chronology.selectors import life

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def signed_in(world: World, name: str) -> Client:
    client = Client()
    client.force_login(world.accounts[name], backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def page(world: World, key: str) -> str:
    return f"{world.address}happened/{key}/"


def send(world: World, key: str, name: str = "Amal", **said: Any) -> Any:
    """What a browser would send: the hidden fields of the form, and what was typed."""
    client = signed_in(world, name)
    shown = client.get(page(world, key)).content.decode()
    return client.post(page(world, key), {**hidden(shown), **said})


def hidden(shown: str) -> dict[str, str]:
    """The hidden fields of the page's own form."""
    form = shown[shown.index("<main") :]
    found = [tag for tag in re.findall(r"<input[^>]*>", form) if 'type="hidden"' in tag]
    return {_value(tag, "name"): _value(tag, "value") for tag in found}


def _value(tag: str, name: str) -> str:
    match = re.search(rf'\b{name}="([^"]*)"', tag)
    return match[1] if match else ""


def test_only_what_can_have_happened_is_offered(world: World) -> None:
    text = signed_in(world, "Amal").get(f"{world.address}happened/").content.decode()
    assert "Record that an assessment started" in text
    assert "core group" not in text
    on_a_plan(world)
    text = signed_in(world, "Amal").get(f"{world.address}happened/").content.decode()
    assert "Record that a core group met" in text
    assert "first conference" not in text


def test_what_something_waits_for_stands_first(world: World) -> None:
    on_a_plan(world, 8)
    actions.start_in_need_plan(by=world.amal, case=world.case, started_on=days_ago(3))
    text = signed_in(world, "Amal").get(f"{world.address}happened/").content.decode()
    assert "Waited for: First core group, due" in text
    assert text.index("core group met") < text.index("an assessment started")


def test_a_family_worker_is_offered_what_they_may_record(world: World) -> None:
    text = signed_in(world, "Fay").get(f"{world.address}happened/").content.decode()
    assert "child in need plan was agreed" in text
    assert "assessment" not in text
    assert signed_in(world, "Fay").get(page(world, "assessment-started")).status_code == 400


def test_a_page_says_what_saving_would_meet_and_saving_meets_it(world: World) -> None:
    on_a_plan(world, 8)
    shown = signed_in(world, "Amal").get(page(world, "core-group-held")).content.decode()
    assert "When you save" in shown
    assert "First core group" in shown
    saved = send(world, "core-group-held", day=days_ago(1).isoformat())
    assert (saved.status_code, saved["Location"]) == (302, world.address)
    assert world.due("first_core_group") == ["met"]
    after = signed_in(world, "Amal")
    assert after.get(f"{world.address}happened/").status_code == 200


def test_every_happening_can_be_recorded_when_it_applies(world: World) -> None:
    """One child's way through all of it, page by page."""
    steps: list[tuple[str, str, dict[str, Any]]] = [
        ("assessment-started", days_ago(60).isoformat(), {}),
        ("assessment-concluded", days_ago(58).isoformat(), {"factors": ["3A", "16A"]}),
        ("strategy-discussion-held", days_ago(57).isoformat(), {"present": ["police"], "decided_section47": "yes"}),
        ("no-conference-needed", days_ago(56).isoformat(), {}),
        ("strategy-discussion-held", days_ago(55).isoformat(), {"present": ["police"], "decided_section47": "yes"}),
        ("conference-held", days_ago(50).isoformat(), {"decision": "plan", "category": "NEG", "previous_plans": "0"}),
        ("core-group-held", days_ago(45).isoformat(), {}),
        ("conference-reviewed", days_ago(40).isoformat(), {"decision": "continues", "category": "EMO"}),
        ("protection-plan-ended", days_ago(35).isoformat(), {}),
        ("in-need-plan-started", days_ago(35).isoformat(), {}),
        ("in-need-plan-reviewed", days_ago(30).isoformat(), {}),
        ("in-need-plan-ended", days_ago(25).isoformat(), {}),
        ("pre-proceedings-started", days_ago(20).isoformat(), {}),
        ("family-meeting-offered", days_ago(18).isoformat(), {}),
        ("family-meeting-held", days_ago(10).isoformat(), {}),
        ("pre-proceedings-stepped", days_ago(5).isoformat(), {"outcome": "B"}),
    ]
    assert {key for key, _, _ in steps} == {each.key for each in HAPPENINGS}
    for key, day, said in steps:
        before = len(life(world.system, world.child))
        assert send(world, key, day=day, **said).status_code == 302, key
        assert len(life(world.system, world.child)) > before, key
    assert ProtectionPlan.objects.get().latest_category == "EMO"


def test_a_day_to_come_and_a_day_too_early_are_explained_and_nothing_is_lost(world: World) -> None:
    on_a_plan(world, 30)
    late = send(world, "conference-reviewed", day=(today() + timedelta(days=2)).isoformat(), decision="continues")
    assert late.status_code == 422
    text = late.content.decode()
    assert "This day has not come yet" in text
    assert (today() + timedelta(days=2)).isoformat() in text
    early = send(world, "core-group-held", day=days_ago(40).isoformat())
    assert "when the child protection plan started. Look at both days." in early.content.decode()
    unread = send(world, "core-group-held", day="last Tuesday")
    assert "Write the day as a date" in unread.content.decode()
    assert "last Tuesday" in unread.content.decode()
    assert not CoreGroup.objects.exists()


def test_a_plan_needs_its_category(world: World) -> None:
    enquiring(world)
    answer = send(world, "conference-held", day=days_ago(3).isoformat(), decision="plan")
    assert answer.status_code == 422
    assert "Choose the category of abuse the plan is for." in answer.content.decode()


def test_sent_twice_it_is_written_once(world: World) -> None:
    client = signed_in(world, "Amal")
    shown = client.get(page(world, "in-need-plan-started")).content.decode()
    said = {**hidden(shown), "day": days_ago(3).isoformat()}
    assert {"sent_key", "which"} <= set(said)
    answers = [client.post(page(world, "in-need-plan-started"), said) for _ in range(2)]
    assert [answer["Location"] for answer in answers] == [world.address, world.address]
    assert InNeedPlan.objects.count() == 1


def test_what_is_no_longer_open_is_said_and_not_written(world: World) -> None:
    client = signed_in(world, "Amal")
    assert client.get(page(world, "core-group-held")).status_code == 200
    assert (
        "Nothing is open that this can be recorded about" in client.get(page(world, "core-group-held")).content.decode()
    )
    answer = client.post(page(world, "core-group-held"), {"sent_key": new_key(), "day": today().isoformat()})
    assert answer.status_code == 409


@pytest.mark.parametrize("address", ["happened/", "happened/assessment-started/"])
def test_a_colleague_finds_nothing_there(world: World, address: str) -> None:
    mine = signed_in(world, "Cyd").get(world.address + address)
    none = signed_in(world, "Cyd").get(f"/children/nobody-at-all/{address}")
    assert (mine.status_code, none.status_code) == (404, 404)
    assert mine.content == none.content


def test_a_happening_nobody_knows_is_not_there(world: World) -> None:
    assert signed_in(world, "Amal").get(page(world, "moon-landing")).status_code == 404


def test_nobody_signed_in_is_asked_to(world: World) -> None:
    assert Client().get(page(world, "assessment-started")).status_code == 302


def test_other_methods_are_not_taken(world: World) -> None:
    client = signed_in(world, "Amal")
    assert client.put(page(world, "assessment-started")).status_code == 405
    assert client.post(f"{world.address}happened/").status_code == 405


def test_taking_back_asks_why_and_crosses_out(world: World) -> None:
    actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(9))
    entry = next(each for each in life(world.system, world.child) if each.kind == "single_assessment.started")
    address = f"{world.address}events/{entry.event_id}/in-error/"
    client = signed_in(world, "Amal")
    assert "Single assessment started" in client.get(address).content.decode()
    assert "Say why it was recorded in error." in client.post(address, {"sent_key": new_key()}).content.decode()
    assert client.post(address, {"sent_key": new_key(), "because": "Wrong child"}).status_code == 302
    assert Assessment.objects.get().withdrawn is True
    assert client.get(address).status_code == 404
    assert signed_in(world, "Cyd").get(address).status_code == 404


def test_with_several_open_the_reader_says_which_and_its_own_first_day_holds(world: World) -> None:
    later = open_case(by=world.system, person=world.person, team=world.team, line="social_work", opened_on=days_ago(10))
    answer = send(world, "in-need-plan-started", day=days_ago(5).isoformat())
    assert "Choose which one it is about." in answer.content.decode()
    early = send(world, "in-need-plan-started", day=days_ago(20).isoformat(), which=str(later.pk))
    assert "when this work with the child began" in early.content.decode()
    saved = send(world, "in-need-plan-started", day=days_ago(20).isoformat(), which=str(world.case.pk))
    assert saved.status_code == 302
    assert InNeedPlan.objects.get().case_id == world.case.pk
