"""Inserting many new records of several kinds in one statement to the server.

Django's bulk_create writes one statement a kind and quotes every value by itself: of a child brought in with fifteen
events it was more than half of all the work. Here each kind goes as one JSON list, and all kinds in one go.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

Records = Sequence[models.Model]


def insert(records: Mapping[type[models.Model], Records]) -> None:
    """Insert new records, each of which knows its own key. Foreign keys are deferred, so the order does not matter.

    Raises what the database raises: IntegrityError and the like, of whichever kind came first.
    """
    statements, given = [], []
    for kind, rows in records.items():
        if not rows:
            continue
        if kind._meta.auto_field:  # the database makes its key
            kind._default_manager.bulk_create(rows)
            continue
        statements.append(_statement(kind))
        given.append(json.dumps([_row(kind, row) for row in rows], default=_plain))
        for row in rows:
            row._state.adding = False
            row._state.db = connection.alias
    if statements:
        with connection.cursor() as cursor:
            parts = ", ".join(f"w{number} as ({statement})" for number, statement in enumerate(statements))
            cursor.execute(f"with {parts} select 1", given)  # nosec B608: names of our own tables and columns


@cache
def _statement(kind: type[models.Model]) -> str:
    table = connection.ops.quote_name(kind._meta.db_table)
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in kind._meta.local_concrete_fields)
    return f"insert into {table} ({columns}) select {columns} from json_populate_recordset(null::{table}, %s::json)"


@cache
def _fields(kind: type[models.Model]) -> tuple[tuple[str, str, Any], ...]:
    """(column, attribute, field where the value is made at saving time) of each field."""
    made = ("auto_now", "auto_now_add")
    return tuple(
        (str(field.column), field.attname, field if any(getattr(field, name, False) for name in made) else None)
        for field in kind._meta.local_concrete_fields
    )


def _row(kind: type[models.Model], record: models.Model) -> dict[str, Any]:
    return {
        column: field.pre_save(record, True) if field is not None else getattr(record, attribute)
        for column, attribute, field in _fields(kind)
    }


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON: {value!r}")
