"""Bringing files in: handing one in, reading it, confirming, bringing it in, going on after a stop."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from alongside.entrances.imports.choices import WORKING, Kind, Status
from alongside.entrances.imports.models import ImportRun
from alongside.entrances.imports.taking_in import kept_files
from alongside.entrances.imports.taking_in.running import import_census, import_people, preview_census, preview_people
from alongside.entrances.imports.taking_in.turn import somebody_imports
from alongside.entrances.imports.tasks import ask_to_bring_in, ask_to_read
from alongside.platform.access.actor import Actor
from alongside.platform.audit.actions import note_write
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.record.workers.selectors import team_for_new_children

__all__ = [
    "confirm_run",
    "drop_run",
    "hand_in_file",
    "import_census",
    "import_people",
    "preview_census",
    "preview_people",
    "resume_run",
]


@transaction.atomic
def hand_in_file(
    *,
    by: Actor,
    kind: str,
    file_name: str,
    pieces: Iterable[bytes],
    go_live: date | None = None,
    add_workers: bool = False,
) -> ImportRun:
    """Keep the file and ask the job worker to read it. Raises Refused when there is no team for new children."""
    team = team_for_new_children(by)
    if team is None:
        raise Refused(
            "There is no team yet that new children could go to. Nothing was kept. "
            "An administrator adds hubs and teams first; then hand the file in again."
        )
    run = ImportRun(id=new_id(), org=by.org, kind=Kind(kind), file_name=file_name[:200], go_live=go_live, team=team)
    run.started_by, run.started_by_name, run.add_workers = by.account_id, by.name, add_workers
    run.sha256, run.size = kept_files.keep(run.id, pieces)
    try:
        run.save(force_insert=True)
        note_write(by, "file.handed_in", [], f"{run.id} {run.file_name}")
        ask_to_read(run)
    except BaseException:
        kept_files.remove(run.id)
        raise
    return run


@transaction.atomic
def confirm_run(*, by: Actor, run: ImportRun) -> ImportRun:
    """Yes, bring it in, as the preview shows."""
    _claim(run, (Status.PREVIEWED,), Status.CONFIRMED)
    note_write(by, "file.confirmed", [], run.id)
    ask_to_bring_in(run)
    return run


@transaction.atomic
def resume_run(*, by: Actor, run: ImportRun) -> ImportRun:
    """Go on with a run that was stopped: what it has brought in stays, nothing is brought in twice."""
    if run.status in WORKING and somebody_imports(run.org):
        raise Refused("It is still being worked on. Nothing was changed: look at the page as it stands now.")
    to_read = run.status == Status.READING or (run.status == Status.INTERRUPTED and not run.began_at)
    _claim(run, (*WORKING, Status.INTERRUPTED), Status.UPLOADED if to_read else Status.CONFIRMED)
    note_write(by, "file.resumed", [], run.id)
    (ask_to_read if to_read else ask_to_bring_in)(run)
    return run


@transaction.atomic
def drop_run(*, by: Actor, run: ImportRun) -> ImportRun:
    """No, do not bring it in. The file is removed; what the preview said is kept."""
    _claim(run, (Status.PREVIEWED, Status.UPLOADED), Status.DROPPED)
    note_write(by, "file.dropped", [], run.id)
    transaction.on_commit(lambda: kept_files.remove(run.id))
    return run


def _claim(run: ImportRun, was: Iterable[Any], becomes: Status) -> None:
    """Move on once, whoever presses first."""
    if not ImportRun.objects.filter(id=run.id, status__in=list(was)).update(status=becomes):
        raise Refused("This file has moved on meanwhile. Nothing was changed: look at the page as it stands now.")
    run.status = becomes
