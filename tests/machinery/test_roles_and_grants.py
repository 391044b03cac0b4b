"""The roles a copy works with are as narrow as the design says, and tests work as one of them."""

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from alongside.config.database.roles import LOGINS
from tests.machinery.database import connect_as

pytestmark = pytest.mark.django_db


def values(sql: str, *parameters: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def test_tests_work_as_staff() -> None:
    assert values("SELECT current_user, session_user") == [("alongside_staff", "alongside_staff")]


def test_no_role_that_logs_in_is_superuser_or_goes_round_row_security() -> None:
    strong = values(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) "
        "AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)",
        list(LOGINS),
    )
    assert strong == []


def test_staff_own_nothing_and_may_make_nothing() -> None:
    assert values("SELECT count(*) FROM pg_class WHERE relowner = 'alongside_staff'::regrole") == [(0,)]
    assert values("SELECT has_schema_privilege('alongside_staff', 'public', 'CREATE')") == [(False,)]
    assert values("SELECT has_database_privilege('alongside_staff', current_database(), 'TEMP')") == [(False,)]


def test_staff_cannot_act_as_another_role() -> None:
    for name in ("alongside_owner", "alongside_engine", "alongside_audit_owner", "alongside_jobs"):
        assert values("SELECT pg_has_role('alongside_staff', %s, 'MEMBER')", name) == [(False,)]


def test_family_and_partners_may_read_no_table() -> None:
    open_to_them = values(
        "SELECT r, c.relname FROM pg_class c, unnest(ARRAY['alongside_family', 'alongside_partner']) r "
        "WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') "
        "AND has_table_privilege(r, c.oid, 'SELECT, INSERT, UPDATE, DELETE')"
    )
    assert open_to_them == []


def test_nobody_who_writes_the_audit_can_change_it() -> None:
    tables = [row[0] for row in values("SELECT relname FROM pg_class WHERE relname ~ '^audit_' AND relkind = 'r'")]
    assert tables
    for table in tables:
        for role in LOGINS:
            assert values("SELECT has_table_privilege(%s, %s, 'UPDATE, DELETE, TRUNCATE')", role, table) == [(False,)]
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            values(f'DELETE FROM "{table}" RETURNING 1')


def test_public_may_run_none_of_our_functions() -> None:
    open_to_all = values(
        "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace "
        "AND p.proowner <> 'alongside_superuser'::regrole "
        "AND has_function_privilege('alongside_family', p.oid, 'EXECUTE')"
    )
    assert open_to_all == []


@pytest.mark.django_db(transaction=True)
def test_what_a_test_commits_is_emptied_by_the_owner(as_owner: psycopg.Connection[tuple[object, ...]]) -> None:
    with connect_as("staff") as staff, pytest.raises(psycopg.errors.InsufficientPrivilege):
        staff.execute("TRUNCATE django_session")
    as_owner.execute("INSERT INTO django_session VALUES ('left-over', '', now())")


@pytest.mark.django_db(transaction=True)
def test_and_the_next_test_finds_nothing_of_it() -> None:
    assert values("SELECT count(*) FROM django_session") == [(0,)]
