"""COPY of many rows of a model. Fields that are not given get the model's own default."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.fields import NOT_PROVIDED

Row = dict[str, Any]
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy(cursor: Any, model: type[models.Model], rows: Iterable[Row]) -> int:
    """Write the rows, each {attribute: value}. Returns how many."""
    fields = list(model._meta.local_concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    wanted = [(field.attname, *_default(field)) for field in fields]
    number = 0
    with cursor.copy(f'COPY "{model._meta.db_table}" ({columns}) FROM STDIN') as out:
        for number, row in enumerate(rows, start=1):  # noqa: B007  it is returned
            values = (row[name] if name in row else (made() if made else fixed) for name, made, fixed in wanted)
            out.write("\t".join(map(_text, values)) + "\n")
    return number


def _default(field: Any) -> tuple[Any, Any]:
    """(what makes its default, or the default itself)."""
    if getattr(field, "auto_now_add", False):
        return None, datetime.now().astimezone()
    if callable(field.default) and field.default is not NOT_PROVIDED:
        return field.default, None
    given = field.default is not NOT_PROVIDED
    return None, field.default if given else None if field.null else ""


def _text(value: Any) -> str:
    """One value, as COPY reads it."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value.translate(ESCAPES)
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, list):
        return "{" + ",".join(str(each) for each in value) + "}"
    if isinstance(value, dict):
        return json.dumps(value).translate(ESCAPES)
    if isinstance(value, (date, UUID, int)):
        return str(value)
    raise TypeError(f"{value!r} cannot be copied")
