"""`alongside make-census`: a made-up pair of files to try the imports with."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click
from django.db import DatabaseError

from alongside.platform.common import clock

from .pair import LEA
from .pair import make_census as write_pair


def own_number() -> str:
    """The number of this copy's council, so that its own import takes the file; "" when it is not known or there is
    no council yet."""
    from alongside.record.organisations.selectors import council

    try:
        ours = council()
    except DatabaseError:  # a new database, before the first start has made its tables
        return ""
    return ours.code if ours else ""


@click.command("make-census")
@click.option("--children", type=click.IntRange(1, 250_000), default=120, show_default=True,
              help="How many children the files hold.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same number writes the same files again.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None,
              help="The day the open work is dated round (2026-11-21). Today unless given.")
@click.option("--with-faults", is_flag=True, help="Make about one child in twenty wrong, as real files are.")
@click.option("--lea", default="", help="Number of the local authority in the header. This council's own unless given, "
              f"or {LEA}, which no council has, where that is not known.")
@click.option("--out", "out_dir", type=click.Path(file_okay=False, path_type=Path), default=Path(),
              help="Folder to write census.xml and people.csv into. This folder unless given.")
def make_census(children: int, seed: int, today: datetime | None, with_faults: bool, lea: str, out_dir: Path) -> None:
    """Write a made-up Children in Need census and its people file. Everyone in them is invented."""
    lea = lea or own_number() or LEA
    if len(lea) != 3 or not lea.isdecimal():
        raise click.BadParameter("It is three digits.", param_hint="--lea")
    day: date = today.date() if today else clock.today()
    try:
        pair = write_pair(children, seed, day, out_dir, with_faults=with_faults, lea=lea)
    except OSError as problem:
        raise click.ClickException(f"The files cannot be written to {out_dir}: {problem.strerror}.") from problem
    click.echo(f"{pair.census}: {pair.children} children, {pair.open_children} open.")
    click.echo(f"{pair.people}: the same children, {pair.waiting} open without a worker.")
