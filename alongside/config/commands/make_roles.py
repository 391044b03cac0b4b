"""`alongside make-roles`: the SQL for a real server, for a person to read and run."""

import click

from alongside.config.database.roles import sql_for_real_server


@click.command("make-roles")
@click.option("--database", default="alongside", show_default=True, help="Name of the database to make.")
def make_roles(database: str) -> None:
    """Print the SQL that makes the roles and the database on a real PostgreSQL server.

    Read it, then run it with psql as a superuser. psql asks for each role's password.
    """
    click.echo(sql_for_real_server(database))
