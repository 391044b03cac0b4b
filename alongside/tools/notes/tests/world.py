"""A small council for these tests: Amal works with Taz and Reuben, brother and sister; Cyd sits in the same office."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.common.clock import today
from alongside.record.casework.actions import allocate_case, open_case
from alongside.record.organisations.actions import set_up_council
from alongside.record.people.actions import add_household, live_at, live_in, register_person, relate
from alongside.record.timescales.actions import About, NewEvent, writing
from alongside.record.workers.actions import add_hub, add_team, add_worker, give_role, open_account
from alongside.record.workers.selectors import actor_of

LONG_AGO = today() - timedelta(days=30)


@dataclass
class World:
    system: Actor
    workers: dict[str, Any]
    children: dict[str, Any]
    team: Any

    def acting(self, name: str) -> Actor:
        """Work as this person from here on, under their row security."""
        identify(self.system)
        actor = actor_of(self.workers[name].account)
        identify(actor)
        return actor

    def as_system(self) -> Actor:
        identify(self.system)
        return self.system


def a_worker(system: Actor, name: str, role: str, team: Any) -> Any:
    email = f"{name.lower()}@eastmere.example"
    worker = add_worker(by=system, name=f"{name} Rahman", email=email, team=team)
    give_role(by=system, worker=worker, role=role, team=team if role == "team_manager" else None)
    open_account(by=system, worker=worker, password="a long enough password")
    return worker


def a_child(system: Actor, name: str, born: date, home: Any, ref: str) -> Any:
    """`name` as "Taz Marlow"; "" for a child whose name is not known."""
    given, _, family = name.partition(" ")
    child = register_person(
        by=system, is_child=True, given_names=given, family_name=family, born_on=born, lea="201", council_ref=ref
    )
    live_in(by=system, person=child, household=home)
    return child


def on_a_plan(system: Actor, child: Any, since: date = LONG_AGO) -> None:
    """A child protection plan: its visits by a social worker fall due."""
    with writing(system) as w:
        about = (About(subject=child.pk),)
        area = "practice.safeguarding"
        event = w.event(NewEvent(kind="protection_plan.started", happened=since, about=about, area=area))
        w.start_episode("protection_plan", child.pk, since, event)


def held_by(world_or_system: Actor, child: Any, worker: Any, team: Any, role: str) -> None:
    case = open_case(by=world_or_system, person=child, team=team, line="social_work", opened_on=LONG_AGO)
    allocate_case(by=world_or_system, case=case, worker=worker, reason="has_room", role=role, started_on=LONG_AGO)


@pytest.fixture
def world(db: None) -> World:
    """Amal, a social worker, holds Taz and Reuben; Kit, a key worker, holds Taz; Cyd holds neither."""
    return make_world()


def make_world() -> World:
    """The same, inside the caller's transaction."""
    council = set_up_council(name="Eastmere", code="201")
    system = Actor(org=council.org, name="Setting up", is_system=True)
    identify(system)
    team = add_team(by=system, hub=add_hub(by=system, name="North"), name="Harbour")
    roles = {"Amal": "social_worker", "Kit": "key_worker", "Cyd": "social_worker", "Bea": "team_manager"}
    workers = {name: a_worker(system, name, role, team) for name, role in roles.items()}
    home = add_household(by=system, name="Harbour View")
    live_at(by=system, household=home, lines="3 Harbour View", postcode="EM1 1AA")
    children = {
        "Taz": a_child(system, "Taz Marlow", date(2012, 5, 3), home, "E-1"),
        "Reuben": a_child(system, "Reuben Marlow", date(2017, 2, 1), home, "E-2"),
    }
    gran = register_person(by=system, is_child=False, given_names="Rosemary", family_name="Marlow")
    for child in children.values():
        relate(by=system, person=child, other=gran, kind="grandparent", parental_responsibility=False)
        held_by(system, child, workers["Amal"], team, "social_worker")
        on_a_plan(system, child)
    _also_by_kit(system, children["Taz"], workers["Kit"])
    return World(system, workers, children, team)


def _also_by_kit(system: Actor, child: Any, kit: Any) -> None:
    from alongside.record.casework.selectors import cases_of

    case = cases_of(system, child.pk).get()
    allocate_case(by=system, case=case, worker=kit, reason="has_room", role="key_worker", started_on=LONG_AGO)
