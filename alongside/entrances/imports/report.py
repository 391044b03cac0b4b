"""The report of a run as CSV, row by row, so that a long one takes no memory."""

import csv
from collections.abc import Iterable, Iterator

from alongside.entrances.imports.choices import Result
from alongside.entrances.imports.models import ImportRow

HEADINGS = ("line", "child id", "what became of it", "about", "field", "reason", "in the file", "held here", "as given")
# A cell that begins with one of these is run as a formula by a spreadsheet.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Line:
    """Takes what csv writes and hands it back."""

    def write(self, text: str) -> str:
        return text


def report(rows: Iterable[ImportRow]) -> Iterator[str]:
    """Lines of the file; the first begins with the mark by which Excel knows UTF-8."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(HEADINGS)
    for row in rows:
        yield writer.writerow([row.line, *map(harmless, _words(row))])


def _words(row: ImportRow) -> tuple[str, ...]:
    result = str(Result(row.result).label)
    return row.child_ref, result, row.about, row.field, row.reason, row.in_file, row.held, row.as_given


def harmless(text: str) -> str:
    """The same text, which no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text
