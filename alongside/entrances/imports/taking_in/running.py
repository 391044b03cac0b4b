"""A whole file, from its first byte to the last child.

A file is read to its end before anything is written, so one that is cut off in the middle leaves nothing behind. Then
it is read again and written, each child in a transaction of its own. What a killed import has written stays; the same
file again goes on from there.
"""

import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Count

from alongside.entrances.imports.census import FileRefused
from alongside.entrances.imports.choices import OF_A_CHILD, WORKING, Kind, Result, Status
from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.taking_in import kept_files, rows
from alongside.entrances.imports.taking_in.crew import in_lots, work_through
from alongside.entrances.imports.taking_in.job import Job, Totals
from alongside.entrances.imports.taking_in.lots import look_at_lot
from alongside.entrances.imports.taking_in.reading import Reading
from alongside.entrances.imports.taking_in.turn import Busy, our_turn
from alongside.platform.access.actor import Actor
from alongside.platform.audit.actions import note_write
from alongside.platform.common.clock import now, today
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.platform.common.words import full_date, time_of_day
from alongside.record.timescales.actions import set_go_live
from alongside.record.workers.selectors import team_for_new_children

Progress = Callable[[int, int], None]
FEW = 100  # children; below this, starting processes costs more than it saves
SECONDS_BETWEEN_NOTES = 1.0


class Refusal(Refused):
    """A file that was not taken, with the line where there is one."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line


def import_census(
    path: str | os.PathLike[str],
    *,
    by: Actor,
    expected_lea: str | None = None,
    on_progress: Progress | None = None,
    go_live: date | None = None,
    team: Any = None,
    processes: int | None = None,
) -> Totals:
    """Bring in a Children in Need census. `on_progress(done, of)` is told of children.

    expected_lea: our own authority's number; another's file is refused. go_live: see `timescales.set_go_live`.
    team: where children go who are new; None is the council's team for new children. processes: 1 writes here.
    Raises Refusal for a file that cannot be taken, Busy while another import runs, Refused without a team.
    """
    reading = Reading(Kind.CENSUS, path, expected_lea)
    refuse_at_once(reading)
    run = new_run(Path(path), by=by, kind=Kind.CENSUS, go_live=go_live, team=team)
    return bring_in(run, reading, by=by, on_progress=on_progress, processes=processes)


def import_people(
    path: str | os.PathLike[str],
    *,
    by: Actor,
    on_progress: Progress | None = None,
    team: Any = None,
    add_workers: bool = False,
) -> Totals:
    """Bring in a people file: names, homes, schools, parents, workers. Written by one process."""
    run = new_run(Path(path), by=by, kind=Kind.PEOPLE, team=team)
    run.add_workers = add_workers
    return bring_in(run, Reading(Kind.PEOPLE, path), by=by, on_progress=on_progress, processes=1)


def preview_census(path: str | os.PathLike[str], *, by: Actor, expected_lea: str | None = None) -> Iterator[Any]:
    """What bringing it in would do: rows of the preview, then the Totals. Nothing at all is written."""
    yield from _preview(Reading(Kind.CENSUS, path, expected_lea), by)


def preview_people(path: str | os.PathLike[str], *, by: Actor) -> Iterator[Any]:
    """The same for a people file."""
    yield from _preview(Reading(Kind.PEOPLE, path), by)


def _preview(reading: Reading, by: Actor) -> Iterator[Any]:
    read_through(reading)
    run = ImportRun(id=new_id(), org=by.org, kind=reading.kind)
    job = job_of(run, reading, by=by)
    totals, flagged = reading.totals, set[str]()
    for lot in in_lots(reading.children(), 200):
        for row in look_at_lot(job, lot):
            count_row(totals, row, flagged)
            yield row
    yield totals


def new_run(path: Path, *, by: Actor, kind: str, go_live: date | None = None, team: Any = None) -> ImportRun:
    """An unsaved run for a file that stays where it is; the run of the same file that was stopped, if there is one."""
    try:
        sha256, size = kept_files.fingerprint(path)
    except OSError as fault:
        raise Refusal(
            f"The file {path.name} cannot be read: {(fault.strerror or 'no reason given').lower()}."
        ) from fault
    before = (
        ImportRun.objects.select_related("team")
        .filter(org=by.org, kind=kind, sha256=sha256, status__in=(*WORKING, Status.INTERRUPTED))
        .exclude(began_at=None)
        .order_by("-created_at")
        .first()
    )
    if before is not None:
        refuse_otherwise(before, go_live, team)
        return before
    return ImportRun(
        id=new_id(), org=by.org, kind=kind, file_name=path.name[:200], sha256=sha256, size=size, go_live=go_live,
        started_by=by.account_id, started_by_name=by.name, team=team or team_for_new_children(by),
    )  # fmt: skip


def refuse_otherwise(before: ImportRun, go_live: date | None, team: Any) -> None:
    """One run has one go-live day and one team: half of it brought in otherwise would be seen by nobody."""
    told = f"The day was {full_date(before.go_live)}" if before.go_live else "No day was given"
    if go_live is not None and go_live != before.go_live:
        raise Refused(
            f"This file was stopped in the middle. {told}, and now it is {full_date(go_live)}. Nothing was changed: "
            "start it again without --go-live and it goes on; when it is done, bring it in once more with the new day."
        )
    if team is not None and team.pk != before.team_id:
        raise Refused(
            f"This file was stopped in the middle. New children go to {before.team}, and now it is {team}. No child "
            "was changed: start it again without --team and it goes on. Children can be moved afterwards."
        )


def bring_in(
    run: ImportRun, reading: Reading, *, by: Actor, on_progress: Progress | None = None, processes: int | None = None
) -> Totals:
    """Write the whole file. The run is kept with what it counted; stopped, it can go on."""
    if run.team is None:
        raise Refused(
            "There is no team yet that new children could go to. Nothing was changed. "
            'Add hubs and teams first, or name the team: --team "New children".'
        )
    with turn_of(run):
        read_through(reading)
        again = ImportRun.objects.filter(id=run.id).exclude(began_at=None).exists()
        job = _begin(run, reading, by, again)
        try:
            _write_all(run, job, reading, on_progress, processes)
            return _finish(run, reading)
        except BaseException:
            ImportRun.objects.filter(id=run.id).update(status=Status.INTERRUPTED)
            raise


def turn_of(run: ImportRun) -> Any:
    """The council's turn to import; in its way stands the run that has it, by name."""
    return _Turn(run)


