"""The count of duties is honest: unknown ids are refused, and proved means passed."""

import json
import os
import subprocess
import sys

import pytest

from tests.catalogue import TOP, duties
from tests.duties import basis, standings, state, told
from tests.marks import keep, unknown, worst

ONE, TWO = "tests/a.py::one", "tests/a.py::two"


def test_the_catalogue_holds_485_duties_and_eleven_rows_beside():
    rows = duties().values()
    assert sum(not each.is_practice_row for each in rows) == 485
    assert sum(each.is_practice_row for each in rows) == 11
    assert all(each.area for each in rows)


def test_an_unknown_id_is_refused_by_name():
    faults = unknown([(ONE, ["K003-47"]), (TWO, ["K999-1", "P-07"])])
    assert faults == [f"{TWO} is marked K999-1, which docs/duties.csv does not hold"]


@pytest.mark.parametrize(
    ("tests", "outcomes", "expected"),
    [
        ([], {}, "none"),
        ([ONE], None, "collected"),
        ([ONE], {}, "not run"),
        ([ONE], {ONE: "passed"}, "passed"),
        ([ONE, TWO], {ONE: "passed"}, "not run"),
        ([ONE, TWO], {ONE: "passed", TWO: "skipped"}, "skipped"),
        ([ONE, TWO], {ONE: "failed", TWO: "passed"}, "failed"),
    ],
)
def test_a_duty_is_proved_only_when_every_test_of_it_passed(tests, outcomes, expected):
    assert state(tests, outcomes) == expected


def test_the_report_counts_practice_rows_apart():
    rows = standings({"K003-47": [ONE], "P-07": [TWO]}, {ONE: "passed", TWO: "failed"})
    said = told(rows, "in this test").splitlines()
    assert said[0] == "duties proved 1 of 485"
    assert "practice rows proved 0 of 11, counted apart" in said
    assert f"  P-07 failed: {TWO}" in said
    assert any(line.split() == ["K003", "1", "of", "130"] for line in said)


def test_a_run_of_some_tests_keeps_what_others_left(tmp_path):
    path = tmp_path / "var" / "test-results.json"
    keep({ONE: "passed", TWO: "passed"}, path)
    keep({TWO: "failed"}, path)
    kept = json.loads(path.read_text())
    assert [kept[ONE]["outcome"], kept[TWO]["outcome"]] == ["passed", "failed"]


def test_a_test_that_fails_in_any_phase_has_failed():
    assert worst(["passed", "passed", "failed"]) == "failed"
    assert worst(["skipped", "passed"]) == "skipped"


def test_it_says_when_the_results_are_of_another_commit():
    kept = {ONE: {"outcome": "passed", "at": "2026-11-21T21:00:00+00:00", "commit": "abc"}}
    assert "at commit abc and not def" in basis(kept, "def")
    assert "not" not in basis(kept, "abc")
    assert "none has run" in basis(None, "abc")


def test_the_plugin_refuses_a_run_with_an_unknown_id(tmp_path):
    planted = tmp_path / "test_planted.py"
    planted.write_text("import pytest\n@pytest.mark.requirement('K999-1')\ndef test_it(): pass\n")
    alone = ["-c", os.devnull, "--rootdir", tmp_path, "-p", "tests.marks", "-p", "no:cacheprovider", "-p", "no:django"]
    said = subprocess.run(
        [sys.executable, "-m", "pytest", *alone, planted], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert said.returncode == pytest.ExitCode.USAGE_ERROR
    assert "is marked K999-1, which docs/duties.csv does not hold" in said.stderr
