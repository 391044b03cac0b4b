"""read_census: the Children in Need census of a council, one child at a time.

Takes the real layouts of 2022 to 2026 to 2027. Pure Python: it knows nothing of the database.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from alongside.platform.common import clock

from .blocks import ChildBlock, Header
from .child import read_child
from .doubts import Doubts
from .header import read_header, year_of
from .pull import Limits, Puller, local_name, opened
from .refusals import FileRefused

USUAL_LIMITS = Limits()


def read_census(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    expected_lea: str | None = None,
    today: date | None = None,
    limits: Limits = USUAL_LIMITS,
) -> Iterator[Header | ChildBlock]:
    """Yields the Header, then a ChildBlock for each child in the file's order.

    source: a path, or a binary stream at its beginning (read once, not closed).
    expected_lea: our own DfE number; another authority's file is refused.
    today: dates after it are doubtful; the day the caller runs on unless given.
    Memory does not grow with the file, but for the line of each child id.

    Raises FileRefused when the file cannot be taken at all. That may come after children
    were yielded (a file cut off in the middle): read to the end before writing anything.
    """
    with opened(source, limits) as stream:
        yield from read_stream(stream, expected_lea, today or clock.today(), limits)


def read_stream(stream: BinaryIO, expected_lea: str | None, today: date,
                limits: Limits) -> Iterator[Header | ChildBlock]:
    header: Header | None = None
    doubts: Doubts | None = None
    first_lines: dict[str, int] = {}
    puller = Puller(stream, limits)
    for element in puller:
        if local_name(element) == "Header":
            if header is not None:
                raise FileRefused("The file has two headers: two files were put into one.")
            header = read_header(element, expected_lea)
            doubts = Doubts(year_of(header), today)
            yield header
        elif doubts is None:
            raise FileRefused("The children come before the header, so the file does not say "
                              "whose they are.")
        else:
            yield with_doubts(read_child(element, first_lines), doubts)
    refuse_nothing_read(header, puller.children)


def with_doubts(child: ChildBlock, doubts: Doubts) -> ChildBlock:
    if not child.stored:
        return child
    found = doubts.of(child)
    if not found:
        return child
    return replace(child, faults=child.faults + tuple(found))


def refuse_nothing_read(header: Header | None, children: int) -> None:
    if header is None:
        raise FileRefused("The file has no header, so it does not say whose census it is.")
    if not children:
        raise FileRefused("The census has a header and no children.")
