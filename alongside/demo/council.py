"""Eastmere's hubs, teams and people. Names are made up; a name does not tell what anyone does."""

from dataclasses import dataclass
from typing import Any

from alongside.demo import PASSWORD
from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.record.organisations.actions import set_up_council
from alongside.record.workers import actions

HUBS = {
    "Marsh Hub": ("Marsh pod", "Larkfield pod", "Seaview House"),
    "Harbour Hub": ("Harbour pod", "Tidewater pod", "Larkfield House"),
}
# (name, job title, team, roles)
PEOPLE = (
    ("Helen Marsh", "Service manager", "", ("service_manager",)),
    ("Dara Wynn", "Data manager", "", ("data_steward",)),
    ("Ade Obi", "Systems administrator", "", ("administrator",)),
    ("Hugh Castellan", "Conference chair", "", ("conference_chair",)),
    ("Bea Lindholm", "Team manager", "Marsh pod", ("team_manager",)),
    ("Priya Nandakumar", "Social worker", "Marsh pod", ("social_worker",)),
    ("Amal Rahman", "Key worker", "Marsh pod", ("key_worker",)),
    ("Grace Oyelaran", "Family worker", "Marsh pod", ("family_worker",)),
    ("Tom Ibekwe", "Social worker", "Marsh pod", ("social_worker",)),
    ("Ewan Strathie", "Team manager", "Larkfield pod", ("team_manager",)),
    ("Nell Whitby", "Social worker", "Larkfield pod", ("social_worker",)),
    ("Marcus Thiel", "Social worker", "Larkfield pod", ("social_worker",)),
    ("Ruth Adebayo", "Team manager", "Harbour pod", ("team_manager",)),
    ("Sana Qureshi", "Social worker", "Harbour pod", ("social_worker",)),
    ("Cyd Farrow", "Social worker", "Harbour pod", ("social_worker",)),
    ("Ines Carvalho", "Team manager", "Tidewater pod", ("team_manager",)),
    ("Joe Pembury", "Social worker", "Tidewater pod", ("social_worker",)),
    ("Lena Kovacs", "Social worker", "Tidewater pod", ("social_worker",)),
    ("Dawn Pryce", "Registered manager", "Seaview House", ("team_manager",)),
    ("Sami Haddad", "Key worker", "Seaview House", ("key_worker",)),
    ("Gwen Parry", "Registered manager", "Larkfield House", ("team_manager",)),
    ("Theo Mensah", "Key worker", "Larkfield House", ("key_worker",)),
)
FIELD_TEAMS = ("Marsh pod", "Larkfield pod", "Harbour pod", "Tidewater pod")


@dataclass
class Eastmere:
    """What the stories need: teams by name, and of each worker the record and an actor who writes in their name."""

    system: Actor
    teams: dict[str, Any]
    workers: dict[str, Any]
    actors: dict[str, Actor]

    def social_workers(self, team: str) -> list[str]:
        """Who of this team holds children as a social worker."""
        return [name for name, _, where, roles in PEOPLE if where == team and "social_worker" in roles]

    def manager(self, team: str) -> str:
        """Who manages the team."""
        return next(name for name, _, where, roles in PEOPLE if where == team and "team_manager" in roles)


def make_council() -> Eastmere:
    """Set up Eastmere in an empty database."""
    council = set_up_council(name="Eastmere Council", code="")  # made up, so no number: any sample file may be tried
    system = Actor(org=council.org, name="Eastmere’s old system", is_system=True)
    identify(system)
    teams: dict[str, Any] = {}
    for hub_name, names in HUBS.items():
        hub = actions.add_hub(by=system, name=hub_name)
        for name in names:
            teams[name] = actions.add_team(by=system, hub=hub, name=name, takes_new=name == "Marsh pod")
    made = Eastmere(system, teams, {}, {})
    for name, title, team, roles in PEOPLE:
        _add(made, name, title, team, roles)
    return made


def _add(made: Eastmere, name: str, title: str, team: str, roles: tuple[str, ...]) -> None:
    email = f"{name.split()[0].lower()}@eastmere.example"
    where = made.teams.get(team)
    worker = actions.add_worker(by=made.system, name=name, email=email, job_title=title, team=where)
    for role in roles:
        actions.give_role(by=made.system, worker=worker, role=role, team=where if role == "team_manager" else None)
    account = actions.open_account(by=made.system, worker=worker, password=PASSWORD)
    made.workers[name] = worker
    made.actors[name] = Actor(
        org=made.system.org, name=name, account_id=account.id, worker_id=worker.subject_id, roles=frozenset(roles),
        is_system=True,
    )  # fmt: skip
