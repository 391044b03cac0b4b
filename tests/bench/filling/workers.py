"""The council, its hubs, teams and workers, each worker with an account that can be signed in."""

from dataclasses import dataclass, field
from itertools import count
from uuid import UUID

from alongside.platform.access.models import Account
from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Subject
from alongside.record.organisations.models import Organisation
from alongside.record.workers.models import Hub, RoleHeld, Team
from alongside.record.workers.models import Worker as WorkerRow
from tests.bench.filling.copying import Row

IN_A_TEAM = 20


@dataclass(slots=True)
class Worker:
    name: str
    email: str
    role: str
    team: UUID
    what_for: str = ""
    holds: int = 0
    id: UUID = field(default_factory=new_id)
    account: UUID = field(default_factory=new_id)


@dataclass(slots=True)
class Council:
    """The rows of the council by model, and the workers who hold children."""

    org: UUID
    workers: list[Worker]
    rows: dict[type, list[Row]]


def make_council(wanted: list[tuple[str, int]]) -> Council:
    """Teams of twenty, a manager each, five teams a hub."""
    org, hubs, teams, people = new_id(), [], [], []
    for number, (what_for, holds) in enumerate(wanted):
        if number % (IN_A_TEAM * 5) == 0:
            hubs.append({"id": new_id(), "org": org, "name": f"Hub {len(hubs) + 1}"})
        if number % IN_A_TEAM == 0:
            teams.append({"id": new_id(), "org": org, "hub_id": hubs[-1]["id"], "name": f"Team {len(teams) + 1}"})
            name, email = f"Manager {len(teams)} Hart", f"m{len(teams)}@bench.example"
            people.append(Worker(name, email, "team_manager", teams[-1]["id"]))
        name = f"Worker {number} Okafor"
        people.append(Worker(name, f"w{number}@bench.example", "social_worker", teams[-1]["id"], what_for, holds))
    rows = {Hub: hubs, Team: teams} | _people(org, people)
    rows[Subject].append({"id": org, "org": org, "kind": "organisation"})
    rows[Organisation] = [{"subject_id": org, "org": org, "kind": "council", "name": "Bench Council", "code": "899"}]
    return Council(org, [each for each in people if each.holds], rows)


def _people(org: UUID, people: list[Worker]) -> dict[type, list[Row]]:
    numbers = count()
    return {
        Subject: [{"id": each.id, "org": org, "kind": "worker"} for each in people],
        Account: [
            {"id": each.account, "org": org, "email": each.email, "name": each.name, "password": f"!{next(numbers)}"}
            for each in people
        ],
        WorkerRow: [
            {"subject_id": each.id, "org": org, "account_id": each.account, "name": each.name, "email": each.email,
             "team_id": each.team}
            for each in people
        ],
        RoleHeld: [
            {"org": org, "worker_id": each.id, "role": each.role,
             "team_id": each.team if each.role == "team_manager" else None}
            for each in people
        ],
    }  # fmt: skip
