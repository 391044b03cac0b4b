"""Asking a worker to hold a child: who may, what follows at once, what a second manager sees, and taking it back."""

from datetime import timedelta

import pytest

from alongside.platform.access.models import Tie
from alongside.platform.common.clock import today
from alongside.platform.common.errors import Clash, NotThere, Refused
from alongside.practice.safeguarding.actions import start_protection_plan
from alongside.record.casework.actions import allocate_case, close_case, reopen_case, undo_allocation
from alongside.record.casework.models import Allocation, Case
from alongside.record.casework.selectors import held_by, waiting
from alongside.record.chronology.models import Episode
from alongside.record.people.selectors import children
from alongside.record.timescales.models import DueItem
from alongside.record.workers.actions import add_worker
from tests.machinery.council import Council


def held(council: Council, name: str) -> set[str]:
    actor = council.acting(name)
    return {each.person.given_names for each in held_by(actor, actor.worker_id)}


def test_it_gives_the_worker_the_child_at_once(council: Council) -> None:
    bea = council.acting("Bea")
    allocate_case(by=bea, case=council.cases["Isla"], worker=council.workers["Cyd"], reason="has_room")
    assert held(council, "Cyd") == {"Isla"}
    assert [each.given_names for each in children(council.acting("Cyd"))] == ["Isla"]


def test_it_closes_the_duty_to_find_a_worker_and_nothing_else(council: Council) -> None:
    isla = council.children["Isla"].pk
    bea = council.acting("Bea")
    before = dict(DueItem.objects.filter(subject_id=isla).values_list("rule", "status"))
    allocate_case(by=bea, case=council.cases["Isla"], worker=council.workers["Cyd"], reason="has_room")
    after = dict(DueItem.objects.filter(subject_id=isla).values_list("rule", "status"))
    assert before == {"allocate_worker": "open"}
    assert after["allocate_worker"] == "met_late"
    assert set(after.values()) == {"met_late"}


def test_a_worker_may_not_give_children_to_anyone(council: Council) -> None:
    amal = council.acting("Amal")
    with pytest.raises(NotThere):
        allocate_case(by=amal, case=council.cases["Taz"], worker=council.workers["Cyd"], reason="has_room")


def test_a_second_manager_is_told_of_the_first(council: Council) -> None:
    bea = council.acting("Bea")
    allocate_case(by=bea, case=council.cases["Isla"], worker=council.workers["Cyd"], reason="has_room")
    with pytest.raises(Clash, match="Cyd Okafor"):
        allocate_case(by=bea, case=council.cases["Isla"], worker=council.workers["Amal"], reason="has_room")
    assert Allocation.objects.filter(person_id=council.children["Isla"].pk).count() == 1


def test_a_reason_is_needed(council: Council) -> None:
    bea = council.acting("Bea")
    with pytest.raises(Refused, match="main reason"):
        allocate_case(by=bea, case=council.cases["Isla"], worker=council.workers["Cyd"], reason="because")


def test_another_worker_takes_over_the_same_day(council: Council) -> None:
    bea = council.acting("Bea")
    now = Allocation.objects.get(person_id=council.children["Taz"].pk)
    allocate_case(
        by=bea, case=council.cases["Taz"], worker=council.workers["Cyd"], reason="change_of_worker", instead_of=now.id
    )
    assert held(council, "Amal") == {"Reuben"}
    assert held(council, "Cyd") == {"Taz"}
    assert not Tie.objects.filter(holder=council.workers["Amal"].pk, subject=council.children["Taz"].pk, until=None)


def test_taking_it_back_gives_the_child_to_who_held_them_before(council: Council) -> None:
    bea = council.acting("Bea")
    now = Allocation.objects.get(person_id=council.children["Taz"].pk)
    made = allocate_case(
        by=bea, case=council.cases["Taz"], worker=council.workers["Cyd"], reason="change_of_worker", instead_of=now.id
    )
    undo_allocation(by=bea, allocation=made)
    assert held(council, "Cyd") == set()
    assert held(council, "Amal") == {"Taz", "Reuben"}


def test_taking_it_back_opens_the_duty_again(council: Council) -> None:
    bea = council.acting("Bea")
    made = allocate_case(by=bea, case=council.cases["Isla"], worker=council.workers["Cyd"], reason="has_room")
    undo_allocation(by=bea, allocation=made)
    assert DueItem.objects.get(subject_id=council.children["Isla"].pk).status == "open"
    assert [case.person.given_names for case in waiting(council.acting("Bea"), [council.team.id])] == ["Isla"]


