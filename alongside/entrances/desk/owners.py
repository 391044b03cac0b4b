"""Whose a due item is, found when it is read, so that giving a child to another worker recomputes nothing.

A role on the case; with no holder the team's manager, then the service manager: never no one (P-08).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.roles import ROLES
from alongside.record.casework.models import Case
from alongside.record.casework.selectors import holders_of, open_cases
from alongside.record.timescales.models import DueItem
from alongside.record.workers.models import Worker
from alongside.record.workers.selectors import managers_by_team


@dataclass(frozen=True, slots=True)
class Owner:
    """`name` as shown; `mine`: the reader's to do; `stands_in`: it fell to a manager for want of a holder."""

    name: str
    mine: bool
    stands_in: bool = False


class Owners:
    """Owners of all items of some children, in three queries at most, however many there are.

    `allocations` is who holds these children, for a page that shows that too.
    """

    def __init__(self, user: Actor, subjects: Iterable[UUID]) -> None:
        self.user = user
        self.wanted = set(subjects)
        self.allocations = list(holders_of(user, self.wanted))
        self.holders = {(each.case_id, each.role): each.worker for each in self.allocations}

    @cached_property
    def cases(self) -> dict[UUID, Case]:
        """The open cases by id, the latest last. Asked only when an item's own case has no holder of its role."""
        return {case.id: case for case in open_cases(self.user, self.wanted)}

    @cached_property
    def latest(self) -> dict[UUID, Case]:
        """The latest open case of each child."""
        return {case.person_id: case for case in self.cases.values()}

    @cached_property
    def managers(self) -> dict[UUID, list[str]]:
        """Asked only when something is a manager's to do, or nobody holds the child."""
        return managers_by_team(self.user, {case.team_id for case in self.cases.values()})

    def of(self, item: DueItem) -> Owner:
        """Who owes this item today. A closed case has no holder: closing it ended who held it."""
        if item.case and (holder := self.holders.get((item.case, item.owed_by))):
            return self._held(holder)
        case = (self.cases.get(item.case) if item.case else None) or self.latest.get(item.subject_id)
        if case is None:
            return Owner("No open case", mine=False, stands_in=True)
        holder = self.holders.get((case.id, item.owed_by))
        if holder:
            return self._held(holder)
        direct = ROLES.get(item.owed_by)
        names = self.managers.get(case.team_id, [])
        return Owner(
            " or ".join(names) or "Nobody: this is a fault, tell your administrator",
            mine=case.team_id in self.user.teams,
            stands_in=bool(direct and direct.direct),
        )

    def _held(self, holder: Worker) -> Owner:
        return Owner(holder.name, mine=holder.pk == self.user.worker_id)
