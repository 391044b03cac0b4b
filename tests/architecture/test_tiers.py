"""A tier imports only downward (.importlinter, ADR 9), and the contracts bite."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import TOP

COMMAND = Path(sys.executable).with_name("lint-imports")


def verdict(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([COMMAND, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The project's Python beside its contracts, to plant faults in."""
    folder = tmp_path_factory.mktemp("house")
    only_python = shutil.ignore_patterns("static", "jinja2", "definitions", "__pycache__", "tests")
    shutil.copytree(TOP / "alongside", folder / "alongside", ignore=only_python)
    shutil.copy(TOP / ".importlinter", folder)
    return folder


def test_every_contract_is_kept():
    said = verdict(TOP)
    assert said.returncode == 0, said.stdout


@pytest.mark.parametrize(
    ("place", "line", "contract"),
    [
        ("record/people/planted.py", "import alongside.practice.referrals", "A tier imports only downward"),
        ("record/people/planted.py", "import alongside.record.casework", "Record stands in its order"),
        ("practice/referrals/planted.py", "import alongside.practice.safeguarding", "Siblings in practice"),
        ("platform/common/planted.py", "import alongside.platform.access", "Audit stands on access"),
        ("record/timescales/engine/planted.py", "import django.db", "The deadline engine is plain Python"),
    ],
)
def test_it_bites(copy, place, line, contract):
    planted = copy / "alongside" / place
    planted.write_text(line + "\n", encoding="utf-8")
    try:
        said = verdict(copy)
    finally:
        planted.unlink()
    assert said.returncode == 1
    broken = [text for text in said.stdout.splitlines() if "BROKEN" in text]
    assert any(contract in text for text in broken), said.stdout
