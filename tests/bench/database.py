"""The filled database. It is kept until the fill or a table changes; each run works in a copy of it."""

import contextlib
import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection

from alongside.config import places
from alongside.config.database.make import as_superuser, make_database, make_roles
from alongside.config.database.roles import sql_inside_database
from alongside.platform.common.clock import today
from tests.bench.filling.sizes import Size
from tests.machinery.template import MADE_FROM, migrate

RUN = "bench"
MADE_BY = (*MADE_FROM, "tests/bench/filling/*.py", "alongside/*/*/definitions/**/*.yaml")


def filled(size: Size, *, fresh: bool) -> dict[str, Any]:
    """The database `bench`, a copy of the filled one, which is made if need be. Returns who is measured at what."""
    name = f"filled_{size.name}_{_fingerprint(MADE_BY, size, today().isocalendar()[:2])}"  # due about now
    cast_file = places.VAR / f"{name}.json"
    if fresh or not cast_file.exists() or name not in databases():
        _fill(name, size, cast_file)
    make_copy(RUN, like=name)
    return json.loads(cast_file.read_text())  # type: ignore[no-any-return]


def empty() -> str:
    """The name of a database with the tables as they now are and nothing in them."""
    name = f"empty_{_fingerprint(MADE_FROM)}"
    make_roles()
    if name not in databases():
        drop("empty_", "emptying")
        make_database("emptying")
        migrate("emptying")
        _rename("emptying", name)
    return name


def make_copy(name: str, like: str) -> None:
    """A copy of another database, under the product's own grants."""
    with as_superuser() as plain:
        plain.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        plain.execute(f"CREATE DATABASE {name} TEMPLATE {like} OWNER alongside_owner STRATEGY FILE_COPY")
    with as_superuser(name) as plain:
        plain.execute(sql_inside_database(name))


@contextlib.contextmanager
def working_in(database: str) -> Iterator[None]:
    """Django itself works in that database meanwhile."""
    before = connection.settings_dict
    connection.close()
    connection.settings_dict = {**before, "NAME": database}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = before


def databases() -> list[str]:
    with as_superuser() as plain:
        return [str(row[0]) for row in plain.execute("SELECT datname FROM pg_database")]


def drop(*beginnings: str) -> None:
    """Every database whose name begins so."""
    found = [name for name in databases() if name.startswith(beginnings)]
    with as_superuser() as plain:
        for name in found:
            plain.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _fill(name: str, size: Size, cast_file: Path) -> None:
    from tests.bench.filling.fill import fill

    beginning = f"filled_{size.name}_"
    drop(beginning)
    for old in places.VAR.glob(f"{beginning}*.json"):
        old.unlink()
    unfinished = f"filling_{size.name}"
    make_copy(unfinished, like=empty())
    started = time.monotonic()
    counts = fill(unfinished, size, cast_file)
    print(f"Filled in {time.monotonic() - started:.0f} s: {counts}", flush=True)
    _rename(unfinished, name)


def _rename(name: str, to: str) -> None:
    with as_superuser() as plain:
        plain.execute(f"ALTER DATABASE {name} RENAME TO {to}")


def _fingerprint(patterns: tuple[str, ...], *more: object) -> str:
    made_from = hashlib.sha256(repr(more).encode())
    for pattern in patterns:
        for path in sorted(places.ROOT.glob(pattern)):
            made_from.update(str(path).encode() + path.read_bytes())
    return made_from.hexdigest()[:12]
