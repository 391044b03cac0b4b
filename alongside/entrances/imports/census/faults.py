"""What is wrong with a row or a block of a file, said so that a data manager can act on it."""

from __future__ import annotations

from dataclasses import dataclass

# The block cannot be stored; it stays out and the rest of the child goes in.
KEPT_ASIDE = "kept_aside"
# It goes in as it was given and the child carries the flag.
DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, with where it is.

    line: line of the file, counted from 1. severity: KEPT_ASIDE or DOUBTFUL.
    code: the census rule that asks about it ("8696", "8670Q"), or our own short word
    where no rule exists. field: the element or column. reason: a sentence for people.
    as_given: what the file said, so that nothing is lost; for a block kept aside its whole text.
    """

    line: int
    child_id: str
    severity: str
    code: str
    field: str
    reason: str
    as_given: str = ""


def shown(text: str, most: int = 40) -> str:
    """A value in quotation marks, cut so that a reason stays a sentence."""
    return f"“{text}”" if len(text) <= most else f"“{text[:most]}…”"


class FaultList:
    """Collects the faults of one child while it is read."""

    __slots__ = ("child_id", "items")

    def __init__(self, child_id: str = "") -> None:
        self.child_id = child_id
        self.items: list[Fault] = []

    def doubt(self, line: int, code: str, field: str, reason: str, as_given: str = "") -> None:
        self.items.append(Fault(line, self.child_id, DOUBTFUL, code, field, reason, as_given))

    def keep_aside(self, line: int, code: str, field: str, reason: str, as_given: str = "") -> None:
        whole = f"{reason} Kept aside: correct it in the old system or record it here."
        self.items.append(Fault(line, self.child_id, KEPT_ASIDE, code, field, whole, as_given))
