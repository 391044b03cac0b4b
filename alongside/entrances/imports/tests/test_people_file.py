"""The people file: spelt, parted and saved in every way Excel and old systems do it."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.entrances.imports.census import FileRefused
from alongside.entrances.imports.people_file import Parent, read_people

from .census_files import TODAY

ALL = ("child id,first names,family name,known as,birth date,household,address,postcode,school,parents,"
       "worker,worker role,team,last seen,nhs number\n")
AMINA = ("E1,Amina,Yusuf,Mina,31/05/2012,H1,\"4 Larch Row, Eastmere\",zz99 1aa,Larch Primary,"
         "\"Hodan Yusuf (PR); Omar Ali (no PR)\",sw@eastmere.example,Social worker,Team 1,02/11/2026,943 476 5919\n")


def read(text: str | bytes):
    content = text.encode() if isinstance(text, str) else text
    columns, *rows = read_people(io.BytesIO(content), today=TODAY)
    return columns, rows


def refused(text: str | bytes) -> FileRefused:
    with pytest.raises(FileRefused) as caught:
        read(text)
    return caught.value


def one(rows: str, head: str = ALL):
    _, (row,) = read(head + rows)
    return row


def check_amina(row) -> None:
    assert (row.first_names, row.family_name, row.known_as) == ("Amina", "Yusuf", "Mina")
    assert (row.birth_date, row.last_seen) == (date(2012, 5, 31), date(2026, 11, 2))
    assert (row.address, row.postcode, row.household) == ("4 Larch Row, Eastmere", "ZZ99 1AA", "H1")
    assert row.parents == (Parent("Hodan Yusuf", True), Parent("Omar Ali", False))
    assert (row.worker, row.worker_email, row.team) == ("", "sw@eastmere.example", "Team 1")
    assert row.nhs_number == "9434765919"
    assert row.faults == ()


def test_a_full_row_is_read():
    columns, (row,) = read(ALL + AMINA)
    check_amina(row)
    assert row.line == 2
    assert columns.missing == columns.unknown == columns.faults == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_way_excel_saves_it_is_read(encoding):
    columns, (row,) = read((ALL + AMINA).replace("Amina", "Zoë").encode(encoding))
    assert row.first_names == "Zoë"
    assert bool(columns.faults) is (encoding == "cp1252")


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_other_signs_between_cells_are_seen(sign):
    head = ALL.replace(",", sign)
    cells = AMINA.replace(", Eastmere", "~").replace(",", sign).replace("~", ", Eastmere")
    _, (row,) = read(head + cells)
    check_amina(row)
    _, (row,) = read(f"sep={sign}\r\n{head}{cells}")
    check_amina(row)
    assert row.line == 3


def test_headings_are_known_by_other_spellings():
    head = "LAchild_ID, FORENAME ,Surname,D.O.B.,Parent 1,Parent 1 PR,Social Worker,Date last seen\n"
    row = one("E1,Amina,Yusuf,31/05/2012,Hodan Yusuf,yes,Jo Bright,2026-11-02\n", head)
    assert row.parents == (Parent("Hodan Yusuf", True),)
    assert (row.worker, row.last_seen) == ("Jo Bright", date(2026, 11, 2))


def test_missing_and_unknown_columns_are_told_in_words():
    columns, _ = read("child id,first names,shoe size\nE1,Amina,3\n")
    assert columns.unknown == ("shoe size",)
    assert "family name" in columns.missing
    reasons = [fault.reason for fault in columns.faults]
    assert any("“shoe size”" in reason for reason in reasons)
    assert any("no column for family name, known as" in reason for reason in reasons)


def test_without_a_child_id_column_the_file_is_refused_by_name():
    problem = refused("name,birth\nAmina,2012\n")
    assert "no column for the child id" in str(problem)
    assert "“name”, “birth”" in str(problem)


@pytest.mark.parametrize(("text", "day"), [
    ("31/05/2012", date(2012, 5, 31)), ("1/2/2012", date(2012, 2, 1)), ("2012-05-31", date(2012, 5, 31)),
    ("31.05.2012", date(2012, 5, 31)), ("31 May 2012", date(2012, 5, 31)), ("31-May-2012", date(2012, 5, 31)),
    ("31/05/2012 00:00:00", date(2012, 5, 31)), ("2012-05-31T00:00:00Z", date(2012, 5, 31)),
    ("05/31/2012", None), ("31/05/12", None), ("41060", None), ("soon", None), ("30/02/2012", None)])
def test_a_day_is_read_day_first_or_not_at_all(text, day):
    row = one(f"E1,{text}\n", "child id,birth date\n")
    assert row.birth_date == day
    assert [(fault.code, fault.as_given) for fault in row.kept_aside] == ([] if day else [("unreadable-date", text)])


def test_a_child_without_birth_date_goes_in():
    row = one("E1,,\n", "child id,birth date,first names\n")
    assert row.stored
    assert row.birth_date is None


def test_a_second_row_for_a_child_is_kept_aside_and_says_where_the_first_is():
    _, rows = read(ALL + AMINA + "\n" + AMINA.replace("Amina", "Another"))
    assert [row.stored for row in rows] == [True, False]
    (fault,) = rows[1].faults
    assert (fault.line, fault.code) == (4, "8510")
    assert "the first is on line 2" in fault.reason
    assert "Another" in fault.as_given


def test_a_row_without_child_id_is_kept_aside_whole():
    row = one(AMINA.replace("E1", ""))
    assert not row.stored
    assert "Amina" in row.faults[0].as_given


def test_a_last_seen_day_still_to_come_never_says_the_child_was_seen():
    row = one("E1,22/11/2026\n", "child id,last seen\n")
    assert row.last_seen is None
    assert row.kept_aside[0].code == "future-date"


@pytest.mark.parametrize(("given", "words"), [("943 476 5918", "check digit"), ("9.43E+09", "Excel"), ("12", "check")])
def test_a_wrong_nhs_number_goes_in_and_is_flagged(given, words):
    row = one(f"E1,{given}\n", "child id,nhs number\n")
    assert row.nhs_number == given
    assert words in row.doubtful[0].reason


def test_lines_are_counted_over_cells_with_line_breaks():
    _, rows = read('child id,address\nE1,"1 Row\nTown"\n\nE2,x\n')
    assert [row.line for row in rows] == [2, 5]


@pytest.mark.parametrize("after", ["E3,Bo\nE4,Cy\n", 'E3,"Bo"\nE4,"Cy"\n', "E3,Bo"])
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(after):
    fault = refused('child id,first names\nE1,"Amina\nMaria"\nE2,"Ali\n' + after)
    assert fault.line == 4
    assert "a quotation mark is not closed" in str(fault)


def test_a_comma_without_quotation_marks_is_seen():
    row = one("E1,4 Larch Row, Eastmere\n", "child id,address\n")
    assert row.doubtful[0].code == "more-cells"
    assert row.doubtful[0].as_given == "Eastmere"


@pytest.mark.parametrize(("content", "words"), [
    (b"", "empty"), (b"PK\x03\x04xl/", "Excel workbook"), (b"<Message/>", "XML"), (b"child id\nE1\0\n", "not text"),
    (b"\xff\xfec\x00h", "cut off"), (b"child id\n\x81\n", "cannot be read"),
    (b'child id,address\nE1,"' + b"x" * 200_000, "quotation mark")])
def test_what_is_not_csv_is_named(content, words):
    assert words in str(refused(content))


def test_a_file_too_large_is_refused(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(FileRefused, match="larger than 32 million"):
        list(read_people(path))
    with pytest.raises(FileRefused, match="cannot be read"):
        list(read_people(tmp_path / "nowhere.csv"))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: raw.decode("latin-1")))
def test_whatever_stands_in_it_only_a_refusal_is_raised(text):
    with suppress(FileRefused):
        read(ALL + text)
    with suppress(FileRefused):
        read(text.encode("utf-8", "replace"))
