"""A copy refuses a database on which its promises would not hold."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from alongside.config.database.addresses import connect
from alongside.config.database.checks import faults_of
from alongside.config.database.make import as_superuser
from tests.machinery.database import name_of_database

pytestmark = pytest.mark.django_db(transaction=True)
Connection = psycopg.Connection[tuple[object, ...]]


def faults(connection: Connection, role: str = "staff") -> str:
    return "\n".join(faults_of(connection, role))


@pytest.fixture
def superuser() -> Iterator[Connection]:
    with as_superuser(name_of_database()) as connection:
        yield connection


@pytest.mark.parametrize("role", ["staff", "jobs"])
def test_our_own_roles_are_found_safe(role: str) -> None:
    with connect(role, name_of_database()) as connection:
        found = faults_of(connection, role)
    # The cluster of tests does not flush, to be quick; nothing else may be wrong with it.
    assert found == ["The server may lose what was saved: fsync, full_page_writes must be on."]


def test_a_superuser_is_refused(superuser: Connection) -> None:
    said = faults(superuser)
    assert "signs in as alongside_superuser" in said
    assert "may do too much" in said


def test_a_commit_that_does_not_wait_is_refused(superuser: Connection) -> None:
    superuser.execute("SET synchronous_commit = off")
    assert "synchronous_commit" in faults(superuser)


def test_a_role_that_goes_round_row_security_is_refused(superuser: Connection) -> None:
    name = sql.Identifier(f"probe_{os.getpid()}")
    superuser.execute(sql.SQL("CREATE ROLE {} BYPASSRLS").format(name))
    try:
        superuser.execute(sql.SQL("SET SESSION AUTHORIZATION {}").format(name))
        assert "may do too much" in faults(superuser)
    finally:
        superuser.execute("RESET SESSION AUTHORIZATION")
        superuser.execute(sql.SQL("DROP ROLE {}").format(name))


def test_a_role_that_may_become_another_or_make_tables_is_refused(superuser: Connection) -> None:
    superuser.execute("SET SESSION AUTHORIZATION alongside_migrator")
    assert "must not be a member of other roles: alongside_" in faults(superuser)
    superuser.execute("RESET SESSION AUTHORIZATION")
    superuser.execute("SET SESSION AUTHORIZATION alongside_owner")
    assert "owns tables" in faults(superuser)


def test_an_audit_that_can_be_changed_is_refused(superuser: Connection) -> None:
    superuser.execute("GRANT DELETE ON audit_auditentry TO alongside_staff")
    try:
        with connect("staff", name_of_database()) as staff:
            assert "could change the audit (audit_auditentry)" in faults(staff)
    finally:
        superuser.execute("REVOKE DELETE ON audit_auditentry FROM alongside_staff")


def test_a_wall_that_does_not_bind_the_owner_is_refused(superuser: Connection) -> None:
    superuser.execute("CREATE TABLE probe_of_walls (); ALTER TABLE probe_of_walls ENABLE ROW LEVEL SECURITY")
    try:
        assert "probe_of_walls" in faults(superuser)
    finally:
        superuser.execute("DROP TABLE probe_of_walls")
