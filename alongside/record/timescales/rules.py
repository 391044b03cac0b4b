"""The rules of this house: read from `<area>/definitions/rule/*.yaml`, checked, put in order of edition.

How to write one: `docs/rules.md`. A fault names file, line and key and says what to write instead.
"""

from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

from alongside.record.chronology.definition_file import DefinitionError, DefinitionFile
from alongside.record.chronology.kinds import HOUSE, Kinds, all_kinds
from alongside.record.timescales.engine.rule import Rule, Rules
from alongside.record.timescales.rule_file import read_rule

__all__ = ["DefinitionError", "all_rules", "read_rules", "rule_files"]

Read = list[tuple[Rule, DefinitionFile]]


@cache
def all_rules() -> Rules:
    """Every rule of the house, read once."""
    return read_rules(HOUSE, all_kinds())


def rule_files(root: Path) -> list[Path]:
    """Where rules are kept under a folder."""
    return sorted(root.glob("**/definitions/rule/*.yaml"))


def read_rules(root: Path, kinds: Kinds) -> Rules:
    """All rules under a folder. Raises DefinitionError on the first fault: one bad file and none is taken."""
    found: Read = []
    for path in rule_files(root):
        file = DefinitionFile(path)
        found.append((read_rule(file, kinds), file))
    check_editions(found)
    return Rules(rule for rule, _ in found)


def check_editions(found: Read) -> None:
    """Editions of a key follow each other without gap or overlap, and differ only in what an edition may change."""
    by_key: dict[str, Read] = {}
    for rule, file in found:
        by_key.setdefault(rule.key, []).append((rule, file))
    for editions in by_key.values():
        editions.sort(key=lambda each: each[0].in_force_from)
        for (earlier, _), (later, file) in pairwise(editions):
            _check_pair(earlier, later, file)


def _check_pair(earlier: Rule, later: Rule, file: DefinitionFile) -> None:
    if earlier.edition == later.edition:
        raise file.fault(("edition",), f"Edition {later.edition} stands in two files. Give each its own.")
    expected = earlier.in_force_to + timedelta(days=1) if earlier.in_force_to else None
    if expected is None:
        raise file.fault(("in_force_from",), f"Edition {earlier.edition} has no last day. Write its in_force_to first.")
    if later.in_force_from != expected:
        says = f"A gap or an overlap: edition {earlier.edition} ends the day before {expected}. Write {expected}."
        raise file.fault(("in_force_from",), says)
    if earlier.structure != later.structure:
        says = "Another edition may change lengths, cases and what closes it, not what opens it."
        raise file.fault(("edition",), says)
