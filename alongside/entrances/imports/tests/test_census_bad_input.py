"""Files that are refused whole: each with a sentence, none with an error of the parser's own."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from itertools import repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.entrances.imports.census import FileRefused, Limits, read_census

from .census_files import TODAY, child, episode, header, message, read, refused, sample


@pytest.mark.parametrize(("content", "words"), [
    (b"", "is empty"),
    (b" \n\n", "is empty"),
    (b"child id,name\nE1,Ann\n", "This is not XML: it begins with \u201cchild id,name\u201d"),
    (b"{}", "not XML"),
    (b"%PDF-1.7", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"<html><body>Sign in</body></html>", "a web page"),
    (b"<!DOCTYPE html>\n<html></html>", "a web page"),
    (b"<EXPSSDA903/>", "looked-after children return"),
    (b"<Envelope/>", "another kind of XML"),
    (b"<Message></Message>", "no header"),
    (b"<Message><", "cut off"),
])
def test_what_is_not_the_census_is_named(content, words):
    assert words in str(refused(content))


def test_an_excel_workbook_and_a_zip_are_named():
    for inside, words in (("xl/workbook.xml", "an Excel workbook,"), ("cin.xml", "zip file")):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr(inside, "x")
        assert words in str(refused(held.getvalue()))


@pytest.mark.parametrize(("collection", "words"), [
    ("903", "looked-after"), ("SC", "the school census"), ("XYZ", "another return (XYZ)"),
    ("", "does not say which return")])
def test_another_return_is_refused_by_name(collection, words):
    problem = refused(message(head=header(collection)))
    assert words in str(problem)
    assert problem.line == 2


def test_another_authority_is_refused_only_when_we_know_our_own():
    problem = refused(message(), expected_lea="302")
    assert "the file says 201 and this system is for 302" in str(problem)
    read(message())
    assert "LEA" in str(refused(message(head=header(lea=""))))


BOMB = ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>')
OUTSIDE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">'


@pytest.mark.parametrize("start", [
    BOMB, OUTSIDE, "<!-- c -->\n" + BOMB, '<?xml version="1.0"?>\n\n' + OUTSIDE,
    '<?xml version="1.0"?><?go there?>' + BOMB])
def test_a_doctype_is_refused_before_any_parser_sees_it(start):
    for encoding in ("utf-8", "utf-16"):
        problem = refused(message(start=start).decode().encode(encoding))
        assert "DOCTYPE" in str(problem)
        assert problem.line


def test_an_entity_of_its_own_is_refused_with_its_line():
    content = message(child("E1"), header()).replace(b"WBRI", b"&secret;")
    problem = refused(content)
    assert "entity" in str(problem)
    assert problem.line == 6


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-32", "no-such-thing", "rot13"])
def test_an_encoding_we_do_not_take_is_refused(encoding):
    content = f'<?xml version="1.0" encoding="{encoding}"?><Message/>'.encode("ascii")
    assert encoding in str(refused(content))


def test_a_file_that_is_not_in_the_encoding_it_names_is_refused_at_its_line():
    content = message(child("E1") + child("Zo\u00eb1") + child("E3"))
    wrong = content.decode().encode("latin-1")
    problem = refused(wrong)
    line = wrong.split(b"\n").index(next(x for x in wrong.split(b"\n") if b"\xeb" in x)) + 1
    assert problem.line == line
    assert "encoding" in str(problem)


def test_a_file_cut_off_in_the_middle_is_refused_with_the_line_where_it_ends():
    whole = message("".join(child(f"E{n}") for n in range(40)))
    for at in (len(whole) // 3, len(whole) // 2, len(whole) - 3):
        problem = refused(whole[:at])
        assert "cut off" in str(problem)
        assert problem.line == whole[:at].count(b"\n") + 1
    spaced = whole.decode().encode("utf-16")
    assert "cut off" in str(refused(spaced[:len(spaced) // 2 + 1]))


def test_two_files_in_one_and_a_wrong_tag_are_told_with_a_line():
    assert "after the end" in str(refused(message() + message()))
    assert refused(message().replace(b"</CINdetails>", b"</CINdetail>")).line == 7
    twice = message(head=header() + header())
    assert "two headers" in str(refused(twice))


def test_what_stands_beside_the_children_is_not_quietly_passed_over():
    for content in (message("<child/>" + child()), message(child() + "<child/>")):
        problem = refused(content)
        assert "A block called child" in str(problem)
    assert "stands where none belongs" in str(refused(message("<Child><Child/></Child>")))


class Endless(io.RawIOBase):
    """A stream that says for ever what a bomb would say."""

    def __init__(self, start: bytes, piece: bytes) -> None:
        self.pieces = iter(repeat(piece))
        self.start = start
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        out = self.start
        while len(out) < size:
            out += next(self.pieces)
        self.start = out[size:]
        self.given += size
        return out[:size]


TOP = f"<Message>{header()}<Children>".encode()


@pytest.mark.parametrize(("start", "piece"), [
    (TOP + b"<Child>", b"<a>x</a>" * 500),
    (TOP, b"<a/>" * 1000),
    (TOP + b"<Child><ChildIdentifiers><LAchildID>", b"x" * 4000),
    (TOP, b"<a>" * 1000),
    (b"", b" " * 4000),
    (b"<!--", b"-" + b" x" * 2000),
    (TOP + b"<Child a='", b"y" * 4000),
    (TOP + b"<!--", b"y" * 4000),
])
def test_a_bomb_is_refused_after_a_few_million_bytes(start, piece):
    stream = Endless(start, piece)
    with pytest.raises(FileRefused):
        list(read_census(stream, today=TODAY))  # type: ignore[arg-type]
    assert stream.given < 16_000_000


def test_a_file_too_large_or_with_too_many_children_is_refused(tmp_path):
    path = tmp_path / "large.xml"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)  # a hole: takes no room on the disk
    with pytest.raises(FileRefused, match="larger than 512 million"):
        list(read_census(path))
    many = message(child("E1") + child("E2"))
    assert "more than 1 children" in str(refused(many, limits=Limits(children=1)))
    assert "larger than" in str(refused(many * 3, limits=Limits(file_bytes=200)))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileRefused, match=r"nowhere\.xml cannot be read: no such file"):
        list(read_census(tmp_path / "nowhere.xml"))


def test_fifty_thousand_bad_children_are_each_named_and_the_file_is_read():
    nameless = child("", episodes="")
    _, children = read(message(nameless * 50_000))
    assert len(children) == 50_000
    assert not any(one.stored for one in children)
    assert all(one.faults[0].code == "8500" and one.faults[0].line for one in children)


def test_fifty_thousand_bad_blocks_in_one_child_cost_no_more_than_reading_them():
    bad = ("<CINPlanDates><CINPlanStartDate>2026-09-09</CINPlanStartDate>"
           "<CINPlanEndDate>2026-09-08</CINPlanEndDate></CINPlanDates>")
    odd = bad.replace("09-08", "10-08")
    _, (one,) = read(message(child(episodes=episode(bad * 25_000 + odd * 25_000))))
    assert len(one.kept_aside) == 25_000
    assert len(one.doubtful) == 24_999


def everything() -> bytes:
    path = sample("cin/CIN_Census_2026.xml")
    return path.read_bytes()


PIECES = st.sampled_from([b"<", b">", b"&", b"\0", b"\xff", b"]]>", b"<!DOCTYPE a>", b"<![CDATA[",
                          b"&a;", b"</Child>", b"<Child>", b"<Header/>", b"\xfe\xff", b"2026-13-45",
                          b"&#x10FFFF;", b"&#0;", b"<LAchildID/>", b"-->", b"<!--", b"9" * 50])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_however_a_file_is_spoilt_only_a_refusal_is_raised(data):
    content = bytearray(message(child("E1") + child("E2")) if data.draw(st.booleans())
                        else everything())
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(content)))
        content[at:at + data.draw(st.integers(0, 12))] = data.draw(PIECES | st.binary(max_size=8))
    cut = data.draw(st.integers(0, len(content)))
    whole = data.draw(st.booleans())
    with suppress(FileRefused):
        read(bytes(content if whole else content[:cut]))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_a_refusal(content):
    refused(content)


def test_another_authority_is_told_with_the_line_that_names_it():
    spread = header(lea="301").replace("><", ">\n<")
    fault = refused(message(head=spread), expected_lea="201")
    assert message(head=spread).splitlines()[fault.line - 1] == b"<LEA>301</LEA>"
    other = header(collection="903").replace("><", ">\n<")
    fault = refused(message(head=other))
    assert message(head=other).splitlines()[fault.line - 1] == b"<Collection>903</Collection>"
