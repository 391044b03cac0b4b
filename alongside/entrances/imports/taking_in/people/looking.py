"""Looking at rows of a people file: which child each is about, what the last file said, what is held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.entrances.imports.choices import Kind, Result
from alongside.entrances.imports.comparing import Change, Content, Difference, differences, digest_of, settle
from alongside.entrances.imports.comparing.people_content import (
    HOME,
    SCHOOL,
    WHO,
    WORK,
    content_of_row,
)
from alongside.entrances.imports.models import ImportedChild
from alongside.entrances.imports.people_file import PersonRow
from alongside.entrances.imports.taking_in.blocks.taking import as_text
from alongside.entrances.imports.taking_in.job import Job
from alongside.entrances.imports.taking_in.looking import what_was_said
from alongside.platform.access.actor import Actor
from alongside.record.casework.selectors import cases_of, holders_of
from alongside.record.people.selectors import address_of, by_reference, school_of

NOT_HERE = (
    "This child id is not known here. Bring in the census that holds the child first, or look at the id. Kept aside: "
    "nothing of this row was taken in."
)
TWO_HERE = (
    "Two children here have this id, of two local authorities, so it cannot be known which is meant. Kept aside: "
    "nothing of this row was taken in."
)


@dataclass(slots=True)
class SeenRow:
    """A row beside the child it is about. With `aside` the row cannot be taken in, and that is why."""

    row: PersonRow
    content: Content
    digest: str
    last: ImportedChild | None
    person: Any
    found: tuple[Difference, ...] = ()
    aside: str = ""
    changes: list[Change] = field(default_factory=list)

    @property
    def taken(self) -> dict[str, dict[str, Any]]:
        """What is taken in: {block: {field: value}}, without what was put right here."""
        by_block: dict[str, dict[str, Any]] = {}
        for change in self.changes:
            if not change.corrected_here:
                by_block.setdefault(change.key, {})[change.field] = change.now
        if any(change.corrected_here and change.key == HOME for change in self.changes):
            by_block.pop(HOME, None)  # a home is one thing: half of it would be a place nobody lives
        return by_block

    @property
    def work(self) -> dict[str, Any]:
        """The worker and team of the row, but for what was put right here."""
        kept = {change.field for change in self.changes if change.key == WORK and change.corrected_here}
        if "worker" in kept:
            kept |= {"worker_name", "worker_role"}
        return {name: value for name, value in self.content.get(WORK, {}).items() if name not in kept}

    @property
    def result(self) -> Result:
        if self.last is None:
            return Result.NEW
        return Result.CHANGED if self.taken else Result.SAME


def look_at_rows(job: Job, lot: Sequence[PersonRow]) -> list[SeenRow]:
    """The rows that name a child, each beside what is known."""
    wanted = [row for row in lot if row.stored]
    references = [row.child_id for row in wanted]
    before = what_was_said(job, Kind.PEOPLE, references, lea="")
    people = by_reference(job.by, references)
    return [_look(job, row, before.get(row.child_id), people.get(row.child_id, [])) for row in wanted]


def _look(job: Job, row: PersonRow, last: ImportedChild | None, people: list[Any]) -> SeenRow:
    content = content_of_row(row)
    seen = SeenRow(row, content, digest_of(content), last, people[0] if people else None)
    if len(people) != 1:
        seen.aside = TWO_HERE if people else NOT_HERE
        return seen
    if last is not None and last.digest == seen.digest:
        return seen
    seen.found = tuple(differences(content, last.content if last else {}))
    compare(job, seen)
    return seen


def compare(job: Job, seen: SeenRow) -> None:
    """Settle each difference by what is held now."""
    seen.changes = []
    for difference in seen.found:
        held = HELD[difference.key](job.by, seen.person) if difference.key in HELD else {}
        seen.changes += settle(difference, _as_spoken(held, difference))


def _as_spoken(held: Mapping[str, Any], difference: Difference) -> Mapping[str, Any]:
    """A worker may be named by e-mail address in one file and by name in the next: either is that worker."""
    names = {str(held.get(name, "")).casefold() for name in ("worker", "worker_name")} - {""}
    for value in ((difference.before or {}).get("worker"), difference.now.get("worker")):
        if value and str(value).casefold() in names:
            return {**held, "worker": value, "worker_name": difference.now.get("worker_name")}
    return held


def who(by: Actor, person: Any) -> Mapping[str, Any]:
    names = ("given_names", "family_name", "known_as", "pronouns", "born_on", "nhs_number")
    return {name: as_text(getattr(person, name)) for name in names}


def home(by: Actor, person: Any) -> Mapping[str, Any]:
    address = address_of(by, person)
    if address is None:
        return {}
    return {"household": address.household.council_ref, "address": address.lines, "postcode": address.postcode}


def school(by: Actor, person: Any) -> Mapping[str, Any]:
    place = school_of(by, person)
    return {"school": place.name if place else ""}


def work(by: Actor, person: Any) -> Mapping[str, Any]:
    """Who holds the child's open case. A team is held by the case; the first one, given by an import, is no choice."""
    holder = next(iter(holders_of(by, [person.pk]).select_related("case__team")), None)
    if holder is None:
        return {}
    worker = holder.worker
    return {"worker": worker.email or worker.name, "worker_name": worker.name, "team": holder.case.team.name}


def open_case(by: Actor, person: Any) -> Any:
    """The latest open case of the child, or None."""
    return next((case for case in cases_of(by, person.pk) if case.closed_on is None), None)


# Parents are only ever added, and a day seen joins the chronology: neither takes the place of what is held.
HELD = {WHO: who, HOME: home, SCHOOL: school, WORK: work}
