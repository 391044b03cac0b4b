"""A small council for these tests: Amal holds the child, Bea manages the team, Cyd sits beside them, Fay is a family
worker who also holds the child."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.common.clock import today
from alongside.platform.common.ids import new_id
from alongside.record.casework.actions import allocate_case, open_case
from alongside.record.people.actions import register_person
from alongside.record.timescales.selectors import every_item, unmet
from alongside.record.workers.actions import add_hub, add_team, add_worker, give_role, open_account
from alongside.record.workers.selectors import actor_of

PASSWORD = "a long enough password"


@dataclass
class World:
    system: Actor
    team: Any
    person: Any
    case: Any
    actors: dict[str, Actor]
    accounts: dict[str, Any]

    @property
    def amal(self) -> Actor:
        return self.actors["Amal"]

    @property
    def bea(self) -> Actor:
        return self.actors["Bea"]

    @property
    def cyd(self) -> Actor:
        return self.actors["Cyd"]

    @property
    def fay(self) -> Actor:
        return self.actors["Fay"]

    @property
    def child(self) -> UUID:
        return self.person.pk

    @property
    def address(self) -> str:
        return f"/children/{self.person.subject.public_id}/"

    def due(self, rule: str) -> list[str]:
        """How each item of this rule ended, in the order of their dates."""
        items = [item for item in every_item(self.system, [self.child]) if item.rule == rule]
        return [item.status for item in sorted(items, key=lambda item: (item.due_on or date.max, item.step))]

    def due_on(self, rule: str) -> list[date]:
        """When the unmet items of this rule are due."""
        return [item.due_on for item in unmet(self.system, [self.child]) if item.rule == rule]


def days_ago(days: int) -> date:
    return today() - timedelta(days=days)


def make_world(opened_on: date | None = None) -> World:
    """Made by the actions, as the system; nothing is due yet but what a case alone would bring."""
    system = Actor(org=new_id(), name="Test", is_system=True)
    identify(system)
    hub = add_hub(by=system, name="North")
    team = add_team(by=system, hub=hub, name="Harbour")
    accounts, workers = {}, {}
    for name, role in (
        ("Amal", "social_worker"),
        ("Bea", "team_manager"),
        ("Cyd", "social_worker"),
        ("Fay", "family_worker"),
    ):
        email = f"{name.lower()}.{system.org.hex[:12]}@eastmere.example"
        workers[name] = add_worker(by=system, name=name, email=email, team=team)
        give_role(by=system, worker=workers[name], role=role, team=team if role == "team_manager" else None)
        accounts[name] = open_account(by=system, worker=workers[name], password=PASSWORD)
    person = register_person(
        by=system, is_child=True, given_names="Taz", family_name="Marlow", born_on=date(2014, 3, 2), sex="F"
    )
    case = open_case(by=system, person=person, team=team, line="social_work", opened_on=opened_on or days_ago(100))
    allocate_case(by=system, case=case, worker=workers["Amal"], reason="has_room")
    allocate_case(by=system, case=case, worker=workers["Fay"], reason="has_room", role="family_worker")
    actors = {name: actor_of(account) for name, account in accounts.items()}
    return World(system, team, person, case, actors, accounts)
