"""Runs of files that were handed in on a page: the job worker reads them, then, once confirmed, brings them in."""

import logging
from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from alongside.entrances.imports.choices import OF_A_CHILD, Kind, Status
from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.taking_in import kept_files, rows
from alongside.entrances.imports.taking_in.crew import in_lots
from alongside.entrances.imports.taking_in.job import Totals
from alongside.entrances.imports.taking_in.lots import look_at_lot
from alongside.entrances.imports.taking_in.reading import Reading
from alongside.entrances.imports.taking_in.running import Refusal, bring_in, count_row, job_of, read_through, turn_of
from alongside.entrances.imports.taking_in.turn import Busy
from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import PlainError
from alongside.record.organisations.selectors import council

log = logging.getLogger(__name__)
LOT = 200


def read_kept(key: UUID) -> None:
    """Read the file of this run and keep its preview. Nothing about a child is written."""
    _in_turn(key, Status.UPLOADED, Status.READING, _read)


def bring_in_kept(key: UUID) -> None:
    """Bring in the file of this run, or go on with it."""
    _in_turn(key, Status.CONFIRMED, Status.IMPORTING, _bring_in)


def _in_turn(key: UUID, was: Status, becomes: Status, work: Callable[[ImportRun], None]) -> None:
    """Only one job works on a run, and only while it is asked for.

    Trap: a run that says it is being worked on while nobody holds the turn reads as stopped. So it says so only
    after the turn is taken, and says how it ended before the turn is let go.
    """
    wanted = ImportRun.objects.filter(id=key, status=was)
    run = wanted.select_related("team").first()
    if run is None:
        return
    try:
        with turn_of(run):
            if wanted.update(status=becomes):
                run.status = becomes
                work(run)
    except Busy as fault:
        wanted.update(status=Status.INTERRUPTED, refused=str(fault)[:600])


def _read(run: ImportRun) -> None:
    try:
        reading = reading_of(run)
        read_through(reading)
        totals = _keep_preview(run, reading)
    except Refusal as fault:
        _refuse(run, str(fault))
        return
    except BaseException:
        _stop(run, "")
        raise
    ImportRun.objects.filter(id=run.id).update(
        status=Status.PREVIEWED, totals=totals.as_json(), about=reading.about, children=totals.children, refused=""
    )


def _keep_preview(run: ImportRun, reading: Reading) -> Totals:
    actor = starter(run)
    job = job_of(run, reading, by=actor)
    totals, flagged = reading.totals, set[str]()
    ImportRun.objects.filter(id=run.id).update(children=totals.children)
    ImportRow.objects.filter(run=run).delete()
    rows.keep_rows(rows.fault_rows(job, reading.faults))
    read = 0
    for lot in in_lots(reading.children(), LOT):
        found = look_at_lot(job, lot)
        for row in found:
            count_row(totals, row, flagged)
        read += sum(row.result in OF_A_CHILD for row in found)
        with transaction.atomic():
            rows.keep_rows(found)
            ImportRun.objects.filter(id=run.id).update(done=read)
    return totals


def _bring_in(run: ImportRun) -> None:
    try:
        bring_in(run, reading_of(run), by=starter(run))
    except Refusal as fault:
        _refuse(run, str(fault))
    except PlainError as fault:
        _stop(run, str(fault))


def reading_of(run: ImportRun) -> Reading:
    """The kept file of this run. The council's own number, where it is known, is asked of a census."""
    ours = council()
    expected = run.authority or (ours.code if ours else "") if run.kind == Kind.CENSUS else None
    place = kept_files.place_of(run.id)
    if not place.exists():
        raise Refusal("The file is no longer kept here. Nothing was changed: hand it in again.")
    return Reading(run.kind, place, expected)


def starter(run: ImportRun) -> Actor:
    """Whoever handed the file in, acting for the system: what they may is settled before."""
    return Actor(org=run.org, name=run.started_by_name, account_id=run.started_by, is_system=True)


def _refuse(run: ImportRun, sentence: str) -> None:
    ImportRun.objects.filter(id=run.id).update(status=Status.REFUSED, refused=sentence[:600])
    kept_files.remove(run.id)


def _stop(run: ImportRun, sentence: str) -> None:
    ImportRun.objects.filter(id=run.id).update(status=Status.INTERRUPTED, refused=sentence[:600])
