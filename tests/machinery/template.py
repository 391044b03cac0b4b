"""Databases for tests, copied from a template that was made by the real migrations, as the real roles.

The template's name holds a hash of everything it is made from, so it is made again only when that changes.
"""

import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from alongside.config import places
from alongside.config.database.embedded import Cluster
from alongside.config.database.make import as_superuser, make_database, make_roles
from alongside.config.database.roles import sql_inside_database

# A test database need not survive a power cut. synchronous_commit stays on, as the product's.
FAST = {"fsync": "off", "full_page_writes": "off"}
MADE_FROM = (
    "alongside/**/migrations/*.py",
    "alongside/config/database/*.py",
    "alongside/config/commands/migrate.py",
    "alongside/platform/access/row_security.py",
)


@contextlib.contextmanager
def test_cluster() -> Iterator[None]:
    """The cluster of tests, shared by every run of this checkout."""
    with Cluster(FAST).running():
        with _one_at_a_time():
            make_roles()
        yield


def make_test_database(name: str) -> None:
    """An empty database of that name, its tables and grants as in the product."""
    with _one_at_a_time():
        template = _template()
        with as_superuser() as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} OWNER alongside_owner")
        with as_superuser(name) as connection:
            connection.execute(sql_inside_database(name))


def drop_test_database(name: str) -> None:
    with as_superuser() as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _template() -> str:
    name = f"template_{_fingerprint()}"
    with as_superuser() as connection:
        there = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        if name in there:
            return name
        for old in sorted(map(str, there)):
            if old.startswith(("template_", "building")) or _is_left_over(old):
                connection.execute(f"DROP DATABASE {old} WITH (FORCE)")
    make_database("building")
    migrate("building")
    with as_superuser() as connection:
        connection.execute(f"ALTER DATABASE building RENAME TO {name}")
    return name


def migrate(database: str) -> None:
    """In a process of its own, because this one is connected as staff."""
    command = [sys.executable, "-m", "alongside.entrances.command_line", "migrate", "--quiet"]
    subprocess.run(command, env={**os.environ, "ALONGSIDE_DATABASE": database}, cwd=places.ROOT, check=True)


def _is_left_over(name: str) -> bool:
    """A database of a run that was killed: its name holds the number of a process that is gone."""
    kind, _, rest = name.partition("_")
    number = rest.partition("_")[0]
    return kind == "test" and number.isdigit() and not Path(f"/proc/{number}").exists() and Path("/proc/self").exists()


def _fingerprint() -> str:
    made_from = hashlib.sha256((places.ROOT / "requirements.lock").read_bytes())
    for pattern in MADE_FROM:
        for path in sorted(places.ROOT.glob(pattern)):
            made_from.update(str(path).encode() + path.read_bytes())
    return made_from.hexdigest()[:12]


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (places.private_folder(places.SECRETS) / "template.turn").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
