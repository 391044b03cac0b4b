"""Documents are true of what exists: every path and every test they name is there."""

import re

import pytest

from tests.architecture.documents import claims, hazards, unsupported
from tests.architecture.sources import TOP

PAGES = ("CONTRIBUTING.md", "GLOSSARY.md", "SECURITY.md", "docs/hazards.md", "docs/map.md", "docs/operations.md")
HAZARDS = (TOP / "docs/hazards.md").read_text(encoding="utf-8")


def missing(text):
    faults = []
    for path, function in claims(text):
        place = TOP / path
        if not place.exists():
            faults.append(path)
        elif function and not re.search(rf"def {function}\b", place.read_text(encoding="utf-8")):
            faults.append(f"{path}::{function}")
    return faults


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_is_there(page):
    assert missing((TOP / page).read_text(encoding="utf-8")) == []


def test_every_hazard_shows_its_control_or_that_it_has_none():
    rows = hazards(HAZARDS)
    assert len(rows) > 30
    assert [key for key, cells in rows.items() if len(cells) != 4 or unsupported(cells)] == []


def test_every_decision_is_in_the_list():
    listed = (TOP / "docs/adr/README.md").read_text(encoding="utf-8")
    assert [p.name for p in sorted((TOP / "docs/adr").glob("0*.md")) if p.name not in listed] == []


def test_every_rule_of_the_product_is_in_docs_law():
    said = "".join(page.read_text(encoding="utf-8") for page in (TOP / "docs/law").glob("*.md"))
    files = TOP.glob("alongside/*/*/definitions/rule/*.yaml")
    keys = {key for path in files for key in re.findall(r"^key: (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)}
    assert len(keys) > 5
    assert sorted(keys - set(re.findall(r"`(\w+)`", said))) == []


def test_it_bites_a_test_that_is_not_there():
    here = "tests/architecture/test_documents.py"
    assert missing(f"`{here}::test_nothing`") == [f"{here}::test_nothing"]
    assert missing("`docs/nowhere.md`") == ["docs/nowhere.md"]


def test_it_bites_a_hazard_without_control():
    assert unsupported(["harm", "child (5)", "we are careful", "Built"])
    assert not unsupported(["harm", "child (5)", "a wall", "Not yet: page says Not for real children"])
