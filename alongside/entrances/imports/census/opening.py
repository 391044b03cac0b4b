"""Looks at the first bytes of a file before any parser does: what it is, its encoding, its root.

A DOCTYPE is refused here. No census has one, and without it there are no entities, no external
references and no bombs made of them. Trap: the look-out and the parser must read the same
characters, so only the encodings below are taken and the parser is given decoded text.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from .refusals import FileRefused

HEAD_BYTES = 65_536
SPACE = " \t\r\n"
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
# By the name Python gives them. latin-1 covers what old systems write on Windows servers.
TAKEN = frozenset({"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252"})

OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"7z\xbc\xaf", "a compressed (7-Zip) file"),
    (b"Rar!", "a compressed (RAR) file"),
    (b"SQLite", "a database file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
ASK_AGAIN = "Choose the XML file that your old system writes for the Children in Need census."
OTHER_RETURNS = {
    "EXPSSDA903": "the looked-after children return (SSDA903)",
    "html": "a web page, perhaps a sign-in page that was saved by mistake",
}


@dataclass(frozen=True, slots=True)
class Opening:
    encoding: str
    root: str


def look(head: bytes) -> Opening:
    """Says how to read the file whose first HEAD_BYTES are `head`; raises FileRefused."""
    refuse_other_kinds(head)
    encoding = encoding_of(head)
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    return Opening(encoding, root_of(text, whole=len(head) < HEAD_BYTES))


def refuse_other_kinds(head: bytes, wanted: str = "XML", ask: str = ASK_AGAIN) -> None:
    """Names the kind of file that was chosen by mistake. `wanted` and `ask` end the sentence."""
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise FileRefused(f"The file is empty. {ask}")
    if head.startswith(b"PK\x03\x04"):
        raise FileRefused(f"This is {zip_kind(head)}, not {wanted}. {ask}")
    for start, kind in OTHER_KINDS:
        if head.startswith(start):
            raise FileRefused(f"This is {kind}, not {wanted}. {ask}")


def zip_kind(head: bytes) -> str:
    if b"xl/" in head:
        return "an Excel workbook"
    if b"word/" in head:
        return "a Word document"
    return "an Excel workbook or a zip file (take the file out of the zip first)"


def encoding_of(head: bytes) -> str:
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    found = DECLARED.match(head)
    if not found:
        return "utf-8"
    given = found.group(1).decode("ascii")
    try:
        name = codecs.lookup(given).name
    except LookupError:
        name = ""
    if name in TAKEN:
        return name
    raise FileRefused(
        f"The file says its encoding is {given}, which it is not written in or cannot be read. "
        "Save it as UTF-8.", line=1)


def root_of(text: str, *, whole: bool) -> str:
    """Walks over comments and instructions to the first tag; refuses a DOCTYPE on the way."""
    at = 1 if text.startswith("\ufeff") else 0
    while at < len(text):
        if text[at] in SPACE:
            at += 1
            continue
        if text.startswith("<?", at):
            at = past(text, "?>", at)
        elif text.startswith("<!--", at):
            at = past(text, "-->", at)
        elif text.startswith("<!", at):
            refuse_doctype(text, at)
        else:
            return root_at(text, at)
    where = line_at(text, len(text))
    if whole:
        raise FileRefused("The file ends before the return begins. Ask for it again.", where)
    raise FileRefused("The return does not begin within the first 64 thousand characters.", where)


def past(text: str, end: str, at: int) -> int:
    found = text.find(end, at)
    return len(text) if found < 0 else found + len(end)


def refuse_doctype(text: str, at: int) -> None:
    line = line_at(text, at)
    if text[at:at + 40].lower().replace("\n", " ").startswith("<!doctype html"):
        raise FileRefused(f"This is {OTHER_RETURNS['html']}. {ASK_AGAIN}", line)
    raise FileRefused(
        "The file has a document type (DOCTYPE) or entities of its own. No census has them and "
        "they can be used to attack a system, so nothing was read.", line)


def root_at(text: str, at: int) -> str:
    found = ROOT.match(text, at)
    if not found:
        start = text[at:at + 30].split("\n")[0].strip()
        raise FileRefused(f"This is not XML: it begins with “{start}”. {ASK_AGAIN}",
                          line_at(text, at))
    return found.group(1)


def line_at(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def refuse_other_root(root: str) -> None:
    if root == "Message":
        return
    kind = OTHER_RETURNS.get(root)
    what = f"This is {kind}" if kind else f"This is another kind of XML file: it begins with {root[:40]}"
    raise FileRefused(f"{what}, not the Children in Need census. {ASK_AGAIN}")
