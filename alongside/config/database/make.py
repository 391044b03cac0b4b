"""Makes the roles and the database in the embedded cluster. Only here is its superuser used."""

import secrets

import psycopg
from psycopg import sql

from alongside.config import places
from alongside.config.database.embedded import SUPERUSER, socket_folder
from alongside.config.database.roles import LOGINS, sql_for_database, sql_for_roles, sql_inside_database

PASSFILE = places.SECRETS / "pgpass"


def as_superuser(database: str = "postgres") -> "psycopg.Connection[tuple[object, ...]]":
    """A connection of the embedded cluster's superuser, each statement on its own."""
    return psycopg.connect(
        host=str(socket_folder()), port=5432, user=SUPERUSER, dbname=database,
        password=places.kept_secret(SUPERUSER), autocommit=True,
    )  # fmt: skip


def make_roles() -> None:
    """Roles and, when the password file is not there yet, a new password for each that logs in."""
    with as_superuser() as connection:
        connection.execute(sql_for_roles())
        if PASSFILE.exists():
            return
        passwords = {name: secrets.token_urlsafe(32) for name in LOGINS}
        for name, password in passwords.items():
            connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(name), password))
    places.write_private(PASSFILE, "".join(f"*:*:*:{name}:{password}\n" for name, password in passwords.items()))


def database_is_there(name: str) -> bool:
    with as_superuser() as connection:
        return bool(connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone())


def make_database(name: str) -> None:
    """Make the database if it is not there, and set who may enter it."""
    if not database_is_there(name):
        with as_superuser() as connection:
            connection.execute(sql_for_database(name))
    with as_superuser(name) as connection:
        connection.execute(sql_inside_database(name))
