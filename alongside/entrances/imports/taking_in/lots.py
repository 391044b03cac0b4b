"""A lot of children: looked at for the preview, or written, each in a transaction of its own."""

import logging
from typing import Any

from django.db import InterfaceError, OperationalError

from alongside.entrances.imports.choices import OF_A_CHILD, Kind, Result
from alongside.entrances.imports.models import ImportRow
from alongside.entrances.imports.taking_in import rows
from alongside.entrances.imports.taking_in.blocks.taking import Taking
from alongside.entrances.imports.taking_in.changes import changes_of
from alongside.entrances.imports.taking_in.children import write_child
from alongside.entrances.imports.taking_in.job import Job
from alongside.entrances.imports.taking_in.looking import Seen, look_at
from alongside.entrances.imports.taking_in.people.writing_rows import look_at_people, write_rows
from alongside.entrances.imports.taking_in.team import team_of

log = logging.getLogger(__name__)


def write_lot(job: Job, lot: list[Any]) -> int:
    """Write these children; returns how many were gone through. What a stopped run has done is passed over."""
    todo = not_done(job, lot) if job.again else lot
    if job.kind == Kind.PEOPLE:
        write_rows(job, todo)
        return len(lot)
    quiet = [row for child in todo if not child.stored for row in rows.fault_rows(job, child.faults)]
    for seen in look_at(job, todo):
        quiet += _write_or_tell(job, seen)
    rows.keep_rows(quiet)
    return len(lot)


def _write_or_tell(job: Job, seen: Seen) -> list[ImportRow]:
    """Rows that remain to be kept: those of a child of whom nothing was written."""
    if seen.result == Result.SAME and not job.rejudge:
        return same_rows(job, seen)
    try:
        write_child(job, seen, team_of(job))
    except (OperationalError, InterfaceError):
        raise  # the database is gone: the run stops here and goes on from here
    except Exception:
        log.exception("Line %s of run %s could not be written.", seen.child.line, job.run)
        return [rows.not_written_row(job, seen.child)]
    return []


def same_rows(job: Job, seen: Seen) -> list[ImportRow]:
    return [rows.child_row(job, seen, Result.SAME), *rows.fault_rows(job, seen.child.faults, seen.lines)]


def look_at_lot(job: Job, lot: list[Any]) -> list[ImportRow]:
    """Rows of the preview. Nothing about a child is written."""
    if job.kind == Kind.PEOPLE:
        return look_at_people(job, lot)
    found = [row for child in lot if not child.stored for row in rows.fault_rows(job, child.faults)]
    for seen in look_at(job, lot):
        if seen.result == Result.SAME:
            found += same_rows(job, seen)
            continue
        changes = []
        result: Result = seen.result
        if seen.person is not None:
            records = seen.last.records if seen.last else {}
            taking = Taking(job.by, job.source, None, seen.content, seen.person, records=dict(records))
            changes = changes_of(taking, seen)
            if not any(each.before is None for each in seen.found) and all(each.corrected_here for each in changes):
                result = Result.SAME
        found.append(rows.child_row(job, seen, result, changes))
        found += rows.corrected_rows(job, seen, changes)
        found += rows.fault_rows(job, seen.child.faults, seen.lines)
    return found


def not_done(job: Job, lot: list[Any]) -> list[Any]:
    """Those whose row this run has not written yet. A child and its row are one transaction, so this is exact."""
    done = set(
        ImportRow.objects.filter(
            run_id=job.run, line__in=[each.line for each in lot], result__in=(*OF_A_CHILD, Result.KEPT_ASIDE)
        )
        .exclude(code=rows.NOT_WRITTEN)
        .values_list("line", "child_ref", "result")
    )
    own = {line for line, _, result in done if result in OF_A_CHILD}
    aside = {line for line, _, result in done if result == Result.KEPT_ASIDE}
    return [each for each in lot if each.line not in (own if each.stored else aside)]