class _Turn:
    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.turn = our_turn(run.org)

    def __enter__(self) -> None:
        try:
            self.turn.__enter__()
        except Busy as fault:
            other = ImportRun.objects.filter(org=self.run.org, status__in=WORKING).order_by("-began_at").first()
            if other is None:
                raise
            since = time_of_day(other.began_at or other.created_at)
            raise Busy(
                f"Another import is running since {since}, started by {other.started_by_name}: {other.file_name}. "
                "Nothing was changed: wait until it is done, then start this one again."
            ) from fault

    def __exit__(self, *gone: Any) -> None:
        self.turn.__exit__(*gone)


def refuse_at_once(reading: Reading) -> None:
    """Look at the beginning: a file that is far too large, or no census at all, is not read to its end first."""
    try:
        next(iter(reading.children()), None)
    except FileRefused as fault:
        raise Refusal(str(fault), fault.line) from fault


def read_through(reading: Reading) -> None:
    """Read to the end, so that a file that is damaged anywhere is refused before anything is written."""
    try:
        reading.count()
    except FileRefused as fault:
        raise Refusal(str(fault), fault.line) from fault


def job_of(run: ImportRun, reading: Reading, *, by: Actor, again: bool = False, rejudge: bool = False) -> Job:
    """What the writers need to know. They act for the system, in the name of whoever brought the file in."""
    name = f"{reading.title}, brought in by {by.name}"[:200]
    acting = Actor(org=by.org, name=name, account_id=by.account_id, is_system=True)
    return Job(
        run=run.id, by=acting, kind=run.kind, source=reading.source, today=today(), lea=reading.lea,
        team=run.team_id, again=again, rejudge=rejudge, add_workers=run.add_workers,
    )  # fmt: skip


