"""Writing rows of a people file, each in a transaction of its own."""

import logging
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import InterfaceError, OperationalError

from alongside.entrances.imports.census import DOUBTFUL, KEPT_ASIDE, Fault
from alongside.entrances.imports.choices import Kind, Result
from alongside.entrances.imports.comparing import one_line
from alongside.entrances.imports.comparing.people_content import (
    HOME,
    PARENTS,
    SCHOOL,
    SEEN,
    TITLES,
    WHO,
    WORK,
    parent_of,
)
from alongside.entrances.imports.models import ImportedChild, ImportRow
from alongside.entrances.imports.people_file import PersonRow
from alongside.entrances.imports.taking_in import rows
from alongside.entrances.imports.taking_in.doubting import flag
from alongside.entrances.imports.taking_in.field_words import field_words
from alongside.entrances.imports.taking_in.job import Job
from alongside.entrances.imports.taking_in.people.looking import SeenRow, compare, look_at_rows
from alongside.entrances.imports.taking_in.people.parents import add_parents, forget_households
from alongside.entrances.imports.taking_in.people.work import Doubts, Workplace
from alongside.platform.common.ids import new_id
from alongside.record.organisations.actions import find_or_add_school
from alongside.record.people.actions import add_household, correct_person, go_to_school, live_at, live_in
from alongside.record.timescales.actions import About, NewEvent, Writing, writing

log = logging.getLogger(__name__)
AREA = "entrances.imports"


def write_rows(job: Job, lot: list[PersonRow]) -> None:
    """Write these rows and what became of each."""
    quiet = [each for row in lot if not row.stored for each in rows.fault_rows(job, row.faults)]
    workplace = Workplace(job)
    for seen in look_at_rows(job, lot):
        if seen.aside or (seen.result == Result.SAME and not seen.changes):
            quiet += report_of(job, seen)
            continue
        try:
            _write(job, seen, workplace)
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception("Line %s of run %s could not be written.", seen.row.line, job.run)
            workplace = Workplace(job)  # what it had made went with the transaction
            forget_households()
            quiet.append(
                rows.row_of(
                    job,
                    seen.row.line,
                    seen.row.child_id,
                    Result.KEPT_ASIDE,
                    code=rows.NOT_WRITTEN,
                    reason=rows.OUR_FAULT,
                )
            )
    rows.keep_rows(quiet)


def look_at_people(job: Job, lot: list[PersonRow]) -> list[ImportRow]:
    """Rows of the preview. Nothing is written."""
    found = [each for row in lot if not row.stored for each in rows.fault_rows(job, row.faults)]
    workplace = Workplace(job)
    for seen in look_at_rows(job, lot):
        if seen.aside or WORK not in seen.taken:
            found += report_of(job, seen)
            continue
        ahead = workplace.foresee(seen.person, seen.work)
        found += report_of(job, seen, ahead, workplace.holder(seen.work) if not ahead else "")
    return found


def _write(job: Job, seen: SeenRow, workplace: Workplace) -> None:
    with writing(job.by) as w:
        w.hold(seen.person.pk)
        seen.person.refresh_from_db()
        compare(job, seen)
        taken = seen.taken
        records = dict(seen.last.records) if seen.last else {}
        _take_in(job, seen, taken, records)
        if SEEN in taken:
            _was_seen(job, seen.person, date.fromisoformat(taken[SEEN]["last_seen"]))
        doubts = workplace.take_in(seen.person, seen.work) if WORK in taken else []
        last = seen.last
        odd = (*seen.row.doubtful, *_faults(seen, doubts))
        marks = flag(job, seen.person, odd, last.doubts if last else [], lambda line: "People file")
        _remember(w, job, seen, records, marks, untaken=bool(doubts))
        for row in report_of(job, seen, doubts):
            w.keep(row)


