"""The text of a people file, whatever Excel saved it as."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import BinaryIO

from ..census.opening import refuse_other_kinds
from ..census.refusals import FileRefused

MOST_BYTES = 32_000_000
ASK = "Save the list as CSV (in Excel: Save as, CSV UTF-8) and choose that file."
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(source: str | os.PathLike[str] | BinaryIO) -> tuple[str, str]:
    """The whole text and a word on its encoding ("" when nothing need be said).

    A people file has one short row a child, so it is read whole, up to MOST_BYTES.
    Raises FileRefused.
    """
    content = read_bytes(source)
    if len(content) > MOST_BYTES:
        raise FileRefused(f"The file is larger than {MOST_BYTES // 1_000_000} million bytes; no "
                          "list of a council's children is.")
    refuse_other_kinds(content[:4096], "CSV", ASK)
    text, said = decoded(content)
    if "\0" in text:
        raise FileRefused(f"The file holds characters that are not text. {ASK}",
                          text.count("\n", 0, text.index("\0")) + 1)
    if text.lstrip().startswith("<"):
        raise FileRefused(f"This is XML or a web page, not CSV. {ASK}", 1)
    return text, said


def read_bytes(source: str | os.PathLike[str] | BinaryIO) -> bytes:
    if not isinstance(source, str | os.PathLike):
        return source.read(MOST_BYTES + 1)
    path = Path(source)
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as problem:
        reason = problem.strerror or "it cannot be opened"
        raise FileRefused(f"The file {path.name} cannot be read: {reason.lower()}.") from problem


def decoded(content: bytes) -> tuple[str, str]:
    """By its mark; else UTF-8; else what Excel on Windows writes, said aloud."""
    encoding = "utf-16" if content.startswith(UTF_16) else "utf-8-sig"
    try:
        return content.decode(encoding), ""
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        if encoding == "utf-16":
            raise FileRefused("The file is cut off or damaged: a character here cannot be read.",
                              line) from problem
    try:
        return content.decode("cp1252"), (
            f"The file is not UTF-8 (see line {line}); it was read as Windows text. Look at the "
            "names with accents before you confirm.")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise FileRefused(f"A character here cannot be read. {ASK}", line) from problem
