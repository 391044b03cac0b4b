"""Whose a due item is, found when it is read, so that giving a child to another worker recomputes nothing.

A role on the case; with no holder the team's manager, then the service manager: never no one (P-08).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.roles import ROLES
from alongside.record.casework.selectors import holders_of, open_cases
from alongside.record.timescales.models import DueItem
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
        wanted = set(subjects)
        self.user = user
        self.cases = {case.id: case for case in open_cases(user, wanted)}
        self.latest = {case.person_id: case for case in self.cases.values()}
        self.allocations = list(holders_of(user, wanted))
        self.holders = {(each.case_id, each.role): each.worker for each in self.allocations}

    @cached_property
    def managers(self) -> dict[UUID, list[str]]:
        """Asked only when something is a manager's to do, or nobody holds the child."""
        return managers_by_team(self.user, {case.team_id for case in self.cases.values()})

    def of(self, item: DueItem) -> Owner:
        """Who owes this item today."""
        case = (self.cases.get(item.case) if item.case else None) or self.latest.get(item.subject_id)
        if case is None:
            return Owner("No open case", mine=False, stands_in=True)
        holder = self.holders.get((case.id, item.owed_by))
        if holder:
            return Owner(holder.name, mine=holder.pk == self.user.worker_id)
        direct = ROLES.get(item.owed_by)
        names = self.managers.get(case.team_id, [])
        return Owner(
            " or ".join(names) or "Nobody: this is a fault, tell your administrator",
            mine=case.team_id in self.user.teams,
            stands_in=bool(direct and direct.direct),
        )
