"""The worker and the team that a row names: found by e-mail address or name, made only when asked to be."""

from contextlib import suppress
from typing import Any

from alongside.entrances.imports.taking_in.job import Job
from alongside.entrances.imports.taking_in.people.looking import open_case
from alongside.platform.common.errors import PlainError
from alongside.record.casework.actions import allocate_case, move_case
from alongside.record.casework.choices import LEAD, ROLES_ON_A_CASE
from alongside.record.casework.selectors import holders_of
from alongside.record.workers.actions import add_hub, add_team, add_worker, find_worker, give_role, open_account
from alongside.record.workers.selectors import hubs, team_for_new_children, teams, workers

Doubts = list[tuple[str, str]]
ROLE_WORDS = {words.casefold(): key for key, words in ROLES_ON_A_CASE.items()} | {key: key for key in ROLES_ON_A_CASE}


NO_CASE = "The child has no open case here, so the worker and team of this row were not taken in."


def _unknown(said: dict[str, Any]) -> str:
    if "@" in said["worker"]:
        named = f" (the file calls them {said['worker_name']})" if said.get("worker_name") else ""
        return (
            f"There is no worker with the e-mail address {said['worker']} here{named}. Nobody is given a child by name "
            "where an address is written. Put the address right or add them, then bring the same file in again."
        )
    named = said.get("worker_name") or said["worker"]
    return f"There is no worker “{named}” here, or more than one. Add them, then bring the same file in again."


class Workplace:
    """Workers and teams of the council, fetched once a lot."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.teams = {team.name.casefold(): team for team in teams(job.by)}
        self.workers = {worker.pk: worker for worker in workers(job.by)}

    def team(self, name: str) -> Any:
        found = self.teams.get(name.strip().casefold())
        if found is None and self.job.add_workers:
            hub = next(iter(hubs(self.job.by)), None) or add_hub(by=self.job.by, name=name)
            found = self.teams[name.strip().casefold()] = add_team(by=self.job.by, hub=hub, name=name[:120])
        return found

    def known(self, said: dict[str, Any]) -> Any:
        """The worker meant, or None. One with an e-mail address is found by it alone: namesakes are two people."""
        key = find_worker(by=self.job.by, name_or_email=str(said.get("worker", "")))
        if key is not None and key not in self.workers:
            self.workers = {worker.pk: worker for worker in workers(self.job.by)}
        return self.workers.get(key) if key else None

    def holder(self, said: dict[str, Any]) -> str:
        """Who is meant, in words, so that a namesake is seen before the file is brought in. "" for nobody known."""
        if not said.get("worker"):
            return ""
        worker = self.known(said)
        if worker is None:
            return f"{said.get('worker_name') or said['worker']}, who is added" if self.job.add_workers else ""
        where = ", ".join(filter(None, (worker.email, worker.team.name if worker.team else "")))
        return f"{worker.name} ({where})" if where else worker.name

    def worker(self, said: dict[str, Any], role: str, team: Any) -> Any:
        found = self.known(said)
        return self._add(said, role, team) if found is None and self.job.add_workers else found

    def _add(self, said: dict[str, Any], role: str, team: Any) -> Any:
        """One with an e-mail address chooses a password through “Forgotten your password?”."""
        wanted = str(said["worker"])
        name = said.get("worker_name") or wanted.partition("@")[0].replace(".", " ").title()
        worker = add_worker(
            by=self.job.by, name=name[:200], email=wanted if "@" in wanted else "",
            team=team or team_for_new_children(self.job.by),
        )  # fmt: skip
        give_role(by=self.job.by, worker=worker, role=role)
        with suppress(PlainError):  # no address, or one in use: the council’s page says who cannot sign in
            open_account(by=self.job.by, worker=worker)
        self.workers[worker.pk] = worker
        return worker

    def foresee(self, person: Any, said: dict[str, Any]) -> Doubts:
        """What could not be done, said before anything is."""
        if open_case(self.job.by, person) is None:
            return [("worker", NO_CASE)]
        doubts: Doubts = []
        if said.get("team") and not self.job.add_workers and self.team(said["team"]) is None:
            doubts.append(("team", f"There is no team “{said['team']}” here."))
        if said.get("worker") and not self.job.add_workers and self.known(said) is None:
            doubts.append(("worker", _unknown(said)))
        return doubts

    def take_in(self, person: Any, said: dict[str, Any]) -> Doubts:
        """Give the child's open case to the team and worker named. Returns (field, why) of what could not be done."""
        case = open_case(self.job.by, person)
        if case is None:
            return [("worker", NO_CASE)]
        doubts: Doubts = []
        team = self.team(said["team"]) if said.get("team") else None
        if said.get("team") and team is None:
            doubts.append(("team", f"There is no team “{said['team']}” here. The child stays with {case.team.name}."))
        if team is not None and team.id != case.team_id:
            move_case(by=self.job.by, case=case, team=team)
        if said.get("worker"):
            doubts += self._allocate(person, case, said, team or case.team)
        return doubts

    def _allocate(self, person: Any, case: Any, said: dict[str, Any], team: Any) -> Doubts:
        doubts: Doubts = []
        role = ROLE_WORDS.get(str(said.get("worker_role", LEAD)).strip().casefold())
        if role is None:
            doubts.append(
                ("worker_role", f"“{said['worker_role']}” is not a role on a case. {ROLES_ON_A_CASE[LEAD]} was taken.")
            )
            role = LEAD
        try:
            worker = self.worker(said, role, team)
        except PlainError as fault:  # one who has left has this address
            return [*doubts, ("worker", f"The worker was not added. {fault}")]
        if worker is None:
            doubts.append(("worker", _unknown(said)))
            return doubts
        now = next(
            (each for each in holders_of(self.job.by, [person.pk]) if each.case_id == case.id and each.role == role),
            None,
        )
        if now is not None and now.worker_id == worker.pk:
            return doubts
        try:
            allocate_case(
                by=self.job.by, case=case, worker=worker, reason="imported", role=role, source=self.job.source,
                instead_of=now.id if now else None,
            )  # fmt: skip
        except PlainError as fault:
            doubts.append(("worker", f"The worker was not given the child. {fault}"))
        return doubts
