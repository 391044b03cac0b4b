"""The engine stands alone and stays cheap: no Django, no clock, and never worse than linear in a child's events."""

import ast
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from alongside.record.timescales.engine import judge
from alongside.record.timescales.rules import all_rules
from tests.deadlines.builders import ENGLAND, Story

ENGINE = Path(judge.__file__).parent
PURE = ("engine", "rules", "rule_file", "rule_parts")
MAY_IMPORT = {
    "bisect", "calendar", "collections", "dataclasses", "datetime", "functools", "holidays", "re", "types", "typing",
    "uuid", "zoneinfo",
}  # fmt: skip


def imported(path: Path) -> set[str]:
    """The first names of the modules a file imports; its own package's are left out."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_no_module_of_the_engine_imports_anything_but_the_language_and_the_bank_holidays():
    found = {path.name: imported(path) - MAY_IMPORT for path in ENGINE.glob("*.py")}
    assert {name: extra for name, extra in found.items() if extra} == {}


def test_rules_and_kinds_load_without_django():
    code = (
        "import sys; from alongside.record.timescales.rules import all_rules; "
        "from alongside.record.timescales.engine.judge import due_items; assert len(all_rules()); "
        "assert not [m for m in sys.modules if m.split('.')[0] == 'django'], 'django was imported'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_engine_asks_no_clock():
    asked = []
    for path in ENGINE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow", "monotonic", "perf_counter"):
                asked.append(f"{path.name}:{node.lineno}")
    assert asked == []


def calls(work) -> int:
    """How many function calls some work makes: the same on every machine."""
    made = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


def long_life(visits: int) -> Story:
    """A long plan, visited often, with a case, referrals and core groups as it goes."""
    story = Story()
    story.open_case("2014-01-06")
    story.start("protection_plan", "2014-01-06")
    for number in range(visits):
        on = (date(2014, 1, 7) + timedelta(days=3 * number)).isoformat()
        story.visit(on, name=f"visit {number}")
        if number % 5 == 0:
            story.event("core_group.held", on, name=f"group {number}")
            story.event("referral.received", on, name=f"referral {number}")
            story.event("conference.reviewed", on, name=f"review {number}")
    return story


def test_ten_times_the_events_cost_about_ten_times_as_much():
    rules = all_rules()
    small, large = long_life(60).facts(), long_life(600).facts()
    judge.due_items(large, rules, ENGLAND)
    few = calls(lambda: judge.due_items(small, rules, ENGLAND))
    many = calls(lambda: judge.due_items(large, rules, ENGLAND))
    assert many / few < 14, f"{few} calls for {len(small.events)} events, {many} for {len(large.events)}"


def test_many_episodes_of_one_kind_cost_no_more_than_their_number():
    def life(number: int) -> Story:
        story = Story()
        for each in range(number):
            on = date(2014, 1, 6) + timedelta(days=20 * each)
            story.start("cin_plan", on.isoformat(), name=f"plan {each}")
            story.visit((on + timedelta(days=5)).isoformat(), name=f"visit {each}")
            story.end("cin_plan", (on + timedelta(days=19)).isoformat(), name=f"plan {each}")
        return story

    rules = all_rules()
    small, large = life(40).facts(), life(400).facts()
    judge.due_items(large, rules, ENGLAND)
    few = calls(lambda: judge.due_items(small, rules, ENGLAND))
    many = calls(lambda: judge.due_items(large, rules, ENGLAND))
    assert many / few < 14, (few, many)
