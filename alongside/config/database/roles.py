"""The database's roles (security: separate roles by audience, none superuser or owner).

One table, from which `alongside make-roles` prints the SQL for a real server and the
embedded cluster makes its own.
"""

from dataclasses import dataclass

EXTENSIONS = ("pg_trgm", "fuzzystrmatch", "btree_gist", "unaccent")


@dataclass(frozen=True)
class Role:
    name: str
    what_for: str
    login: bool = False
    settings: tuple[str, ...] = ()


ROLES = (
    Role("alongside_owner", "owns the tables; reached only by migrations"),
    Role("alongside_migrator", "logs in to migrate, then acts as the owner", login=True),
    Role("alongside_engine", "owns the functions that read facts and write due items"),
    Role("alongside_audit_owner", "owns the audit, so that no one who writes it can change it"),
    Role("alongside_search", "owns the search function and its table"),
    Role("alongside_staff", "the pages of staff", login=True, settings=("statement_timeout = '30s'",)),
    Role("alongside_family", "the pages of the child and family", login=True, settings=("statement_timeout = '10s'",)),
    Role("alongside_partner", "the pages of other organisations", login=True, settings=("statement_timeout = '10s'",)),
    Role("alongside_reports", "reads for returns and measures", login=True),
    Role("alongside_jobs", "background jobs and imports", login=True),
    Role("alongside_sealer", "seals the audit's chain", login=True),
)

# What the owner makes and then hands over; it stays able to alter it in a later migration.
OWNED_THROUGH_OWNER = ("alongside_engine", "alongside_audit_owner", "alongside_search")
LOGINS = tuple(role.name for role in ROLES if role.login)


def role_name(short: str) -> str:
    """`staff` → `alongside_staff`."""
    return f"alongside_{short}"


def sql_for_roles() -> str:
    """SQL that makes every role and membership; harmless when run again. Passwords are set apart."""
    lines = [_make(role) for role in ROLES]
    lines += [f"GRANT {name} TO alongside_owner WITH INHERIT TRUE, SET TRUE;" for name in OWNED_THROUGH_OWNER]
    lines.append("GRANT alongside_owner TO alongside_migrator WITH INHERIT FALSE, SET TRUE;")
    return "\n".join(lines)


def _make(role: Role) -> str:
    login = "LOGIN" if role.login else "NOLOGIN"
    narrow = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION INHERIT"
    lines = [
        f"-- {role.name}: {role.what_for}",
        f"DO $$ BEGIN CREATE ROLE {role.name}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;",
        f"ALTER ROLE {role.name} {login} {narrow};",
        f"ALTER ROLE {role.name} SET search_path = public;",
    ]
    lines += [f"ALTER ROLE {role.name} SET {setting};" for setting in role.settings]
    return "\n".join(lines)


def sql_for_database(database: str) -> str:
    """SQL that makes one database. Cannot run in a transaction."""
    return f"CREATE DATABASE {database} OWNER alongside_owner TEMPLATE template0 ENCODING 'UTF8';"


def sql_inside_database(database: str) -> str:
    """SQL to run inside it, as superuser: extensions, and who may enter."""
    logins = ", ".join(LOGINS)
    makers = ", ".join(OWNED_THROUGH_OWNER)
    lines = [f"CREATE EXTENSION IF NOT EXISTS {name};" for name in EXTENSIONS]
    lines += [
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC;",
        f"GRANT CONNECT ON DATABASE {database} TO {logins};",
        "REVOKE ALL ON SCHEMA public FROM PUBLIC;",
        f"GRANT USAGE ON SCHEMA public TO alongside_owner, {logins};",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {makers};",
    ]
    return "\n".join(lines)


def sql_for_real_server(database: str) -> str:
    """All of it, for a person to read and run with psql as superuser."""
    passwords = "\n".join(f"\\password {name}" for name in LOGINS)
    return "\n".join(
        (
            "-- Run with psql as a superuser, once. It is harmless to run again, but for CREATE DATABASE.",
            sql_for_roles(),
            "-- psql asks for each password, so that none is kept in a log.",
            passwords,
            sql_for_database(database),
            f"\\connect {database}",
            sql_inside_database(database),
        )
    )
