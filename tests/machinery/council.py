"""The standing people of every test, in a small council of their own.

Amal is a social worker and holds Taz and Reuben, brother and sister. Bea manages their team, Harbour. Cyd sits in the
same office and holds neither. Dov works for another council. Dara brings files in, Ade sets up workers, Sol answers
for the whole service. Isla waits: her case is open and nobody holds her.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.access.models import Account
from alongside.platform.common.clock import today
from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Subject
from alongside.record.casework.actions import allocate_case, open_case
from alongside.record.organisations.actions import set_up_council
from alongside.record.people.actions import add_household, live_in, register_person
from alongside.record.workers.actions import add_hub, add_team, add_worker, give_role, open_account
from alongside.record.workers.models import RoleHeld, Worker
from alongside.record.workers.selectors import actor_of

PASSWORD = "a long enough password"
BEGAN = timedelta(days=30)
ROLES = {
    "Amal": "social_worker",
    "Cyd": "social_worker",
    "Bea": "team_manager",
    "Sol": "service_manager",
    "Dara": "data_steward",
    "Ade": "administrator",
}


@dataclass
class Council:
    """`system` writes for the council; `workers`, `children` and `cases` by first name."""

    system: Actor
    team: Any
    workers: dict[str, Worker] = field(default_factory=dict)
    children: dict[str, Any] = field(default_factory=dict)
    cases: dict[str, Any] = field(default_factory=dict)

    def acting(self, name: str) -> Actor:
        """Work as this person from here on, under their own row security."""
        identify(self.system)
        actor = actor_of(Account.objects.get(email=f"{name.lower()}@eastmere.example"))
        identify(actor)
        return actor

    def as_system(self) -> Actor:
        """Work for the council from here on."""
        identify(self.system)
        return self.system

    def browser(self, name: str) -> Client:
        """A browser in which this person is signed in."""
        client = Client()
        client.force_login(Account.objects.get(email=f"{name.lower()}@eastmere.example"))
        return client

    def path(self, child: str, rest: str = "") -> str:
        """The address of a child's page."""
        return f"/children/{self.children[child].subject.public_id}/{rest}"


@pytest.fixture
def council(db: None) -> Council:
    """The small council, made anew for each test."""
    return make_council()


def make_council() -> Council:
    """Everyone, and what stands between them and the children."""
    made = set_up_council(name="Eastmere Council", code="201")
    system = Actor(org=made.org, name="Setting up", is_system=True)
    identify(system)
    team = add_team(by=system, hub=add_hub(by=system, name="Marsh Hub"), name="Harbour", takes_new=True)
    council = Council(system, team)
    for name, role in ROLES.items():
        council.workers[name] = _worker(system, name, role, team)
    home = add_household(by=system, name="Marlow")
    for name, born, house in (
        ("Taz", date(2012, 5, 3), home),
        ("Reuben", date(2017, 2, 1), home),
        ("Isla", date(2018, 9, 9), None),
    ):
        _child(council, name, born, house)
    for name in ("Taz", "Reuben"):
        allocate_case(
            by=system,
            case=council.cases[name],
            worker=council.workers["Amal"],
            reason="has_room",
            started_on=today() - BEGAN,
        )
    _elsewhere()
    identify(system)
    return council


def _worker(system: Actor, name: str, role: str, team: Any) -> Worker:
    worker = add_worker(by=system, name=f"{name} Okafor", email=f"{name.lower()}@eastmere.example", team=team)
    give_role(by=system, worker=worker, role=role, team=team if role == "team_manager" else None)
    open_account(by=system, worker=worker, password=PASSWORD)
    return worker


def _child(council: Council, name: str, born: date, home: Any) -> None:
    system = council.system
    child = register_person(
        by=system,
        is_child=True,
        given_names=name,
        family_name="Marlow",
        born_on=born,
        lea="201",
        council_ref=f"E-{name}",
    )
    if home:
        live_in(by=system, person=child, household=home)
    council.children[name] = child
    council.cases[name] = open_case(
        by=system, person=child, team=council.team, line="social_work", opened_on=today() - BEGAN
    )


def _elsewhere() -> None:
    """Dov, a social worker of another council on the same database."""
    other = new_id()
    identify(Actor(org=other, name="Another council", is_system=True))
    Subject.objects.create(id=other, kind=Subject.Kind.ORGANISATION, org=other)
    account = Account.objects.create_user("dov@eastmere.example", PASSWORD, org=other, name="Dov Hart")
    subject = Subject.objects.create(kind=Subject.Kind.WORKER, org=other)
    worker = Worker.objects.create(subject=subject, org=other, name="Dov Hart", email=account.email, account=account)
    RoleHeld.objects.create(org=other, worker=worker, role="social_worker")
