"""Who the child is: the one block every child has."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.entrances.imports.taking_in.blocks.taking import Taking, as_text
from alongside.record.people.actions import correct_person, register_person

DAYS = ("born_on", "expected_on", "died_on")
FIELDS = (*DAYS, "sex", "ethnicity", "disabilities", "upn", "former_upn", "upn_unknown")


def add(taking: Taking, key: str, fields: Mapping[str, Any], *, lea: str, child_ref: str) -> Any:
    """Put a child on the record who is not known yet."""
    return register_person(
        by=taking.by, is_child=True, source=taking.source, lea=lea, council_ref=child_ref, **_given(fields)
    )


def held(person: Any) -> dict[str, Any]:
    """What is held, as a file would say it."""
    return {name: as_text(getattr(person, name)) for name in FIELDS}


def change(taking: Taking, record: Any, fields: Mapping[str, Any]) -> set[str]:
    """Take in what the file says anew. Returns the names of the fields that could not be."""
    correct_person(by=taking.by, person=taking.person, source=taking.source, **_given(fields))
    return set()


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: date.fromisoformat(value) if name in DAYS and value else value for name, value in fields.items()}
