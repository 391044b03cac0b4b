"""One row: cells to a PersonRow, with what is wrong."""

from __future__ import annotations

from datetime import date

from alongside.platform.common.words import full_date
from alongside.record.people.identifiers import nhs_number_digits, nhs_number_is_right

from ..census.faults import FaultList, shown
from .cells import is_postcode, read_day, read_parent, read_parents, read_yes_no, tidy_postcode
from .rows import Parent, PersonRow

LONGEST = {"address": 500, "parents": 500}
LONGEST_OTHER = 200
LONGEST_ID = 100


class Cells:
    """The cells of one row by our column names, and the faults found in them."""

    def __init__(self, line: int, cells: list[str], places: dict[str, int]) -> None:
        self.line = line
        self.cells = cells
        self.places = places
        self.note = FaultList()

    def text(self, name: str) -> str:
        place = self.places.get(name)
        if place is None or place >= len(self.cells):
            return ""
        text = self.cells[place].strip()
        if len(text) <= LONGEST.get(name, LONGEST_OTHER):
            return text
        self.note.keep_aside(self.line, "too-long", name,
                             f"The cell for {name} is {len(text)} characters long.", text)
        return ""

    def day(self, name: str) -> date | None:
        text = self.text(name)
        if not text:
            return None
        day = read_day(text)
        if day is None:
            self.note.keep_aside(self.line, "unreadable-date", name,
                                 f"The {name} {shown(text)} cannot be read as a day. Write the day "
                                 "first, then month and full year: 31/05/2012.", text)
        return day

    def as_given(self) -> str:
        return " | ".join(self.cells)


def read_row(line: int, given: list[str], places: dict[str, int], width: int,
             first_lines: dict[str, int], today: date) -> PersonRow:
    cells = Cells(line, given, places)
    child_id = cells.text("child id")
    cells.note.child_id = child_id
    if reason := why_not_stored(child_id, first_lines):
        code = "8510" if child_id in first_lines else "8500"
        cells.note.keep_aside(line, code, "child id", reason, cells.as_given())
        return PersonRow(line, child_id[:LONGEST_ID], stored=False, faults=tuple(cells.note.items))
    first_lines[child_id] = line
    note_more_cells(cells, width)
    return read_stored(cells, child_id, today)


def note_more_cells(cells: Cells, width: int) -> None:
    extra = " | ".join(cell.strip() for cell in cells.cells[width:] if cell.strip())
    if extra:
        cells.note.doubt(cells.line, "more-cells", "", "The row has more cells than there are columns: "
                         f"{shown(extra)} was not taken in. A comma may stand in a cell without quotation "
                         "marks.", extra)


def why_not_stored(child_id: str, first_lines: dict[str, int]) -> str:
    if not child_id:
        return "This row has no child id, so it cannot be known whom it is about."
    if len(child_id) > LONGEST_ID:
        return f"The child id is {len(child_id)} characters long."
    if child_id in first_lines:
        return (f"The child id {shown(child_id)} stands twice in this file; the first is on line "
                f"{first_lines[child_id]} and was taken.")
    return ""


def read_stored(cells: Cells, child_id: str, today: date) -> PersonRow:
    first, family = cells.text("first names"), cells.text("family name")
    if not first and not family and ("first names" in cells.places or "family name" in cells.places):
        cells.note.doubt(cells.line, "no-name", "family name", "The row gives this child no name.")
    worker, email = worker_of(cells)
    return PersonRow(
        line=cells.line, child_id=child_id, first_names=first, family_name=family,
        known_as=cells.text("known as"), pronouns=cells.text("pronouns"),
        birth_date=birth_of(cells, today), nhs_number=nhs_of(cells),
        household=cells.text("household"), address=cells.text("address"),
        postcode=postcode_of(cells), school=cells.text("school"), parents=parents_of(cells),
        worker=worker, worker_email=email, worker_role=cells.text("worker role"),
        team=cells.text("team"), last_seen=seen_of(cells, today), faults=tuple(cells.note.items))


def worker_of(cells: Cells) -> tuple[str, str]:
    """Name and email; an email in the column for the name is taken as an email."""
    worker, email = cells.text("worker"), cells.text("worker email")
    if "@" in worker and not email:
        return "", worker.lower()
    return worker, email.lower()


def birth_of(cells: Cells, today: date) -> date | None:
    day = cells.day("birth date")
    if day and day > today:
        cells.note.doubt(cells.line, "future-date", "birth date", f"The birth date "
                         f"{full_date(day)} is still to come.", day.isoformat())
    elif day and today.year - day.year > 26:
        cells.note.doubt(cells.line, "8775Q", "birth date", f"The birth date {full_date(day)} "
                         "makes this person older than 25.", day.isoformat())
    return day


def seen_of(cells: Cells, today: date) -> date | None:
    """A day still to come is kept aside: taken in, it would say a child was seen who was not."""
    day = cells.day("last seen")
    if day is None or day <= today:
        return day
    cells.note.keep_aside(cells.line, "future-date", "last seen", f"The child was last seen on "
                          f"{full_date(day)}, which is still to come.", day.isoformat())
    return None


def nhs_of(cells: Cells) -> str:
    given = cells.text("nhs number")
    if not given:
        return ""
    if nhs_number_is_right(given):
        return nhs_number_digits(given)
    excel = "e+" in given.lower()
    why = ("was changed by Excel into a short form" if excel else
           "does not fit its check digit: one figure may be mistyped")
    cells.note.doubt(cells.line, "nhs-number", "nhs number",
                     f"The NHS number {shown(given)} {why}.", given)
    return given


def postcode_of(cells: Cells) -> str:
    postcode = tidy_postcode(cells.text("postcode"))
    if postcode and not is_postcode(postcode):
        cells.note.doubt(cells.line, "postcode", "postcode",
                         f"{shown(postcode)} is not a postcode.", postcode)
    return postcode


def parents_of(cells: Cells) -> tuple[Parent, ...]:
    parents = list(read_parents(cells.text("parents")))
    for number in range(1, 10):
        name = cells.text(f"parent {number}")
        if not name:
            continue
        said = read_yes_no(cells.text(f"parent {number} responsibility"))
        parent = read_parent(name)
        parents.append(Parent(parent.name, parent.responsibility if said is None else said))
    return tuple(parents)
