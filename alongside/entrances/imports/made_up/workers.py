"""Who holds the made-up children."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from .names import WORKER_SURNAMES, WORKERS

CHILDREN_EACH = 16
WORKERS_IN_A_TEAM = 6


@dataclass(frozen=True, slots=True)
class MadeUpWorker:
    name: str
    email: str
    team: str
    role: str = "Social worker"


def usual_workers(open_children: int) -> tuple[MadeUpWorker, ...]:
    """About one for every sixteen open children, in teams of six."""
    count = max(2, round(open_children / CHILDREN_EACH))
    return tuple(usual_worker(number) for number in range(count))


def usual_worker(number: int) -> MadeUpWorker:
    name = worker_name(number)
    word = name.lower().replace(" ", ".")
    return MadeUpWorker(name, f"{word}@eastmere.example", f"Team {number // WORKERS_IN_A_TEAM + 1}")


def worker_name(number: int) -> str:
    """Twenty-four full names; beyond them first names with other surnames; beyond those, a number too."""
    turn, place = divmod(number, len(WORKERS))
    if turn == 0:
        return WORKERS[place]
    first = WORKERS[place].split()[0]
    again, surname = divmod(turn - 1, len(WORKER_SURNAMES))
    name = f"{first} {WORKER_SURNAMES[surname]}"
    return f"{name}-{WORKER_SURNAMES[again % len(WORKER_SURNAMES)]}" if again else name


class Caseloads:
    """Gives each family to whoever holds fewest children; the first families wait for a manager."""

    def __init__(self, workers: Iterable[MadeUpWorker], waiting: int) -> None:
        self.held = [(0, place, worker) for place, worker in enumerate(workers)]
        if not self.held:
            raise ValueError("There must be at least one worker.")
        self.first_team = self.held[0][2].team
        self.waiting = waiting

    def give(self, children: int) -> tuple[MadeUpWorker | None, str]:
        """The worker (None while families still wait) and the team."""
        if self.waiting > 0:
            self.waiting -= children
            return None, self.first_team
        held, place, worker = heapq.heappop(self.held)
        heapq.heappush(self.held, (held + children, place, worker))
        return worker, worker.team
