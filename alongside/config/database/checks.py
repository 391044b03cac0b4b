"""Is this database safe to start on? Each check answers with a sentence, or nothing when all is well.

A role that may do too much makes every other wall worthless, and a server that does not flush loses what a
worker was told is saved. So a copy refuses to start rather than warn.
"""

from collections.abc import Callable
from typing import Any

import psycopg

from alongside.config.database.roles import ROLES, role_name

OLDEST = 18
STRONG = """
    SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
    FROM pg_roles WHERE rolname = session_user
"""
Connection = psycopg.Connection[tuple[Any, ...]]


def faults_of(connection: Connection, role: str) -> list[str]:
    """What is wrong with the server, or with `role` ("staff" …), which `connection` is connected as."""
    checks: list[Callable[[Connection, str], str]] = [
        _version, _flushes, _checksums, _right_role, _narrow_role, _owns_nothing, _all_roles, _walls, _audit,
    ]  # fmt: skip
    return [fault for check in checks if (fault := check(connection, role))]


def _one(connection: Connection, query: str, *parameters: object) -> Any:
    row = connection.execute(query, parameters).fetchone()  # type: ignore[arg-type]
    return row[0] if row else None


def _list(connection: Connection, query: str, *parameters: object) -> str:
    return ", ".join(str(row[0]) for row in connection.execute(query, parameters))  # type: ignore[arg-type]


def _version(connection: Connection, role: str) -> str:
    version = connection.info.server_version // 10_000
    return f"The server is PostgreSQL {version}; Alongside needs {OLDEST} or later." if version < OLDEST else ""


def _flushes(connection: Connection, role: str) -> str:
    off = [name for name in ("fsync", "full_page_writes") if _one(connection, f"SHOW {name}") != "on"]
    if _one(connection, "SHOW synchronous_commit") not in ("on", "remote_apply"):
        off.append("synchronous_commit")
    return f"The server may lose what was saved: {', '.join(off)} must be on." if off else ""


def _checksums(connection: Connection, role: str) -> str:
    on = _one(connection, "SHOW data_checksums") == "on"
    return "" if on else "The server has no data checksums, so damage to its disk would go unseen (see pg_checksums)."


def _right_role(connection: Connection, role: str) -> str:
    name = _one(connection, "SELECT session_user")
    return "" if name == role_name(role) else f"The address for {role} signs in as {name}, not as {role_name(role)}."


def _narrow_role(connection: Connection, role: str) -> str:
    if _one(connection, STRONG):
        return f"The role {role_name(role)} may do too much: it must not be superuser or go round row security."
    joined = _list(
        connection,
        "SELECT rolname FROM pg_roles "
        "WHERE rolname <> session_user AND pg_has_role(session_user, oid, 'MEMBER') ORDER BY 1",
    )
    return f"The role {role_name(role)} must not be a member of other roles: {joined}." if joined else ""


def _owns_nothing(connection: Connection, role: str) -> str:
    if _one(connection, "SELECT count(*) FROM pg_class WHERE relowner = session_user::regrole"):
        return f"The role {role_name(role)} owns tables; alongside_owner must own them."
    if _one(connection, "SELECT has_schema_privilege(session_user, 'public', 'CREATE')"):
        return f"The role {role_name(role)} may make tables; run the SQL of alongside make-roles."
    return ""


def _all_roles(connection: Connection, role: str) -> str:
    there = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
    missing = [each.name for each in ROLES if each.name not in there]
    return f"Roles are missing: {', '.join(missing)}. Run the SQL of alongside make-roles." if missing else ""


def _walls(connection: Connection, role: str) -> str:
    open_to_owner = _list(
        connection, "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity ORDER BY 1"
    )
    return f"Row security does not bind the owner of: {open_to_owner}. Run alongside migrate." if open_to_owner else ""


def _audit(connection: Connection, role: str) -> str:
    loose = _list(
        connection,
        "SELECT relname FROM pg_class WHERE relname LIKE 'audit\\_%%' AND relkind = 'r' "
        "AND relnamespace = 'public'::regnamespace "
        "AND has_table_privilege(session_user, oid, 'UPDATE, DELETE, TRUNCATE') ORDER BY 1",
    )
    return f"The role {role_name(role)} could change the audit ({loose}). Run alongside migrate." if loose else ""
