"""Rows of the preview and the report: one a child, and one for each thing that is odd about it."""

from collections.abc import Iterable

from django.db import transaction

from alongside.entrances.imports.census import KEPT_ASIDE, ChildBlock, Fault
from alongside.entrances.imports.choices import Result
from alongside.entrances.imports.comparing import Change, one_line
from alongside.entrances.imports.comparing.content import kind_of, title_of
from alongside.entrances.imports.models import ImportRow
from alongside.entrances.imports.taking_in.field_words import field_words
from alongside.entrances.imports.taking_in.job import Job
from alongside.entrances.imports.taking_in.looking import Seen
from alongside.platform.common.words import how_many, listed

NOT_WRITTEN = "not-written"
LONGEST_GIVEN = 20_000
OUR_FAULT = (
    "This child could not be written because of a fault in Alongside. Nothing about the child was changed. "
    "Tell those who run Alongside for you; the log says more."
)
COUNTED = (
    ("referral", "referral", "referrals"),
    ("assessment", "assessment", "assessments"),
    ("section47", "section 47 enquiry", "section 47 enquiries"),
    ("cin_plan", "child in need plan", "child in need plans"),
    ("protection_plan", "child protection plan", "child protection plans"),
    ("pre_proceedings", "pre-proceedings", "pre-proceedings"),
)


def child_row(job: Job, seen: Seen, result: Result, changes: Iterable[Change] = ()) -> ImportRow:
    """The row that says what becomes of the child as a whole."""
    return row_of(job, seen.child.line, seen.child.child_id, result, reason=_reason(seen, result, changes))


def _reason(seen: Seen, result: Result, changes: Iterable[Change]) -> str:
    if result == Result.SAME:
        return "The file says what it said before."
    new = [each.key for each in seen.found if each.before is None] if seen.person else list(seen.content)
    said = [
        how_many(number, one, many) for kind, one, many in COUNTED if (number := sum(kind_of(k) == kind for k in new))
    ]
    taken = [
        f"{title_of(each.key)}: {field_words(each.field)} {one_line(each.now)} (was {one_line(each.before)})"
        for each in changes
        if not each.corrected_here
    ]
    if said:
        taken.insert(0, ("New: " if seen.person else "") + listed(said))
    return ("; ".join(taken) or "No referral that could be stored.")[:800]


def corrected_rows(job: Job, seen: Seen, changes: Iterable[Change]) -> list[ImportRow]:
    """What was put right here, where the file now says something else: both are shown, ours is kept."""
    hidden = bool(seen.person and seen.person.restricted)
    return [
        row_of(
            job,
            seen.lines.get(each.key, seen.child.line),
            seen.child.child_id,
            Result.CORRECTED_HERE,
            about=title_of(each.key),
            field=field_words(each.field),
            reason="This was put right here since the last file. What we hold is kept.",
            in_file=one_line(each.now)[:300],
            held="" if hidden else one_line(each.held)[:300],
        )
        for each in changes
        if each.corrected_here
    ]


def fault_rows(job: Job, faults: Iterable[Fault], lines: dict[str, int] | None = None) -> list[ImportRow]:
    """What the reader found odd, each with its line and reason."""
    return [
        row_of(
            job,
            fault.line,
            fault.child_id,
            Result.KEPT_ASIDE if fault.severity == KEPT_ASIDE else Result.FLAGGED,
            about=about_line(lines or {}, fault.line),
            code=fault.code[:30],
            field=fault.field[:60],
            reason=fault.reason[:800],
            in_file=fault.as_given[:300] if len(fault.as_given) <= 300 else "",
            as_given=fault.as_given[:LONGEST_GIVEN] if fault.severity == KEPT_ASIDE else "",
        )
        for fault in faults
    ]


def not_written_row(job: Job, child: ChildBlock) -> ImportRow:
    """A fault of ours: nothing of this child was changed, and the rest went on."""
    return row_of(job, child.line, child.child_id, Result.KEPT_ASIDE, code=NOT_WRITTEN, reason=OUR_FAULT)


def about_line(lines: dict[str, int], line: int) -> str:
    """Which block a line of the file stands in: the last one that starts on it or before."""
    before = [(at, key) for key, at in lines.items() if at <= line]
    return title_of(max(before, key=lambda pair: pair[0])[1]) if before else ""


def row_of(job: Job, line: int, child_ref: str, result: Result, **more: str) -> ImportRow:
    """One row, unsaved."""
    return ImportRow(org=job.by.org, run_id=job.run, line=line, child_ref=child_ref[:100], result=result, **more)


def keep_rows(found: list[ImportRow]) -> None:
    """Many rows in one go."""
    if found:
        with transaction.atomic():
            ImportRow.objects.bulk_create(found, batch_size=1000)
