"""`alongside check`: is this database safe to start on?"""

import click

from alongside.config.database.addresses import connect
from alongside.config.database.checks import faults_of
from alongside.platform.common.errors import PlainError

ROLES_IN_USE = ("staff", "jobs")


@click.command()
def check() -> None:
    """Say whether the database is safe to start on: its version, its settings, and what each role may do."""
    refuse_unsafe_database()
    click.echo("The database is safe to start on.")


def refuse_unsafe_database() -> None:
    """Raise PlainError with every fault, one a line; nothing when there is none."""
    faults: list[str] = []
    for role in ROLES_IN_USE:
        with connect(role) as connection:
            faults += [fault for fault in faults_of(connection, role) if fault not in faults]
    if faults:
        raise PlainError("\n".join(["Alongside does not start on this database.", *faults]))
