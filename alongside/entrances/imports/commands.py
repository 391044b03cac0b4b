"""`alongside import-census` and `alongside import-people`: the same imports as on the pages, from the command line."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from alongside.entrances.imports.actions import import_census as bring_in_census
from alongside.entrances.imports.actions import import_people as bring_in_people
from alongside.entrances.imports.actions import preview_census, preview_people
from alongside.entrances.imports.choices import Result
from alongside.entrances.imports.taking_in.job import Totals
from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import PlainError
from alongside.platform.common.words import how_many
from alongside.record.organisations.selectors import council
from alongside.record.workers.actions import add_hub, add_team
from alongside.record.workers.selectors import hubs

FILE = click.Path(path_type=Path)
SHOWN_ODD = 20
NO_GO_LIVE = (
    "No go-live day was given: duties that fell due before today and that the file does not show as met are late. "
    "With --go-live 2026-09-01 those due before that day are not judged."
)
NOT_OURS = "another local authority"
ON_PURPOSE = "If you mean to take it, say whose it is: --authority, and the number the file says."
NO_NUMBER = "This council's own number is not known here, so it was not checked that the file is its own."
ODD = (Result.KEPT_ASIDE, Result.FLAGGED, Result.CORRECTED_HERE)


@click.command("import-census")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@click.option("--go-live", type=click.DateTime(["%Y-%m-%d"]), help="Unmet duties due before this day are not judged.")
@click.option("--team", "team_name", help="The team new children go to; made if there is none of that name.")
@click.option("--authority", help="Take a file of this other authority (its three-digit number), on purpose.")
@click.option("--preview", "only_look", is_flag=True, help="Only say what would happen; write nothing.")
@click.option("--processes", type=click.IntRange(1, 16), help="How many processes write; two by default.")
def import_census(
    file: Path, as_json: bool, go_live: datetime | None, team_name: str | None, authority: str | None,
    only_look: bool, processes: int | None,
) -> None:  # fmt: skip
    """Bring in a Children in Need census (the XML file that councils send to the Department for Education).

    The same file again changes nothing; an import that was stopped goes on where it was; what was put right here is
    never overwritten. A file that cannot be taken is refused whole, with the line.
    """
    ours, by = _council_and_actor()
    expected = authority or ours.code
    if only_look:
        _look(preview_census(file, by=by, expected_lea=expected), as_json)
        return
    if not as_json:
        for said in ((NO_GO_LIVE, go_live), (NO_NUMBER, expected)):
            if not said[1]:
                click.echo(said[0], err=True)
    team = _team(by, team_name) if team_name else None
    with _told(as_json), _bar("Children") as on_progress:
        totals = bring_in_census(
            file, by=by, expected_lea=expected, on_progress=on_progress, team=team, processes=processes,
            go_live=_day(go_live),
        )  # fmt: skip
    _say(totals, as_json)


@click.command("import-people")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@click.option("--add-workers", is_flag=True, help="Add workers and teams the file names and nobody here has.")
@click.option("--preview", "only_look", is_flag=True, help="Only say what would happen; write nothing.")
def import_people(file: Path, as_json: bool, add_workers: bool, only_look: bool) -> None:
    """Bring in names, homes, schools, parents and workers from a CSV file, one row a child.

    Children are found by their child id of the census. What was put right here is never overwritten.
    """
    _, by = _council_and_actor()
    if only_look:
        _look(preview_people(file, by=by), as_json)
        return
    with _told(as_json), _bar("Rows") as on_progress:
        totals = bring_in_people(file, by=by, on_progress=on_progress, add_workers=add_workers)
    _say(totals, as_json)


def _council_and_actor() -> tuple[Any, Actor]:
    ours = council()
    if ours is None:
        raise PlainError(
            "This copy has no council yet. Start it once with: alongside run. That fills it with a made-up one; "
            "with --empty you set your own up on its first page."
        )
    return ours, Actor(org=ours.org, name="The command line", is_system=True)


def _team(by: Actor, name: str) -> Any:
    """The team of this name; a new one stands in the first hub, or in one of its own name."""
    known = list(hubs(by))
    for hub in known:
        for team in hub.teams.all():
            if team.name.casefold() == name.strip().casefold():
                return team
    return add_team(by=by, hub=known[0] if known else add_hub(by=by, name=name), name=name)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


@contextmanager
def _bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the error stream, so that what is printed stays clean. Made when the first word comes."""
    bar: Any = None

    def on_progress(done: int, of: int) -> None:
        nonlocal bar
        if bar is None:
            bar = click.progressbar(length=of, label=label, file=sys.stderr)
            bar.__enter__()
        bar.update(done - bar.pos)

    try:
        yield on_progress
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)


@contextmanager
def _told(as_json: bool) -> Iterator[None]:
    """A refusal is printed for programs too; the sentence goes to the error stream either way."""
    try:
        yield
    except PlainError as fault:
        if as_json:
            click.echo(json.dumps({"refused": str(fault), "line": getattr(fault, "line", None)}))
        if NOT_OURS in str(fault):
            click.echo(ON_PURPOSE, err=True)
        raise


def _look(found: Iterator[Any], as_json: bool) -> None:
    odd = 0
    with _told(as_json):
        for each in found:
            if isinstance(each, Totals):
                _say(each, as_json, would=True)
            elif each.result in ODD and not as_json:
                odd += 1
                if odd <= SHOWN_ODD:
                    both = f" The file: {each.in_file}. Held: {each.held}." if each.held else ""
                    click.echo(f"Line {each.line}, child {each.child_ref or '?'}: {each.reason}{both}")
    if odd > SHOWN_ODD:
        click.echo(f"… and {odd - SHOWN_ODD:,} more. On the page for files you can see and download all of them.")


def _say(totals: Totals, as_json: bool, would: bool = False) -> None:
    if as_json:
        click.echo(json.dumps(totals.as_json()))
        return
    click.echo(f"{how_many(totals.children, 'child', 'children')}, {how_many(totals.episodes, 'referral')} in the file")
    click.echo(
        f"{'Would be' if would else 'Brought in'}: {totals.new:,} new, "
        f"{totals.changed:,} changed, {totals.same:,} the same"
    )
    click.echo(f"Doubtful, and flagged on the child: {how_many(totals.flagged, 'child', 'children')}")
    click.echo(f"Kept aside because it cannot be stored: {totals.kept_aside:,}")
    if totals.corrected_here:
        click.echo(f"Put right here and kept, though the file says otherwise: {totals.corrected_here:,}")
