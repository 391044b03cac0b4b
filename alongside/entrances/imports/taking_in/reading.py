"""A file as it is read: its header, its children as the record can hold them, and what they count."""

import os
from collections.abc import Iterator
from typing import Any

from alongside.entrances.imports.census import KEPT_ASIDE, Header, read_census
from alongside.entrances.imports.choices import Kind
from alongside.entrances.imports.comparing.fitting import fitted
from alongside.entrances.imports.people_file import Columns, read_people
from alongside.entrances.imports.taking_in.job import Totals

PEOPLE_SOURCE = "people"


class Reading:
    """Reads a file as often as asked; `count` reads it to the end once and knows the rest."""

    def __init__(self, kind: str, path: str | os.PathLike[str], expected_lea: str | None = None) -> None:
        self.kind = kind
        self.path = path
        self.expected_lea = expected_lea or None
        self.header: Header | Columns | None = None
        self.totals = Totals()

    def count(self) -> Totals:
        """Read to the end. Raises FileRefused wherever the file is damaged."""
        totals = Totals()
        for child in self.children():
            totals.children += child.stored
            totals.episodes += len(getattr(child, "episodes", ()))
            totals.flagged += child.stored and any(fault.severity != KEPT_ASIDE for fault in child.faults)
            totals.kept_aside += sum(fault.severity == KEPT_ASIDE for fault in child.faults)
        self.totals = totals
        return totals

    def children(self) -> Iterator[Any]:
        """Children or rows, in the order of the file."""
        if self.kind == Kind.PEOPLE:
            items: Iterator[Any] = iter(read_people(self.path))
            self.header = next(items)
            return items
        return fitted(self._census())

    def _census(self) -> Iterator[Any]:
        items = iter(read_census(self.path, expected_lea=self.expected_lea))
        self.header = next(items)  # type: ignore[assignment]
        yield from items

    @property
    def faults(self) -> tuple[Any, ...]:
        """What is odd about the file as a whole."""
        return self.header.faults if self.header else ()

    @property
    def year(self) -> int | None:
        return self.header.year if isinstance(self.header, Header) else None

    @property
    def lea(self) -> str:
        return self.header.lea if isinstance(self.header, Header) else ""

    @property
    def source(self) -> str:
        """What marks everything this file brings: "census:2026", "people"."""
        return f"census:{self.year or 'unknown'}" if self.kind == Kind.CENSUS else PEOPLE_SOURCE

    @property
    def title(self) -> str:
        return f"Census {self.year or ''}".strip() if self.kind == Kind.CENSUS else "People file"

    @property
    def about(self) -> dict[str, Any]:
        """What its header says, for pages."""
        about: dict[str, Any] = {"source": self.source, "title": self.title}
        if isinstance(self.header, Header):
            about |= {"lea": self.header.lea, "year": self.header.year, "software": self.header.software[:100]}
        elif isinstance(self.header, Columns):
            about |= {"columns": list(self.header.found), "missing": list(self.header.missing)}
        return about
