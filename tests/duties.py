"""`make coverage-of-duties`: which duties of the catalogue a test proves, by area and by source.

Proved means that every test marked with the duty passed when it last ran. Where no test has run yet (no
var/test-results.json), a duty counts when a marked test was collected, and the first line says so.
Writes var/duties.json. Ends with 1 when tests cannot be collected, for instance for an id nobody knows.
"""

import contextlib
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.catalogue import TOP, Duty, duties
from tests.marks import RESULTS, head, ids_of

REPORT = TOP / "var" / "duties.json"
PLACES = ("alongside", "tests")


@dataclass(frozen=True)
class Standing:
    """One duty and the tests that carry it. `state`: none, collected, not run, failed, skipped or passed."""

    id: str
    area: str
    source: str
    state: str
    tests: tuple[str, ...]

    @property
    def is_proved(self) -> bool:
        return self.state in ("passed", "collected")


class Collected:
    """Gathers the marks of a collection."""

    def __init__(self) -> None:
        self.tests: dict[str, list[str]] = {}

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            for each in ids_of(item):
                self.tests.setdefault(each, []).append(item.nodeid)


def collect(places: Iterable[str] = PLACES) -> dict[str, list[str]]:
    """Tests by duty. Raises SystemExit with pytest's own words when collecting fails."""
    found, said = Collected(), io.StringIO()
    arguments = ["--collect-only", "-q", "-p", "tests.marks", "-p", "no:cacheprovider", *places]
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = pytest.main(arguments, plugins=[found])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        print(said.getvalue()[-4000:], file=sys.stderr)
        raise SystemExit(1)
    return found.tests


def state(tests: list[str], outcomes: Mapping[str, str] | None) -> str:
    """What may be said of a duty with these tests; `outcomes` is None when nothing has run yet."""
    if not tests:
        return "none"
    if outcomes is None:
        return "collected"
    seen = {outcomes.get(test, "not run") for test in tests}
    return next((each for each in ("failed", "not run", "skipped") if each in seen), "passed")


def standings(tests: Mapping[str, list[str]], outcomes: Mapping[str, str] | None) -> list[Standing]:
    """Every duty of the catalogue with its state."""
    return [_standing(duty, sorted(tests.get(duty.id, [])), outcomes) for duty in duties().values()]


def _standing(duty: Duty, tests: list[str], outcomes: Mapping[str, str] | None) -> Standing:
    return Standing(duty.id, duty.area, duty.source, state(tests, outcomes), tuple(tests))


def results(path: Path = RESULTS) -> dict[str, dict[str, str]] | None:
    """What the last runs left, or None."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def basis(kept: Mapping[str, Mapping[str, str]] | None, now: str) -> str:
    """On what the figures rest."""
    if not kept:
        return "marked tests collected; none has run here yet, so run `make test`"
    last = max(kept.values(), key=lambda each: each["at"])
    note = "" if last["commit"] == now else f", at commit {last['commit']} and not {now}"
    return f"marked tests that passed in the last run, {last['at']}{note}"


def told(rows: list[Standing], on: str) -> str:
    """The report for people."""
    main = [row for row in rows if row.source != "P"]
    practice = [row for row in rows if row.source == "P"]
    lines = [f"duties proved {_proved(main)} of {len(main)}", f"({on})", "", "by area"]
    lines += _counted(main, "area")
    lines += ["", "by source", *_counted(main, "source")]
    lines += ["", f"practice rows proved {_proved(practice)} of {len(practice)}, counted apart"]
    lines += [f"  {row.id} {row.state}: {', '.join(row.tests)}" for row in rows if row.tests and not row.is_proved]
    return "\n".join(lines)


def _proved(rows: Iterable[Standing]) -> int:
    return sum(row.is_proved for row in rows)


def _counted(rows: list[Standing], by: str) -> list[str]:
    every = Counter(getattr(row, by) for row in rows)
    proved = Counter(getattr(row, by) for row in rows if row.is_proved)
    return [f"  {key:<20} {proved[key]:>3} of {every[key]:>3}" for key in sorted(every)]


def main() -> None:
    """Print the report and write it for machines."""
    kept = results()
    outcomes = {test: each["outcome"] for test, each in kept.items()} if kept else None
    rows = standings(collect(), outcomes)
    on = basis(kept, head())
    REPORT.parent.mkdir(exist_ok=True)
    figures = {"proved": _proved(r for r in rows if r.source != "P"), "of": sum(r.source != "P" for r in rows)}
    report = {**figures, "basis": on, "duties": [{**asdict(row), "proved": row.is_proved} for row in rows]}
    REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(told(rows, on))


if __name__ == "__main__":
    main()
