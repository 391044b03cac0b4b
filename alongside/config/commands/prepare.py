"""What `alongside run` does in processes of their own, because each works as another role."""

import json
from importlib import import_module
from importlib.util import find_spec

import click
from django.core.management import call_command

from alongside.config import places
from alongside.config.database.addresses import real_server
from alongside.platform.common.errors import PlainError

DEMO = "alongside.demo"  # left out of a copy that is installed for good, so never imported by name


@click.command(hidden=True)
@click.option("--empty", is_flag=True)
def prepare(empty: bool) -> None:
    """Style sheets, and the made-up council or, on a real server, a look whether its tables are up to date.

    While there is no council, a code to set one up with is kept where only this user may read it.
    """
    from alongside.config.static import collect_static
    from alongside.entrances.council.actions import keep_set_up_code

    collect_static()
    places.private_folder(places.MAIL)  # a letter there may hold a link that sets somebody's password
    if real_server():
        refuse_old_tables()
    elif _demo_is_there() and not empty and not _anybody():
        fill()
    keep_set_up_code()


@click.command(hidden=True)
def work() -> None:
    """The job worker."""
    from alongside.config.jobs import work as take_jobs
    from alongside.config.with_parent import end_with_parent

    end_with_parent()
    take_jobs()


def refuse_old_tables() -> None:
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit as older:
        raise PlainError("The database's tables are older than this copy: run .venv/bin/alongside migrate.") from older


def fill() -> None:
    """The made-up council, into a database nobody can sign in to yet."""
    click.echo("Filling it with a made-up council (once) ...")
    import_module(f"{DEMO}.load").load_demo()
    places.PEOPLE.write_text(json.dumps(import_module(DEMO).people_to_sign_in(), default=str))


def _demo_is_there() -> bool:
    return find_spec(DEMO) is not None and find_spec(f"{DEMO}.load") is not None


def _anybody() -> bool:
    from django.contrib.auth import get_user_model

    return get_user_model()._default_manager.exists()
