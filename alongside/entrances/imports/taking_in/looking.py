"""Looking at a lot of children before anything is written: what we were told before, what is new. Two queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.entrances.imports.census import ChildBlock
from alongside.entrances.imports.choices import Kind, Result
from alongside.entrances.imports.comparing import Content, Difference, content_of_child, differences, digest_of
from alongside.entrances.imports.models import ImportedChild
from alongside.entrances.imports.taking_in.job import Job
from alongside.record.people.selectors import by_reference


@dataclass(frozen=True, slots=True)
class Seen:
    """A child of the file beside what the last file said and who is held. `person` is None for one we do not know."""

    child: ChildBlock
    content: Content
    lines: dict[str, int]
    digest: str
    last: ImportedChild | None
    person: Any
    found: tuple[Difference, ...]

    @property
    def result(self) -> Result:
        if self.person is None:
            return Result.NEW
        return Result.CHANGED if self.found else Result.SAME


def look_at(job: Job, lot: Sequence[ChildBlock]) -> list[Seen]:
    """The children of this lot that can be stored, each beside what we know of them."""
    wanted = [child for child in lot if child.stored]
    before = what_was_said(job, Kind.CENSUS, [child.child_id for child in wanted])
    unmet = [child.child_id for child in wanted if child.child_id not in before]
    known = by_reference(job.by, unmet, job.lea) if unmet else {}
    return [_look(child, before.get(child.child_id), known) for child in wanted]


def what_was_said(job: Job, kind: Kind, references: list[str], lea: str | None = None) -> dict[str, ImportedChild]:
    """What the last file of this kind said of these children, by reference."""
    rows = ImportedChild.objects.filter(
        org=job.by.org, kind=kind, lea=job.lea if lea is None else lea, child_ref__in=references
    )
    return {row.child_ref: row for row in rows.select_related("person__subject")}


def _look(child: ChildBlock, last: ImportedChild | None, known: dict[str, list[Any]]) -> Seen:
    content, lines = content_of_child(child)
    digest = digest_of(content)
    person = last.person if last else next(iter(known.get(child.child_id, [])), None)
    same = last is not None and last.digest == digest
    found = () if same else tuple(differences(content, last.content if last else {}))
    return Seen(child, content, lines, digest, last, person, found)
