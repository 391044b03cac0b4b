"""What every block of a child needs while it is taken in: the child, its cases, and where the words came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.entrances.imports.comparing.content import Fields
from alongside.platform.access.actor import Actor


@dataclass(slots=True)
class Taking:
    """One child being taken in. `cases` by the name of the referral; `made` are the records made now, by block.

    `records` are the ids of all records, as kept for the next file.
    """

    by: Actor
    source: str
    team: Any
    content: Mapping[str, Fields]
    person: Any = None
    cases: dict[str, Any] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)


def day(fields: Mapping[str, Any], name: str) -> date | None:
    """A day of the content, which is kept as ISO text."""
    text = fields.get(name)
    return date.fromisoformat(text) if text else None


def sure_day(fields: Mapping[str, Any], name: str) -> date:
    """A day that the reader has seen to."""
    return date.fromisoformat(fields[name])


def as_text(value: Any) -> Any:
    """A held value as the content would have it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    return value
