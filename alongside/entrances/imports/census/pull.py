"""Pulls one Child at a time out of the file, in flat memory and within limits."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from lxml import etree

from . import opening
from .refusals import FileRefused

PIECE = 65_536
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest English council writes about 60 MB; these leave room and stop a bomb early."""

    file_bytes: int = 512 * MILLION
    block_bytes: int = 8 * MILLION  # between the end of one child and the end of the next
    children: int = 250_000


@contextmanager
def opened(source: str | os.PathLike[str] | BinaryIO, limits: Limits) -> Iterator[BinaryIO]:
    """The file as a stream of bytes. A stream given stays open; its position is where it was."""
    if not isinstance(source, str | os.PathLike):
        yield source
        return
    path = Path(source)
    try:
        size = path.stat().st_size
        stream = path.open("rb")
    except OSError as problem:
        reason = problem.strerror or "it cannot be opened"
        raise FileRefused(f"The file {path.name} cannot be read: {reason.lower()}.") from problem
    with stream:
        if size > limits.file_bytes:
            refuse_size(limits)
        yield stream


def refuse_size(limits: Limits) -> None:
    most = limits.file_bytes // MILLION
    raise FileRefused(f"The file is larger than {most} million bytes. No council's census is; "
                      "nothing was read.")


class Puller:
    """Iterates over (line, element) of every Header and Child; clears each when the next is asked.

    Raises FileRefused, possibly after children were given: read a file to its end before
    writing anything of it.
    """

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self.stream = stream
        self.limits = limits
        self.lines_read = 0
        self.children = 0

    def __iter__(self) -> Iterator[etree._Element]:
        head = self._head()
        start = opening.look(head)
        opening.refuse_other_root(start.root)
        parser = etree.XMLPullParser(
            events=("end",), tag=("{*}Child", "{*}Header"), encoding="utf-8",
            resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False,
            huge_tree=False, remove_comments=True, remove_pis=True)
        yield from self._pull(parser, head, codecs.getincrementaldecoder(start.encoding)("strict"))
        yield from self._finish(parser)

    def _head(self) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while size < opening.HEAD_BYTES:
            piece = self.stream.read(opening.HEAD_BYTES - size)
            if not piece:
                break
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces)

    def _pull(self, parser: etree.XMLPullParser, piece: bytes,
              decoder: codecs.IncrementalDecoder) -> Iterator[etree._Element]:
        total = since = 0
        while True:
            text = self._decode(decoder, piece)
            total += len(piece)
            since += len(piece)
            if total > self.limits.file_bytes:
                refuse_size(self.limits)
            try:
                parser.feed(text.encode("utf-8"))
            except etree.XMLSyntaxError as problem:
                raise refusal_of(parser, self.lines_read + 1) from problem
            if len(parser.feed_error_log):  # an unknown entity is logged, not raised
                raise refusal_of(parser, self.lines_read + 1)
            for element in events_of(parser):
                since = 0
                yield element
                self._clear(element)
            if since > self.limits.block_bytes:
                self._refuse_block()
            self.lines_read += text.count("\n")
            if not piece:
                return
            piece = self.stream.read(PIECE)

    def _decode(self, decoder: codecs.IncrementalDecoder, piece: bytes) -> str:
        try:
            return decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as problem:
            if not piece:
                raise cut_off(self.lines_read + 1) from problem
            good = bytes(problem.object[:problem.start]).decode(problem.encoding, "replace")
            raise FileRefused(
                "The file is not in the encoding it says it is: a character here cannot be read. "
                "Save it again as UTF-8.", self.lines_read + good.count("\n") + 1) from problem

    def _clear(self, element: etree._Element) -> None:
        parent = element.getparent()
        if element.tag.endswith("Child"):
            self._count(element)
        element.clear()
        while parent is not None and parent[0] is not element:
            del parent[0]

    def _count(self, element: etree._Element) -> None:
        self.children += 1
        if self.children > self.limits.children:
            raise FileRefused(f"The file has more than {self.limits.children} children. "
                              "No council's census has.", line_of(element))

    def _refuse_block(self) -> None:
        most = self.limits.block_bytes // MILLION
        raise FileRefused(
            f"More than {most} million bytes were read without coming to the end of a child. "
            "This is not a census a system wrote; nothing was taken in.", self.lines_read + 1)

    def _finish(self, parser: etree.XMLPullParser) -> Iterator[etree._Element]:
        try:
            root = parser.close()
        except etree.XMLSyntaxError as problem:
            raise cut_off(self.lines_read + 1) from problem
        for block in root:
            if local_name(block) == "Children" and len(block):
                refuse_stranger(block[-1], "Child")
        for element in events_of(parser):
            yield element
            self._clear(element)


def events_of(parser: etree.XMLPullParser) -> Iterator[etree._Element]:
    for _, found in parser.read_events():
        element = cast(etree._Element, found)
        place = element.getparent()
        wanted = "Message" if element.tag.endswith("Header") else "Children"
        if place is None or local_name(place) != wanted:
            raise FileRefused(f"A {local_name(element)} block stands where none belongs.",
                              line_of(element))
        refuse_strangers(element)
        yield element


def refuse_strangers(element: etree._Element) -> None:
    """What stands beside the children and is not one would be lost: refuse the file instead."""
    before = element.getprevious()
    if before is not None:
        refuse_stranger(before, local_name(element))


def refuse_stranger(block: etree._Element, wanted: str) -> None:
    if local_name(block) not in ("Child", "Header"):
        raise FileRefused(f"A block called {local_name(block)[:40]} stands where a {wanted} "
                          "should.", line_of(block))


def local_name(element: etree._Element) -> str:
    """The name without a namespace; the real return has none, some tools add one."""
    tag = element.tag
    return tag.rpartition("}")[2] if "}" in tag else tag


def line_of(element: etree._Element) -> int:
    """The line an element's start tag ends on.

    Trap: libxml2 holds 16 bits; above 65,535 it gives the line of the text that follows
    the tag, counted to the end of that text, so its line breaks are taken off again.
    """
    line = cast(int, element.sourceline)
    if line < 65_535:
        return line
    if element.text:
        return line - element.text.count("\n")
    if len(element):
        return line_of(element[0])
    return line - (element.tail or "").count("\n")


def cut_off(line: int) -> FileRefused:
    return FileRefused(
        "The file is cut off: it ends here, in the middle. Nothing was taken in. "
        "Ask for the whole file again.", line)


def refusal_of(parser: etree.XMLPullParser, line: int) -> FileRefused:
    """The first thing the parser complained of, in words; `line` when it names none."""
    entries = list(parser.feed_error_log)
    kinds = etree.ErrorTypes
    code = entries[0].type if entries else kinds.ERR_INTERNAL_ERROR
    line = entries[0].line if entries else line
    if code in (kinds.ERR_UNDECLARED_ENTITY, kinds.WAR_UNDECLARED_ENTITY):
        return FileRefused("The file uses an entity of its own (a name between & and ;). "
                           "No census has one; nothing was read.", line)
    if code == kinds.ERR_DOCUMENT_END:
        return FileRefused("There is more after the end of the return: two files may have been "
                           "put into one.", line)
    return FileRefused("The file is not well-formed XML from here on: a tag or a character is "
                       "wrong. Nothing was taken in.", line)
