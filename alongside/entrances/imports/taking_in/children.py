"""Writing one child of the census, whole or not at all: who they are, their referrals, what is doubtful."""

from collections.abc import Iterable
from typing import Any

from alongside.entrances.imports.census import KEPT_ASIDE, Fault
from alongside.entrances.imports.choices import Kind, Result
from alongside.entrances.imports.comparing import Change, Content
from alongside.entrances.imports.comparing.content import CHILD, kind_of, title_of
from alongside.entrances.imports.models import ImportedChild, ImportRow
from alongside.entrances.imports.taking_in import rows
from alongside.entrances.imports.taking_in.blocks import referral, safeguarding, who
from alongside.entrances.imports.taking_in.blocks.taking import Taking
from alongside.entrances.imports.taking_in.changes import apply, changes_of
from alongside.entrances.imports.taking_in.doubting import flag
from alongside.entrances.imports.taking_in.field_words import field_words
from alongside.entrances.imports.taking_in.job import Job
from alongside.entrances.imports.taking_in.looking import Seen
from alongside.platform.access.actions import end_ties, new_tie
from alongside.platform.common.ids import new_id
from alongside.record.timescales.actions import Writing, writing


def write_child(job: Job, seen: Seen, team: Any) -> Result:
    """One transaction: records, events, due dates, doubts, and what this file said for the next one to compare."""
    with writing(job.by) as w:
        last = seen.last
        taking = Taking(
            by=job.by,
            source=job.source,
            team=team,
            content=seen.content,
            person=seen.person,
            records=dict(last.records) if last else {},
        )
        changes: list[Change] = []
        result = seen.result
        left: list[tuple[str, str]] = []
        if seen.person is None:
            key, fields = CHILD, seen.content[CHILD]
            taking.person = who.add(taking, key, fields, lea=job.lea, child_ref=seen.child.child_id)
            add_blocks(taking, [key for key in seen.content if key != CHILD])
            if not _has_referral(seen.content):
                w.keep(_team_looks_after(job, taking.person, team))
        elif seen.found:
            w.hold(seen.person.pk)
            seen.person.refresh_from_db()
            changes = changes_of(taking, seen)
            if _has_referral(seen.content):
                end_ties(source=seen.person.pk)  # a case, or the referral itself, now says which team it is
            left = apply(taking, seen, changes)
            if not any(each.before is None for each in seen.found) and all(each.corrected_here for each in changes):
                result = Result.SAME
        elif job.rejudge:
            w.rejudge(seen.person.pk)
        known = last.doubts if last else []
        marks = flag(job, taking.person, seen.child.doubtful, known, lambda line: rows.about_line(seen.lines, line))
        _remember(w, job, seen, taking, marks)
        for row in _rows(job, seen, result, changes, left):
            w.keep(row)
    return result


def _has_referral(content: Content) -> bool:
    return any(kind_of(key) == "referral" for key in content)


def _team_looks_after(job: Job, person: Any, team: Any) -> Any:
    """Without a referral no team would know of the child, and nobody could open the record to put that right."""
    return new_tie(org=job.by.org, subject=person.pk, holder=team.id, basis="team", source=person.pk)


def add_blocks(taking: Taking, keys: Iterable[str]) -> None:
    """Blocks that are new: referrals, then what stands in them in the order it needs, then what closes them."""
    keys = list(keys)
    referrals = [key for key in keys if kind_of(key) == "referral"]
    for key in referrals:
        _made(taking, key, referral.add(taking, key, taking.content[key]))
    for kind, add in safeguarding.ADD.items():
        for key in keys:
            if kind_of(key) == kind:
                _made(taking, key, add(taking, key, taking.content[key]))
    for key in referrals:
        referral.finish(taking, key, taking.content[key])


def _made(taking: Taking, key: str, record: Any) -> None:
    taking.made[key] = record
    taking.records[key] = str(record.pk)


def _remember(w: Writing, job: Job, seen: Seen, taking: Taking, marks: list[str]) -> None:
    """For the next file. What is absent from this one is remembered on: absence says nothing."""
    last = seen.last
    content = {**last.content, **seen.content} if last else seen.content
    said = {
        "content": content,
        "records": taking.records,
        "digest": seen.digest,
        "last_run": job.run,
    }
    if last:
        w.change(last, doubts=marks, **said)
        return
    w.keep(
        ImportedChild(
            id=new_id(),
            org=job.by.org,
            restricted=taking.person.restricted,
            kind=Kind.CENSUS,
            lea=job.lea,
            child_ref=seen.child.child_id,
            person=taking.person,
            doubts=marks,
            **said,
        )
    )


def _rows(job: Job, seen: Seen, result: Result, changes: list[Change], left: list[tuple[str, str]]) -> list[ImportRow]:
    untaken = [
        Fault(
            seen.lines.get(key, seen.child.line),
            seen.child.child_id,
            KEPT_ASIDE,
            "not-changed",
            field,
            f"{title_of(key)}: the file now says another {field_words(field)}. A file cannot change this: "
            "put it right on the child's page if the file is right.",
            "",
        )
        for key, field in left
    ]
    return [
        rows.child_row(job, seen, result, changes),
        *rows.corrected_rows(job, seen, changes),
        *rows.fault_rows(job, (*seen.child.faults, *untaken), seen.lines),
    ]
