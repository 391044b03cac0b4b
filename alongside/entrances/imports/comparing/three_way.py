"""The file now, the file before, and what is held: whose word stands.

The file says what it said before: nothing happens, whatever is held (a correction made here lives on).
It says something new, and what is held is what it said before: the new word is taken in.
It says something new, and what is held is a third thing: somebody put it right here, and that is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .content import Content


@dataclass(frozen=True, slots=True)
class Difference:
    """A block that is new in this file (`before` is None), or fields of it that changed since the last one."""

    key: str
    now: Mapping[str, Any]
    before: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Change:
    """One field of which the file says something new."""

    key: str
    field: str
    before: Any
    now: Any
    held: Any
    corrected_here: bool


def differences(now: Content, before: Content) -> list[Difference]:
    """Blocks that are new or say something new. What is absent from this file is no difference: it closes nothing."""
    found = []
    for key, fields in now.items():
        old = before.get(key)
        if old is None:
            found.append(Difference(key, fields, None))
        elif any(old.get(name) != value for name, value in fields.items()):
            changed = {name: value for name, value in fields.items() if old.get(name) != value}
            found.append(Difference(key, changed, {name: old.get(name) for name in changed}))
    return found


def settle(difference: Difference, held: Mapping[str, Any]) -> list[Change]:
    """For each field the file says anew: take it, or keep what was corrected here. Agreeing already is no change.

    `held` has only the fields that the record keeps; one it lacks is taken to hold what the file said before.
    """
    before = difference.before or {}
    found = []
    for name, now in difference.now.items():
        old = before.get(name)
        holds = held.get(name, old)
        if _same(holds, now):
            continue
        found.append(Change(difference.key, name, old, now, holds, not _same(holds, old)))
    return found


def _same(one: Any, other: Any) -> bool:
    """Nothing, "" and an empty list are one and the same: not given."""
    return (
        (one or None) == (other or None) if not isinstance(one, bool) and not isinstance(other, bool) else one == other
    )
