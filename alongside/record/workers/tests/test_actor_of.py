"""Whom a signed-in account acts as: the roles held today, and the teams that go with them."""

from datetime import timedelta
from typing import Any

from alongside.platform.access.models import Account
from alongside.platform.common.clock import today
from alongside.record.workers.models import RoleHeld, Worker
from alongside.record.workers.selectors import actor_of

DAY = timedelta(days=1)


def account(name: str) -> Account:
    return Account.objects.get(email=f"{name.lower()}@eastmere.example")


def test_a_worker_holds_for_themselves(council: Any) -> None:
    amal = actor_of(account("Amal"))
    worker = council.workers["Amal"].subject_id
    assert (amal.roles, amal.holders, amal.teams) == (frozenset({"social_worker"}), (worker,), ())
    assert (amal.name, amal.worker_id, amal.org) == ("Amal Okafor", worker, council.system.org)


def test_a_manager_holds_their_team_and_a_service_manager_every_team(council: Any) -> None:
    assert actor_of(account("Bea")).teams == (council.team.id,)
    assert actor_of(account("Sol")).teams == (council.team.id,)


def test_two_roles_and_none_that_ended_or_has_not_begun(council: Any) -> None:
    cyd = council.workers["Cyd"]
    for role, since, until in (
        ("key_worker", today(), None),
        ("family_worker", today() - 9 * DAY, today()),
        ("team_manager", today() + DAY, None),
    ):
        RoleHeld.objects.create(org=cyd.org, worker=cyd, role=role, since=since, until=until)
    assert actor_of(account("Cyd")).roles == frozenset({"social_worker", "key_worker"})


def test_who_has_left_or_has_no_worker_holds_nothing(council: Any) -> None:
    Worker.objects.filter(pk=council.workers["Cyd"].pk).update(left_on=today())
    cyd = actor_of(account("Cyd"))
    assert (cyd.roles, cyd.holders, cyd.worker_id) == (frozenset(), (), None)


def test_a_worker_without_a_role_still_acts_as_themselves(council: Any) -> None:
    RoleHeld.objects.filter(worker=council.workers["Cyd"]).delete()
    cyd = actor_of(account("Cyd"))
    assert (cyd.roles, cyd.holders) == (frozenset(), (council.workers["Cyd"].subject_id,))
