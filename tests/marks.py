"""A small pytest plugin for `@pytest.mark.requirement("K003-47")`.

It refuses ids that the catalogue does not hold, and keeps what became of each marked test in var/test-results.json,
so that `python -m tests.duties` can tell what is proved from what is only written. A run of a few changes only theirs.
"""

import json
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.catalogue import TOP, duties

RESULTS = TOP / "var" / "test-results.json"
WORSE = ("passed", "skipped", "failed")


def ids_of(item: pytest.Item) -> list[str]:
    """The duties a test says it proves."""
    return [str(each) for mark in item.iter_markers("requirement") for each in mark.args]


def unknown(marked: Iterable[tuple[str, list[str]]]) -> list[str]:
    """A sentence for each mark whose id the catalogue does not hold."""
    known = duties()
    return [
        f"{test} is marked {each}, which docs/duties.csv does not hold"
        for test, ids in marked
        for each in ids
        if each not in known
    ]


def worst(outcomes: Iterable[str]) -> str:
    """A test that failed while being taken down has failed."""
    return max(outcomes, key=WORSE.index, default="skipped")


def head() -> str:
    """The commit tests ran on, empty outside git."""
    said = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=TOP, capture_output=True, text=True, check=False)
    return said.stdout.strip()


def keep(outcomes: dict[str, str], path: Path = RESULTS) -> None:
    """Write the outcomes of this run over those of earlier ones, test by test."""
    before = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    stamp = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "commit": head()}
    before.update({test: {"outcome": outcome, **stamp} for test, outcome in outcomes.items()})
    path.parent.mkdir(exist_ok=True)
    unfinished = path.with_suffix(".new")  # renamed when whole: two runs may end at once
    unfinished.write_text(json.dumps(before, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    unfinished.replace(path)


class Marks:
    """Watches one run."""

    def __init__(self) -> None:
        self.marked: set[str] = set()
        self.phases: dict[str, list[str]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        found = [(item.nodeid, ids_of(item)) for item in items if ids_of(item)]
        if faults := unknown(found):
            raise pytest.UsageError("\n".join(faults))
        self.marked = {test for test, _ in found}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.nodeid in self.marked:
            self.phases.setdefault(report.nodeid, []).append(report.outcome)

    def pytest_sessionfinish(self, session: Any) -> None:
        if self.phases:
            keep({test: worst(outcomes) for test, outcomes in self.phases.items()})


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Marks(), "marks")
