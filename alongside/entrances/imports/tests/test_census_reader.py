"""The reader on real layouts: every block, both layouts, every encoding, line by line."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.entrances.imports.census import KEPT_ASIDE, ChildBlock, Header, read_census

from .census_files import TODAY, child, episode, header, message, read, read_one, sample


def read_sample(name: str) -> tuple[Header, list[ChildBlock]]:
    first, *children = read_census(sample(f"cin/{name}"), today=TODAY)
    return first, children  # type: ignore[return-value]


def test_the_332_child_sample_gives_332_children_and_402_episodes():
    first, children = read_sample("fake_CIN_data.xml")
    assert (first.lea, first.year, first.reference_date) == ("975", 2022, date(2022, 7, 21))
    assert len(children) == len({one.child_id for one in children}) == 332
    assert sum(len(one.episodes) for one in children) == 402
    assert not [one for block in children for one in block.kept_aside]
    assert {one.sex for one in children} == {"M", "F", "U"}
    assert sum(bool(one.doubtful) for one in children) > 300


@pytest.mark.parametrize(("name", "pre_proceedings"),
                         [("CIN_Census_2024.xml", 0), ("CIN_Census_2026.xml", 1)])
def test_every_block_is_read_but_the_assessment_that_ends_before_it_starts(name, pre_proceedings):
    first, children = read_sample(name)
    assert first.line == 2
    assert first.made_at is not None
    one, other = children
    (case,) = one.episodes
    assert (case.line, case.conference, case.closure_reason) == (34, date(2022, 12, 6), "RC1")
    assert [plan.line for plan in case.cin_plans] == [50]
    assert [enquiry.conference for enquiry in case.section47s] == [date(2022, 6, 17)]
    assert [plan.previous_plans for plan in case.protection_plans] == [10]
    assert [review.line for review in case.protection_plans[0].reviews] == [68]
    assert len(case.pre_proceedings) == pre_proceedings
    assert len(other.episodes[0].assessments) == 1

    (aside,) = [fault for block in children for fault in block.kept_aside]
    assert (aside.line, aside.child_id, aside.code) == (41, "DfEX0000001", "8608")
    assert aside.reason == (
        "The assessment ends on 19 September 2020, before it starts on 28 April 2028. "
        "Kept aside: correct it in the old system or record it here.")
    assert "<AssessmentFactors>RB</AssessmentFactors>" in aside.as_given


def test_pre_proceedings_and_family_group_decision_making_are_read():
    _, (one, _) = read_sample("CIN_Census_2026.xml")
    (block,) = one.episodes[0].pre_proceedings
    assert block.family_meeting_offered is block.family_meeting_held is True
    assert (block.review_meetings, block.outcome) == (3, "A")
    assert block.care_proceedings_letter == date(2027, 2, 5)


def test_loose_text_is_named_and_not_lost():
    _, (one, _) = read_sample("CIN_Census_2024.xml")
    (stray,) = [fault for fault in one.faults if fault.code == "stray-text"]
    assert (stray.line, stray.as_given) == (23, "PersonBirthDate")
    assert one.birth_date == date(2015, 3, 27)


@pytest.mark.parametrize(("given", "sex"), [("0", "U"), ("1", "M"), ("2", "F"), ("9", "U")])
def test_the_older_layout_gives_its_sex_by_number(given, sex):
    identifiers = ("<LAchildID>A1</LAchildID><UPNunknown>UN2</UPNunknown><PersonBirthDate>"
                   f"2012-05-04</PersonBirthDate><GenderCurrent>{given}</GenderCurrent>")
    block = read_one(identifiers=identifiers)
    assert block.sex == sex
    assert not block.faults


@pytest.mark.parametrize(("text", "value"), [("0", False), ("1", True), ("true", True),
                                             ("false", False), ("True", True)])
def test_yes_and_no_are_read_in_every_spelling(text, value):
    enquiry = ("<Assessments><AssessmentActualStartDate>2026-09-08</AssessmentActualStartDate>"
               "</Assessments><Section47><S47ActualStartDate>2026-09-08</S47ActualStartDate>"
               f"<ICPCnotRequired>{text}</ICPCnotRequired></Section47>")
    block = read_one(episodes=episode(enquiry))
    assert block.episodes[0].section47s[0].conference_not_required is value
    assert not block.faults


@pytest.mark.parametrize(("encoding", "declared"), [
    ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", ""),
    ("latin-1", "ISO-8859-1"), ("cp1252", "windows-1252")])
def test_every_encoding_that_says_its_name_is_read(encoding, declared):
    start = f'<?xml version="1.0" encoding="{declared}"?>\n' if declared else ""
    content = message(child(), header() + "<!-- é -->", start).decode().encode(encoding)
    _, (one,) = read(content)
    assert one.child_id == "E20417"
    assert not one.faults


def test_a_return_with_a_namespace_is_read_the_same():
    plain = message()
    spaced = plain.replace(b"<Message>", b'<Message xmlns="urn:some-tool">')
    assert read(spaced)[1] == read(plain)[1]


def test_lines_are_right_beyond_65_535_where_the_parser_counts_no_further():
    many = "".join(child(f"E{number}") for number in range(14_000))
    bad = child("BAD", episodes=episode(
        "\n<Assessments>\n<AssessmentActualStartDate>soon</AssessmentActualStartDate>\n"
        "</Assessments>"))
    content = message(many + bad)
    _, children = read(content)
    (aside,) = children[-1].kept_aside
    assert content.split(b"\n")[children[-1].line - 1] == b"<Child>"
    assert content.split(b"\n")[aside.line - 1] == b"<Assessments>"
    assert aside.line > 65_535


def test_a_date_with_a_time_zone_or_a_time_is_still_that_day():
    for text in ("2012-05-04Z", "2012-05-04+01:00", "2012-05-04T00:00:00"):
        identifiers = (f"<LAchildID>A1</LAchildID><PersonBirthDate>{text}</PersonBirthDate>"
                       "<Sex>F</Sex>")
        assert read_one(identifiers=identifiers).birth_date == date(2012, 5, 4)


def test_our_own_authority_is_let_in():
    first, _ = read(message(), expected_lea="201")
    assert first.lea == "201"


def test_nothing_is_kept_aside_from_a_right_child():
    block = read_one()
    assert block.stored
    assert not block.faults
    assert not [fault for fault in block.faults if fault.severity == KEPT_ASIDE]