def test_it_is_taken_back_once(council: Council) -> None:
    bea = council.acting("Bea")
    made = allocate_case(by=bea, case=council.cases["Isla"], worker=council.workers["Cyd"], reason="has_room")
    undo_allocation(by=bea, allocation=made)
    with pytest.raises(Clash):
        undo_allocation(by=bea, allocation=Allocation.objects.get(id=made.id))


def test_closing_ends_who_held_it_and_the_team_keeps_the_record(council: Council) -> None:
    bea = council.acting("Bea")
    taz = council.children["Taz"].pk
    close_case(by=bea, case=council.cases["Taz"], closed_on=today(), reason="RC7")
    assert [tie.holder for tie in Tie.objects.filter(subject=taz, until=None)] == [council.team.id]
    assert not Episode.objects.filter(subject=taz, ended_on=None).exists()
    assert held(council, "Amal") == {"Reuben"}
    assert children(council.acting("Bea")).filter(pk=taz).exists()


def test_a_closing_taken_back_gives_the_child_to_who_held_them(council: Council) -> None:
    bea = council.acting("Bea")
    case = council.cases["Taz"]
    close_case(by=bea, case=case, closed_on=today(), reason="RC7")
    reopen_case(by=bea, case=Case.objects.get(id=case.id))
    assert held(council, "Amal") == {"Taz", "Reuben"}
    assert Episode.objects.get(id=case.id).ended_on is None


def test_it_is_closed_once(council: Council) -> None:
    bea = council.acting("Bea")
    close_case(by=bea, case=council.cases["Taz"], closed_on=today(), reason="RC7")
    with pytest.raises(Clash):
        close_case(by=bea, case=Case.objects.get(id=council.cases["Taz"].id), closed_on=today(), reason="RC7")


def given(council: Council, who: str, worker: str) -> Allocation:
    """Bea asks this worker to hold Taz from today, in the place of whoever does."""
    bea = council.acting(who)
    now = Allocation.objects.filter(person_id=council.children["Taz"].pk, ended_on=None, withdrawn=False).first()
    return allocate_case(
        by=bea,
        case=council.cases["Taz"],
        worker=council.workers[worker],
        reason="change_of_worker",
        instead_of=now.id if now else None,
    )


def test_three_workers_in_a_day_and_the_last_taken_back_leaves_the_second(council: Council) -> None:
    by = council.as_system()
    tom = add_worker(by=by, name="Tom Okafor", team=council.team)
    council.workers["Tom"] = tom
    given(council, "Bea", "Cyd")
    last = given(council, "Bea", "Tom")
    undo_allocation(by=council.acting("Bea"), allocation=last)
    assert held(council, "Cyd") == {"Taz"}
    assert held(council, "Amal") == {"Reuben"}


def test_a_closing_taken_back_brings_back_only_who_held_it_last(council: Council) -> None:
    given(council, "Bea", "Cyd")
    bea = council.acting("Bea")
    close_case(by=bea, case=Case.objects.get(id=council.cases["Taz"].id), closed_on=today(), reason="RC7")
    reopen_case(by=bea, case=Case.objects.get(id=council.cases["Taz"].id))
    assert held(council, "Cyd") == {"Taz"}
    assert held(council, "Amal") == {"Reuben"}


def test_a_closing_dated_before_the_allocation_is_taken_back_whole(council: Council) -> None:
    given(council, "Bea", "Cyd")
    bea = council.acting("Bea")
    yesterday = today() - timedelta(days=1)
    close_case(by=bea, case=Case.objects.get(id=council.cases["Taz"].id), closed_on=yesterday, reason="RC7")
    reopen_case(by=bea, case=Case.objects.get(id=council.cases["Taz"].id))
    assert held(council, "Cyd") == {"Taz"}


def test_a_case_does_not_close_over_an_open_plan(council: Council) -> None:
    start_protection_plan(by=council.as_system(), case=council.cases["Taz"], started_on=today(), initial_category="NEG")
    with pytest.raises(Refused, match="child protection plan"):
        close_case(by=council.acting("Bea"), case=council.cases["Taz"], closed_on=today(), reason="RC7")
