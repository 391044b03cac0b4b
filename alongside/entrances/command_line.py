"""The command line, `.venv/bin/alongside`.

A command is one line in COMMANDS; its module is loaded only when it is asked for, so that --help is quick.
A command with a `role` runs with the database open as that role ("jobs" for anything done in bulk).
"""

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

HIDDEN = ""
OF_OTHERS = (
    "This copy was made by another user of this machine: run Alongside as that user, or from a copy of your own."
)
FULL = "The disk is full."
OPEN_DATABASE = "alongside.config.database.opened:database_open"


@dataclass(frozen=True)
class Command:
    place: str  # "module:function", the function being a click command
    words: str  # what it does, as --help lists it
    role: str = ""  # the database role it needs open; none when it needs no database


COMMANDS = {
    "run": Command("alongside.config.commands.run:run", "Start Alongside on this machine."),
    "migrate": Command(
        "alongside.config.commands.migrate:migrate", "Make or bring up to date the database's tables.", "migrator"
    ),
    "make-roles": Command(
        "alongside.config.commands.make_roles:make_roles", "Print the SQL that makes the roles on a real server."
    ),
    "check": Command("alongside.config.commands.check:check", "Say whether the database is safe to start on.", "staff"),
    "prepare": Command("alongside.config.commands.prepare:prepare", HIDDEN, "jobs"),
    "work": Command("alongside.config.commands.prepare:work", HIDDEN, "jobs"),
    "manage": Command(
        "alongside.config.commands.manage:manage", "For programmers: any of Django's own commands.", "migrator"
    ),
    "import-census": Command(
        "alongside.entrances.imports.commands:import_census", "Bring in a Children in Need census file.", "jobs"
    ),
    "import-people": Command(
        "alongside.entrances.imports.commands:import_people", "Bring in names, homes and workers from CSV.", "jobs"
    ),
    "make-census": Command(
        "alongside.entrances.imports.made_up.command:make_census", "Write a made-up pair of import files.", "jobs"
    ),
}


class Commands(click.Group):
    """Finds a command in COMMANDS and loads it when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if COMMANDS[name].words and is_there(COMMANDS[name])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        known = COMMANDS.get(cmd_name)
        if known is None or not is_there(known):
            return None
        if known.role:
            set_up_django(known.role)
        command: click.Command = _found(known.place)
        return _with_database(command, known.role) if known.role else command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].words) for name in self.list_commands(ctx)])


def is_there(command: Command) -> bool:
    """Whether its module is part of this copy (the demo is left out of a production one)."""
    try:
        return find_spec(command.place.partition(":")[0]) is not None
    except ModuleNotFoundError:
        return False


def set_up_django(role: str) -> None:
    """Load the application; touches no database yet."""
    import django

    os.environ["ALONGSIDE_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    django.setup()


def _with_database(command: click.Command, role: str) -> click.Command:
    inner: Callable[..., Any] | None = command.callback

    def callback(*args: Any, **kwargs: Any) -> Any:
        with _found(OPEN_DATABASE)(role):
            return inner(*args, **kwargs) if inner else None

    command.callback = callback
    return command


def _found(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version=__import__("alongside").__version__, prog_name="alongside")
def group() -> None:
    """Alongside: case management for the people who stand alongside a child."""


def main() -> int:
    """Run the command line. A fault meant for people is one sentence and exit code 1."""
    from alongside.platform.common.errors import PlainError

    try:
        group.main(prog_name="alongside", standalone_mode=True)
    except PlainError as fault:
        click.echo(str(fault), err=True)
        return 1
    except OSError as fault:
        if fault.errno not in (errno.EACCES, errno.EPERM, errno.ENOSPC):
            raise
        click.echo(f"{OF_OTHERS if fault.errno != errno.ENOSPC else FULL} ({fault.filename})", err=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
