"""The bench itself runs from end to end and writes what it should. No figure is judged here: machines are shared."""

import json
import os
import subprocess
import sys
from pathlib import Path

from alongside.config import places
from tests.bench.looking import Seen
from tests.bench.measuring import Cell, Measured
from tests.bench.pages import PAGES, Bar, Page
from tests.bench.telling import KEPT, judged, keep, rows_of, table

WHOLE = {"page": str, "size": int, "clients": int, "queries": int, "bytes": int, "sql_ms": float}
TIMES = ("floor_ms", "p50_ms", "p95_ms", "per_second")


def test_a_small_bench_of_pages_from_end_to_end(tmp_path: Path) -> None:
    out = tmp_path / "latest.json"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
    command = [sys.executable, "-m", "tests.bench", "--quick", "--pages", "--out", str(out)]
    done = subprocess.run(command, cwd=places.ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = json.loads(out.read_text())
    assert {(row["page"], row["size"]) for row in rows} == {(page.name, page.size) for page in PAGES}
    assert {row["clients"] for row in rows} == {1, 8}
    for row in rows:
        assert set(row) == set(KEPT)
        assert all(isinstance(row[name], kind) for name, kind in WHOLE.items())
        timed = next(page.timed for page in PAGES if (page.name, page.size) == (row["page"], row["size"]))
        assert all((row[name] > 0) if timed else (row[name] is None) for name in TIMES)
    assert "no more queries for a longer list" in done.stdout
    assert "chronology of 500:" in done.stdout


def measured(p50: float, *, floor: float = 10.0, queries: int = 10, sent: int = 1000, judging: float = 0.0) -> Measured:
    """A page whose rounds all came out the same."""
    page = Page("save a visit" if judging else "child", 2 if judging else 20, "caseload", Bar(times=6 if judging else 4))
    seen = Seen([["select 1"] * queries], 0 if judging else 2000, sent, sent, [judging], [judging])
    found = Measured(page, seen, sql=[1.0])
    for cells, middle in ((found.ours, p50), (found.floor, floor)):
        for number in cells:
            cells[number] = Cell()
            cells[number].add([middle] * 19 + [middle * 1.5] * 2, 1.0, middle)
    return found


def misses(found: Measured) -> list[str]:
    return [words for met, words in judged([found], rows_of([found])) if not met]


def test_a_page_within_its_bars_meets_them() -> None:
    assert misses(measured(39.0)) == []
    assert misses(measured(75.0, judging=20.0)) == [], "six times the floor and the judging"


def test_a_page_past_a_bar_misses_it() -> None:
    assert all("at most 4 × floor" in words for words in misses(measured(41.0)))
    assert len(misses(measured(41.0))) == 2, "at 1 and at 8 at once"
    assert misses(measured(39.0, queries=16)) == ["child of 20: 16 queries, at most 15"]
    assert "bytes sent" in misses(measured(39.0, sent=60_001))[0]
    assert len(misses(measured(85.0, judging=20.0))) == 2


def test_the_table_and_the_file_hold_the_same(tmp_path: Path) -> None:
    rows = rows_of([measured(39.0)])
    keep(rows, tmp_path / "latest.json")
    kept = json.loads((tmp_path / "latest.json").read_text())
    assert [row["p50_ms"] for row in kept] == [39.0, 39.0]
    assert [row["p95_ms"] for row in kept] == [58.5, 58.5]
    assert len(table(rows).splitlines()) == 3
