"""The catalogue of duties (docs/duties.csv) and the rows practitioners asked for beside it, counted apart."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
FILES = ("docs/duties.csv", "docs/practice-rows.csv")


@dataclass(frozen=True)
class Duty:
    """One thing the sources say somebody must do. `source` is K000 to K004, or P for a practitioners' row."""

    id: str
    area: str
    text: str

    @property
    def source(self) -> str:
        return self.id.partition("-")[0]

    @property
    def is_practice_row(self) -> bool:
        return self.source == "P"


def duties() -> dict[str, Duty]:
    """Every duty by its id, in the order of the files."""
    return {duty.id: duty for name in FILES for duty in _read(TOP / name)}


def _read(path: Path) -> Iterable[Duty]:
    with path.open(encoding="utf-8", newline="") as rows:
        return [Duty(row["id"], row["area"], row["duty"]) for row in csv.DictReader(rows)]
