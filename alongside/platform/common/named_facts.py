"""A fact that an area publishes by name: forms, letters, conditions and sibling areas read these and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class NamedFact:
    """`name` is "area.noun"; `type` text, yes_no, date or number; `words` a label; `restriction` as of an event kind.

    `read(user, person)` gives the value as things stand now; who may ask is decided before it is called.
    """

    name: str
    type: str
    words: str
    restriction: str
    read: Callable[..., Any]
