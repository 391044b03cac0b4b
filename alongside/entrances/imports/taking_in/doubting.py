"""Flagging a child with what is doubtful in a file, once for each thing, however often the file comes."""

import hashlib
from collections.abc import Callable, Collection, Iterable
from typing import Any

from alongside.entrances.imports.census import Fault
from alongside.entrances.imports.taking_in.job import Job
from alongside.record.people.actions import doubt

LONGEST = 400


def flag(
    job: Job, person: Any, faults: Iterable[Fault], known: Collection[str], about_line: Callable[[int], str]
) -> list[str]:
    """Flag what was not flagged before. Returns the marks of all that is doubtful, for the next file."""
    marks = []
    flagged = set(known)
    for fault in faults:
        about = about_line(fault.line)
        mark = _mark(fault, about)
        marks.append(mark)
        if mark in flagged:
            continue
        flagged.add(mark)
        doubt(
            by=job.by,
            person=person,
            about=about,
            field=fault.field[:60],
            code=fault.code[:20],
            reason=fault.reason[:LONGEST],
            source=job.source,
            line=fault.line or None,
            found_on=job.today,
        )
    return sorted({*known, *marks})


def _mark(fault: Fault, about: str) -> str:
    """The same doubt about the same thing, whatever line it stands on this year."""
    said = "\n".join((fault.code, fault.field, about, fault.as_given[:200] or fault.reason))
    return hashlib.sha256(said.encode()).hexdigest()[:32]
