"""Facts of the repository: where packages come from, what each area says of itself, what is left lying."""

import csv

import pytest

from tests.architecture.facts_of_the_repository import addresses, unfinished, unhashed, wanted
from tests.architecture.house import AREAS
from tests.architecture.sources import PRODUCT, TOP, modules, tracked_files

LOCKS = ("requirements.lock", "requirements-test.lock")
SHORT = range(3, 17)


def texts():
    for path in tracked_files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_no_tracked_file_names_a_package_registry():
    faults = {str(path.relative_to(TOP)): found for path, text in texts() if (found := addresses(text))}
    assert not faults, faults


@pytest.mark.parametrize("name", LOCKS)
def test_every_pinned_package_has_a_hash(name):
    assert list(unhashed((TOP / name).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("name", ["requirements.in", "requirements-test.in"])
def test_every_package_asked_for_is_in_the_notice(name):
    notice = (TOP / "NOTICE").read_text(encoding="utf-8").lower().replace("playwright for python", "playwright")
    asked = wanted((TOP / name).read_text(encoding="utf-8"))
    assert len(asked) > 10
    assert [package for package in asked if package.lower() not in notice] == []


def test_the_product_reads_nothing_beside_the_repository():
    beside = "shared" + "/samples"
    assert [m.shown for m in modules() if beside in m.text] == []


def test_nothing_is_left_unfinished():
    assert {m.shown: found for m in modules(tests=True) if (found := unfinished(m.text))} == {}


@pytest.mark.parametrize("area", sorted(AREAS - {"entrances.command_line", "config", "demo"}))
def test_every_area_says_what_it_is_in_a_few_lines(area):
    readme = PRODUCT / area.replace(".", "/") / "README.md"
    assert readme.exists(), f"{area} has no README.md: the record, who writes it, when, law, what it must never do"
    head = readme.read_text(encoding="utf-8").partition("\n## ")[0]
    assert len([line for line in head.splitlines() if line.strip()]) in SHORT


def test_the_catalogue_of_duties_is_whole():
    with (TOP / "docs/duties.csv").open(encoding="utf-8", newline="") as rows:
        assert len({row["id"] for row in csv.DictReader(rows)}) == 485
    with (TOP / "docs/practice-rows.csv").open(encoding="utf-8", newline="") as rows:
        assert [row["id"] for row in csv.DictReader(rows)] == [f"P-{number:02}" for number in range(1, 12)]


def test_it_bites_a_registry():
    assert addresses("see https://" + ".".join(["files", "pythonhosted", "org"]) + "/x")
    assert addresses("pip install --" + "index-url x")


def test_it_bites_a_package_without_a_hash():
    lock = "a==1.0 \\\n    --hash=sha256:00\nb[extra]==2.0\nc==3 ; python_version < '3.12' \\\n    --hash=sha256:11\n"
    assert list(unhashed(lock)) == ["b"]


def test_it_bites_what_is_left_lying():
    assert unfinished("# TO" + "DO later")
    assert unfinished("    raise Not" + "ImplementedError")
    assert not unfinished("code = 'X" + "XX'")
