"""`alongside migrate`: tables, then who may do what to them."""

import click
from django.core.management import call_command


@click.command()
@click.option("--quiet", is_flag=True, help="Say nothing unless something goes wrong.")
def migrate(quiet: bool) -> None:
    """Make or bring up to date the database's tables, then set who may do what to them.

    Works as the role alongside_migrator. Harmless to run again.
    """
    from alongside.config.database.grants import give_grants

    call_command("migrate", interactive=False, verbosity=0 if quiet else 1)
    call_command("createcachetable", verbosity=0)
    give_grants()
