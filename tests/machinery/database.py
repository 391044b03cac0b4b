"""Fixtures of the database. Tests work as alongside_staff, the role the pages use, under its row security.

db, transactional_db    pytest-django's own, as staff
as_owner                a connection that may do anything to the tables, for looking and cleaning up
connection_as           connection_as("jobs"): a connection as another role
working_as              with working_as("jobs"): Django itself works as that role (transaction=True only)
"""

import contextlib
from collections.abc import Callable, Iterator

import psycopg
import pytest
from django.db import connections
from django.test import TransactionTestCase

from alongside.config.database.addresses import connect
from alongside.config.database.make import as_superuser
from tests.machinery.template import drop_test_database, make_test_database, test_cluster

TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
Connection = psycopg.Connection[tuple[object, ...]]


def name_of_database() -> str:
    return str(connections["default"].settings_dict["NAME"])


def connect_as(role: str, database: str = "") -> Connection:
    """A connection of its own, each statement in a transaction of its own."""
    return connect(role, database or name_of_database())


@pytest.fixture(scope="session")
def running_cluster() -> Iterator[None]:
    with test_cluster():
        yield


@pytest.fixture(scope="session")
def django_db_setup(running_cluster: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """In the place of pytest-django's, which would migrate and test as one role."""
    name = name_of_database()
    make_test_database(name)
    emptied = _tables_to_empty(name)
    TransactionTestCase._fixture_teardown = lambda self: _empty(emptied)  # type: ignore[method-assign]
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connections.close_all()
    drop_test_database(name)


def _tables_to_empty(database: str) -> list[str]:
    """All but those that a migration filled, which are part of the product."""
    with connect_as("migrator", database) as owner:
        tables = [str(row[0]) for row in owner.execute(TABLES)]
        return [table for table in tables if not owner.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone()]


def _empty(tables: list[str]) -> None:
    """After a test that committed. Staff may not, so the superuser does; only what holds a row, and without
    asking the foreign keys, since all goes. (Much quicker than to TRUNCATE every table.)"""
    each = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\")" for table in tables)
    with as_superuser(name_of_database()) as superuser:
        superuser.execute("SET lock_timeout = '10s'; SET session_replication_role = replica")
        with superuser.transaction():
            for (table,) in superuser.execute(each).fetchall():
                superuser.execute(f'DELETE FROM "{table}"')


@pytest.fixture
def as_owner(transactional_db: None) -> Iterator[Connection]:
    with connect_as("migrator") as connection:
        yield connection


@pytest.fixture
def connection_as(transactional_db: None) -> Iterator[Callable[[str], Connection]]:
    with contextlib.ExitStack() as opened:
        yield lambda role: opened.enter_context(connect_as(role))


@pytest.fixture
def working_as(transactional_db: None) -> Callable[[str], contextlib.AbstractContextManager[None]]:
    return in_role


@contextlib.contextmanager
def in_role(role: str, database: str = "") -> Iterator[None]:
    """Django's own connection, meanwhile, is that role's (and another database's, if named)."""
    connection = connections["default"]
    before = connection.settings_dict
    connection.close()
    connection.settings_dict = {**before, "USER": f"alongside_{role}", "NAME": database or before["NAME"]}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = before
