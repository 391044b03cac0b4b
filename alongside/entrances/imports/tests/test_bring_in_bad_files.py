"""Bad files, end to end: a sentence with the line, and nothing half-written."""

import tracemalloc

import pytest

from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.taking_in.blocks import who
from alongside.entrances.imports.taking_in.running import Refusal
from alongside.entrances.imports.tests.bringing_in import Files, everything, rows
from alongside.entrances.imports.tests.census_files import REFERRAL, child, episode, header, message
from alongside.platform.access.actor import Actor
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.record.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
WHOLE = message("".join(child(f"E{number}") for number in range(40)))
ENTITY = b'<?xml version="1.0"?>\n<!DOCTYPE Message [<!ENTITY a "aaaa">]>\n'
MANY = 3000

BAD = {
    "not XML": (b"name,born\nTaz,2012", "not XML", 1),
    "empty": (b"", "empty", None),
    "another return": (message(head=header(collection="903")), "looked-after children return", 2),
    "another authority": (message(head=header(lea="301")), "another local authority", 2),
    "entities": (ENTITY + message(), "entities of its own", 2),
    "an external reference": (
        b'<!DOCTYPE Message SYSTEM "http://example.org/x.dtd">\n' + message(), "document type", 1,
    ),
    "the wrong encoding": (message(child().replace("E20417", "É20417")).replace("É".encode(), b"\xc9"), "encoding", 5),
    "cut off in the middle": (WHOLE[: len(WHOLE) // 2], "cut off", None),
    "two files in one": (message() + message(), "two files", None),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_taken_is_refused_whole(files: Files, name: str) -> None:
    content, words, line = BAD[name]
    before = everything()
    with pytest.raises(Refusal) as refused:
        files.census(content)
    assert words in str(refused.value)
    assert line is None or refused.value.line == line
    assert everything() == before
    assert ImportRun.objects.count() == 0


def test_a_child_without_a_birth_date_and_an_unborn_one_come_in(files: Files) -> None:
    unborn = "<LAchildID>{id}</LAchildID><ExpectedPersonBirthDate>2027-02-01</ExpectedPersonBirthDate><Sex>U</Sex>"
    without = "<LAchildID>{id}</LAchildID><Sex>F</Sex>"
    totals = files.census(message(child("E1", identifiers=unborn) + child("E2", identifiers=without)))
    assert (totals.new, totals.kept_aside) == (2, 0)
    assert str(Person.objects.get(council_ref="E1").expected_on) == "2027-02-01"
    assert Person.objects.get(council_ref="E2").born_on is None
    assert "8525Q" in {row.code for row in rows("flagged", child_ref="E2")}


def test_two_children_with_one_id_and_an_end_before_its_start(files: Files) -> None:
    backwards = REFERRAL + "<CINclosureDate>2026-09-01</CINclosureDate>"
    totals = files.census(message(child("E1") + child("E1") + child("E2", episodes=episode(referral=backwards))))
    assert (totals.children, totals.new, totals.kept_aside) == (2, 2, 2)
    twice, ends = rows("kept_aside")
    assert "stands twice" in twice.reason
    assert "before it starts" in ends.reason
    assert (twice.line, ends.line) == (9, 17)
    again = files.census(message(child("E1") + child("E1") + child("E2", episodes=episode(referral=backwards))))
    assert (again.new, again.same, again.kept_aside) == (0, 2, 2)


def test_a_value_too_long_to_keep_is_kept_aside_by_itself(files: Files) -> None:
    content = message(child("E1").replace(">WBRI<", ">WHITEBRITISH<") + child("E" * 41))
    totals = files.census(content)
    assert (totals.children, totals.new, totals.kept_aside) == (1, 1, 2)
    assert Person.objects.get(council_ref="E1").ethnicity == ""
    assert {row.in_file for row in rows("kept_aside")} == {"WHITEBRITISH", "E" * 41}


def test_the_same_referral_twice_comes_in_once(files: Files) -> None:
    totals = files.census(message(child("E1", episodes=episode() + episode())))
    assert (totals.new, totals.kept_aside, totals.episodes) == (1, 1, 1)
    assert rows("kept_aside")[0].code == "stands-twice"


def test_very_many_bad_rows_are_all_told_and_take_no_memory(files: Files) -> None:
    bad = "".join(child("E1") for _ in range(MANY))
    tracemalloc.start()
    totals = files.census(message(bad))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (totals.children, totals.new, totals.kept_aside) == (1, 1, MANY - 1)
    assert ImportRow.objects.filter(result="kept_aside").count() == MANY - 1
    assert most < 20_000_000


def test_without_a_team_it_says_what_to_do(files: Files) -> None:
    files.council.system = Actor(org=new_id(), name="Elsewhere", is_system=True)
    with pytest.raises(Refused, match="no team yet"):
        files.census(message())
    assert Person.objects.filter(council_ref="E20417").count() == 0


def test_a_fault_of_ours_costs_one_child_not_the_file(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    add = who.add

    def fail(*given: object, **more: object) -> object:
        if more["child_ref"] == "E2":
            raise RuntimeError("out of ink")
        return add(*given, **more)  # type: ignore[arg-type]

    content = message(child("E1") + child("E2") + child("E3"))
    with monkeypatch.context() as patch:
        patch.setattr(who, "add", fail)
        totals = files.census(content)
    assert (totals.new, totals.kept_aside) == (2, 1)
    assert "a fault in Alongside" in rows("kept_aside")[0].reason
    assert not Person.objects.filter(council_ref="E2").exists()
    again = files.census(content)
    assert (again.new, again.same) == (1, 2)
