"""The rounds: each page of the floor and of the product in turn, at 1 and at 8 clients, several times over."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from alongside.config import places
from tests.bench.looking import Seen, bare_sql
from tests.bench.pages import Cast, Page
from tests.bench.serving import Server
from tests.bench.signing_in import asks

CLIENTS = (1, 8)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long one cell of one round is asked: for `seconds`, until `least` answers, never more than `most`."""

    rounds: int = 3
    seconds: float = 2.5
    least: int = 60
    most: int = 1500


@dataclass(slots=True)
class Cell:
    """What was measured of a page at a number of clients: milliseconds and answers a second, one of each a round.

    `worked` is the server's own processor time for an answer; the database's is not in it.
    """

    worked: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    per_second: list[float] = field(default_factory=list)

    def add(self, ms: list[float], seconds: float, worked: float) -> None:
        ordered = sorted(ms)
        self.p50.append(median(ordered))
        self.p95.append(ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))])
        self.per_second.append(len(ms) / seconds)
        self.worked.append(worked / len(ms))


@dataclass(slots=True)
class Measured:
    """All cells of one page: ours and the floor's by clients, and the bare SQL."""

    page: Page
    seen: Seen
    ours: dict[int, Cell] = field(default_factory=lambda: {number: Cell() for number in CLIENTS})
    floor: dict[int, Cell] = field(default_factory=lambda: {number: Cell() for number in CLIENTS})
    sql: list[float] = field(default_factory=list)


def measure(pages: dict[Page, Seen], cast: Cast, servers: tuple[Server, Server], pace: Pace) -> Iterator[Measured]:
    """Every page, every round. `servers`: the product's, the floor's."""
    found = {page: Measured(page, seen) for page, seen in pages.items()}
    timed = [page for page in pages if page.timed]
    ours = {page: asks(page, cast, servers[0].port) for page in timed}
    floors = {page: asks(page, cast, servers[1].port, floor=True) for page in timed}
    for turn in range(pace.rounds):
        for page in timed:
            found[page].sql.append(median(bare_sql(found[page].seen)))
            for clients in CLIENTS:
                for cell, asked, server in (
                    (found[page].floor[clients], floors[page], servers[1]),
                    (found[page].ours[clients], ours[page], servers[0]),
                ):
                    cell.add(*_ask(page, asked, server, clients, pace))
            print(f"  round {turn + 1}, {page.name} of {page.size}", file=sys.stderr, flush=True)
    for page in pages:
        if not page.timed:
            found[page].sql.append(median(bare_sql(found[page].seen)))
    yield from found.values()


def _ask(
    page: Page, asked: list[dict[str, str]], server: Server, clients: int, pace: Pace
) -> tuple[list[float], float, float]:
    """(milliseconds of each answer, seconds in all, the server's processor time in milliseconds)."""
    plan: dict[str, Any] = {
        "port": server.port, "clients": clients, "least": pace.least, "most": pace.most, "seconds": pace.seconds,
        "wants": "?saved=yes" if page.saves else "HTTP/1.1 200", "asks": asked,
    }  # fmt: skip
    _run({**plan, "clients": 2, "least": 8, "most": 8, "seconds": 0})  # to warm it
    before = server.worked()
    done = _run(plan)
    return done["ms"], done["seconds"], server.worked() - before


def _run(plan: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.asking"]
    done = subprocess.run(command, input=json.dumps(plan), capture_output=True, text=True, cwd=places.ROOT, check=True)
    said: dict[str, Any] = json.loads(done.stdout)
    if said["faults"]:
        raise RuntimeError(f"A page did not answer as it should: {said['faults'][0]}")
    return said
