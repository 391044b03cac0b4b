"""read_people: the list that fills in what the census does not hold (names, homes, workers)."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from alongside.platform.common import clock

from ..census.faults import FaultList
from ..census.refusals import FileRefused
from .columns import delimiter_of, read_columns
from .opened import read_text
from .row import read_row
from .rows import Columns, PersonRow


def read_people(source: str | os.PathLike[str] | BinaryIO, *,
                today: date | None = None) -> Iterator[Columns | PersonRow]:
    """Yields Columns, then a PersonRow for each row that is not blank.

    source: a path, or a binary stream (read to its end, not closed). Comma, semicolon, tab or
    bar between cells; UTF-8, UTF-16 or Windows text. today: a child cannot have been seen
    after it; the day the caller runs on unless given.
    Raises FileRefused when there is no child id column or the file is not CSV.
    """
    text, said = read_text(source)
    rows = numbered_rows(text)
    line, headings = next(rows, (1, []))
    columns, places = read_columns(headings, line)
    if said:
        note = FaultList()
        note.doubt(1, "encoding", "", said)
        columns = replace(columns, faults=(*columns.faults, *note.items))
    yield columns
    first_lines: dict[str, int] = {}
    day = today or clock.today()
    for line, cells in rows:
        yield read_row(line, cells, places, len(headings), first_lines, day)


def numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, with the line each starts on.

    Trap: unless csv is strict, a quotation mark that is never closed takes in all rows after it.
    """
    start, sign = after_sep(text)
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=sign, strict=True)
    before = skipped = text.count("\n", 0, start)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield before + 1, cells
            before = skipped + reader.line_num
    except csv.Error as problem:
        raise FileRefused("In the row that begins here a quotation mark is not closed where its cell "
                          "ends, so the rows after it would be lost in that cell. Put it right, then "
                          "hand the file in again.", before + 1) from problem


def after_sep(text: str) -> tuple[int, str]:
    """Where the headings begin, and the sign between cells. Excel may write "sep=;" first."""
    first, _, rest = text.lstrip("\r\n").partition("\n")
    if first.lower().startswith("sep=") and len(first.rstrip("\r")) == 5:
        return len(text) - len(rest), first[4]
    return 0, delimiter_of(first)