def _begin(run: ImportRun, reading: Reading, by: Actor, again: bool) -> Job:
    """Mark the run as begun, set the go-live day, and put away the preview, which the report takes the place of."""
    with transaction.atomic():
        run.status, run.children, run.about = Status.IMPORTING, reading.totals.children, reading.about
        run.began_at, run.done = run.began_at or now(), 0
        run.save()
        if again:
            ImportRow.objects.filter(run=run, code=rows.NOT_WRITTEN).delete()
        else:
            ImportRow.objects.filter(run=run).delete()
            rows.keep_rows(rows.fault_rows(job_of(run, reading, by=by), reading.faults))
        rejudge = _set_go_live(run, reading, by)
        note_write(by, "file.brought_in", [], f"{run.id} {run.file_name}")
    return job_of(run, reading, by=by, again=again, rejudge=rejudge)


def _set_go_live(run: ImportRun, reading: Reading, by: Actor) -> bool:
    """Set the day; True when it is another than before, so that children already here are judged again."""
    if run.go_live is None:
        return False
    before = ImportRun.objects.filter(org=run.org, status=Status.DONE, about__source=reading.source).exclude(
        go_live=None
    )
    last = before.order_by("-finished_at").values_list("go_live", flat=True).first()
    set_go_live(by=by, source=reading.source, day=run.go_live)
    return last != run.go_live


def _write_all(run: ImportRun, job: Job, reading: Reading, on_progress: Progress | None, processes: int | None) -> None:
    number = how_many_write(run) if processes is None else processes
    done, noted = 0, time.monotonic()
    for written in work_through(job, in_lots(reading.children()), number):
        done += written
        if on_progress:
            on_progress(min(done, run.children), run.children)
        if time.monotonic() - noted > SECONDS_BETWEEN_NOTES:
            ImportRun.objects.filter(id=run.id).update(done=done)
            noted = time.monotonic()


def how_many_write(run: ImportRun) -> int:
    """Two for a census worth it. One for a people file: its rows share households, parents and workers."""
    if run.kind == Kind.PEOPLE or run.children < FEW:
        return 1
    return min(2, os.cpu_count() or 1)


def _finish(run: ImportRun, reading: Reading) -> Totals:
    """Count from the rows: what an earlier part of this run wrote counts as it was."""
    totals = reading.totals
    counted = ImportRow.objects.filter(run=run).values_list("result").annotate(Count("id"))
    by_result = dict(counted)
    for result in OF_A_CHILD:
        setattr(totals, result.value, by_result.get(result, 0))
    totals.corrected_here = by_result.get(Result.CORRECTED_HERE, 0)
    totals.kept_aside = by_result.get(Result.KEPT_ASIDE, 0)
    totals.flagged = (
        ImportRow.objects.filter(run=run, result=Result.FLAGGED)
        .exclude(child_ref="")
        .values("child_ref")
        .distinct()
        .count()
    )
    run.status, run.finished_at, run.totals, run.done = Status.DONE, now(), totals.as_json(), run.children
    run.save(update_fields=["status", "finished_at", "totals", "done"])
    kept_files.remove(run.id)
    return totals


def count_row(totals: Totals, row: ImportRow, flagged: set[str]) -> None:
    """Count a row of a preview as the report would. `flagged` gathers the children with something doubtful."""
    if row.result in OF_A_CHILD:
        totals.add({str(Result(row.result).value): 1})
    elif row.result == Result.CORRECTED_HERE:
        totals.corrected_here += 1
    elif row.result == Result.FLAGGED and row.child_ref:
        flagged.add(row.child_ref)
        totals.flagged = len(flagged)