def _remember(w: Writing, job: Job, seen: SeenRow, records: dict[str, str], marks: list[str], untaken: bool) -> None:
    """For the next file. A worker or team that nobody here knew is forgotten, so that the same file asks again."""
    last = seen.last
    content = {**(last.content if last else {}), **seen.content}
    if untaken:
        content.pop(WORK, None)
    said = {
        "content": content,
        "records": records,
        "digest": "" if untaken else seen.digest,
        "doubts": marks,
        "last_run": job.run,
    }
    if last:
        w.change(last, **said)
        return
    w.keep(
        ImportedChild(
            id=new_id(),
            org=job.by.org,
            restricted=seen.person.restricted,
            kind=Kind.PEOPLE,
            child_ref=seen.row.child_id,
            person=seen.person,
            **said,
        )
    )


def _take_in(job: Job, seen: SeenRow, taken: Mapping[str, Mapping[str, Any]], records: dict[str, str]) -> None:
    by, person = job.by, seen.person
    if WHO in taken:
        fields = dict(taken[WHO])
        if fields.get("born_on"):
            fields["born_on"] = date.fromisoformat(fields["born_on"])
        correct_person(by=by, person=person, source=job.source, **fields)
    if HOME in taken:
        _move_home(job, person, seen.content[HOME])
    if SCHOOL in taken:
        name = str(taken[SCHOOL]["school"])
        go_to_school(by=by, person=person, school=find_or_add_school(by=by, name=name), name=name)
    if PARENTS in taken:
        add_parents(job, person, seen.content, [parent_of(text) for text in taken[PARENTS]["parents"]], records)


def _move_home(job: Job, person: Any, said: Mapping[str, str]) -> None:
    """Those with one word for their household live together; without one, each child has a household."""
    word = said.get("household", "")
    name = f"Household {word}" if word else said.get("address", "")[:200]
    household = add_household(by=job.by, name=name, council_ref=word)
    live_in(by=job.by, person=person, household=household)
    if said.get("address") or said.get("postcode"):
        live_at(by=job.by, household=household, lines=said.get("address", ""), postcode=said.get("postcode", ""))


def _was_seen(job: Job, person: Any, day: date) -> None:
    """A file says on which day a child was last seen, not by whom: it answers no rule that asks for a social worker."""
    about = About(
        subject=person.pk, headline="Seen, as the old system says (by whom is not known)", part={"seen": "yes"}
    )
    with writing(job.by) as w:
        w.event(NewEvent(kind="visit.made", happened=day, about=(about,), area=AREA, source=job.source))


def _faults(seen: SeenRow, doubts: Doubts) -> list[Fault]:
    row = seen.row
    return [Fault(row.line, row.child_id, DOUBTFUL, "not-found", field_words(name), why) for name, why in doubts]


def report_of(job: Job, seen: SeenRow, doubts: Doubts | None = None, holder: str = "") -> list[ImportRow]:
    """What becomes of a row: one line for the child, one for each thing that is odd. `holder`: who gets the child."""
    row = seen.row
    if seen.aside:
        fault = Fault(row.line, row.child_id, KEPT_ASIDE, "not-here", "child id", seen.aside)
        return rows.fault_rows(job, (fault,))
    nothing_else = bool(doubts) and set(seen.taken) == {WORK}
    result = Result.SAME if nothing_else and seen.last else seen.result
    found = [rows.row_of(job, row.line, row.child_id, result, reason=_reason(seen, holder))]
    hidden = bool(seen.person.restricted)
    for change in seen.changes:
        if change.corrected_here:
            found.append(
                rows.row_of(
                    job,
                    row.line,
                    row.child_id,
                    Result.CORRECTED_HERE,
                    about=TITLES[change.key],
                    field=field_words(change.field),
                    in_file=one_line(change.now)[:300],
                    held="" if hidden else one_line(change.held)[:300],
                    reason="We hold something else, from the census or put right here. What we hold is kept.",
                )
            )
    return found + rows.fault_rows(job, (*row.faults, *_faults(seen, doubts or [])))


def _reason(seen: SeenRow, holder: str = "") -> str:
    names = [field_words(name) for fields in seen.taken.values() for name in fields if name != "worker_name"]
    if not names:
        return "The file says what it said before." if seen.last else "Nothing that we do not hold already."
    said = f"{'Fills in' if seen.last is None else 'Changes'}: {', '.join(names)}"
    return f"{said}. Held by {holder}"[:800] if holder else said[:800]
