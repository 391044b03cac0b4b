"""`alongside run`: database, tables, web server and job worker, until it is asked to stop."""

import json
import socket
from typing import Any

import click

from alongside.config.commands.check import refuse_unsafe_database
from alongside.config.database.addresses import real_server
from alongside.config.database.opened import database_open
from alongside.config.places import PEOPLE, SET_UP_CODE
from alongside.config.processes import Processes, run_command, stop_when_asked
from alongside.platform.common.errors import PlainError


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option("--trial", is_flag=True, help="Start on a real server, though the safety checks have not passed.")
@click.option(
    "--empty", is_flag=True, help="Begin without the made-up council, to set up your own. The first time only."
)
def run(host: str, port: int, trial: bool, empty: bool) -> None:
    """Start Alongside on this machine: its database, the web pages and the background jobs.

    Stop it with Ctrl-C. What it keeps is under var/ and is there the next time.
    """
    refuse_without_trial(trial)
    refuse_busy_port(host, port)
    with stop_when_asked(), database_open(""):
        if not real_server():
            run_command("migrate", "--quiet")
        run_command("prepare", *(["--empty"] if empty else []))
        refuse_unsafe_database()
        with Processes() as processes:
            processes.start_web(host, port)
            processes.start_worker()
            processes.wait_until_it_answers(host, port)
            say_where(host, port)
            processes.wait()


def refuse_without_trial(trial: bool) -> None:
    if real_server() and not trial:
        raise PlainError(
            "Alongside is not ready for real children: its safety checks have not all passed. "
            "To try it on a database server with made-up records, start it with --trial."
        )


def refuse_busy_port(host: str, port: int) -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as fault:
            raise PlainError(
                f"Alongside cannot listen on {host}, port {port} ({fault.strerror}): "
                f"stop what is using it, or choose another port: .venv/bin/alongside run --port {port + 1}"
            ) from fault


def say_where(host: str, port: int) -> None:
    click.echo(f"\nAlongside is at http://{host}:{port}  (not for real children)\n")
    if SET_UP_CODE.exists():
        click.echo(f"  There is no council yet. Set it up at http://{host}:{port}/set-up/ with this code:")
        click.echo(f"  {SET_UP_CODE.read_text().strip()}")
    for person in _people():
        click.echo("  " + "   ".join(str(part) for part in person))
    click.echo("\nCtrl-C stops it.")


def _people() -> list[list[Any]]:
    """Who the made-up council's people are: a list of rows, made when it was filled."""
    if real_server() or not PEOPLE.exists():
        return []
    people = json.loads(PEOPLE.read_text())
    return [list(person.values()) if isinstance(person, dict) else list(person) for person in people]
