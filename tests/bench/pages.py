"""Which pages are measured, with whom signed in, and the bar each must meet (issue 2, "What it must show")."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Cast = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """What a page must keep to. `times` the floor, at the median; bytes of its HTML plain, and as sent."""

    queries: int = 15
    times: float = 4
    plain: int = 60_000
    sent: int = 60_000
    spread: float = 2  # p95 / p50 at 8 clients


@dataclass(frozen=True, slots=True)
class Page:
    """`who`: the group of the cast whose workers open it. No bar: measured to see that queries do not grow."""

    name: str
    size: int
    who: str
    bar: Bar | None = None
    timed: bool = True

    @property
    def saves(self) -> bool:
        return self.name == "save a visit"

    def visits(self, cast: Cast, *, floor: bool = False) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """(worker, the children the page is about) of each address that is asked for in turn."""
        for worker in cast["floor" if floor and self.saves else self.who]:
            yield from ((worker, each) for each in self._children(worker["children"]))

    def _children(self, held: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        if self.name == "save a visit":
            return [list(pair) for pair in pairwise(held) if pair[0]["family"] == pair[1]["family"]]
        if self.name in ("my day", "caseload"):
            return [[]]
        if self.size == 20:
            return [[child] for child in held if child["entries"] >= 24]
        return [[held[0]]]

    def address(self, children: list[dict[str, Any]]) -> str:
        if not children:
            return "/children/" if self.name == "caseload" else "/"
        rest = {"chronology": "chronology/", "save a visit": "visit/"}.get(self.name, "")
        return f"/children/{children[0]['public_id']}/{rest}"


PAGES = (
    Page("my day", 25, "caseload", Bar()),
    Page("my day", 5, "few"),
    Page("caseload", 25, "caseload", Bar()),
    Page("caseload", 5, "few"),
    Page("caseload", 500, "many", timed=False),
    Page("child", 20, "caseload", Bar(queries=20)),
    Page("child", 5, "few", timed=False),
    Page("chronology", 500, "long", Bar(times=1.5, plain=400_000)),
    Page("chronology", 5, "few", timed=False),
    Page("save a visit", 2, "saving", Bar(queries=25, times=6)),
)
