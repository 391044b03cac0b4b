"""What the processes of one import need to know, and what they count. Light: nothing here asks for the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from alongside.platform.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Job:
    """One run, as its writers see it. `again` is a run that was stopped: what it has done is not done twice.

    `source` marks what is written ("census:2026"). `rejudge`: judge the unchanged too, for a new go-live day.
    """

    run: UUID
    by: Actor
    kind: str
    source: str
    today: date
    lea: str = ""
    team: UUID | None = None
    again: bool = False
    rejudge: bool = False
    add_workers: bool = False


@dataclass(slots=True)
class Totals:
    """What an import counts.

    `children` and `episodes` are what the file holds; every child that is written is new, changed or the same;
    `flagged` are children with something doubtful, `kept_aside` blocks that could not be stored.
    """

    children: int = 0
    episodes: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    flagged: int = 0
    kept_aside: int = 0
    corrected_here: int = 0
    about: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, int]:
        names = ("children", "episodes", "new", "changed", "same", "flagged", "kept_aside", "corrected_here")
        return {name: getattr(self, name) for name in names}

    def add(self, counted: Mapping[str, int]) -> None:
        for name, number in counted.items():
            setattr(self, name, getattr(self, name) + number)
