"""`alongside import-census` and `import-people` as typed: what they print, and where."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from alongside.config import places
from alongside.entrances.imports.commands import import_census, import_people
from alongside.entrances.imports.made_up.command import make_census
from alongside.entrances.imports.tests.bringing_in import Files, everything
from alongside.entrances.imports.tests.census_files import child, header, message
from alongside.platform.common.errors import PlainError
from alongside.record.casework.models import Case
from alongside.record.people.models import Person
from alongside.record.workers.models import Team

pytestmark = pytest.mark.django_db(transaction=True)
README = places.ROOT / "README.md"
COMMANDS = {"make-census": make_census, "import-census": import_census, "import-people": import_people}
COUNTS = {"children", "episodes", "new", "changed", "same", "flagged", "kept_aside", "corrected_here"}


def typed(path: Path, *options: str) -> Result:
    return CliRunner().invoke(import_census, [str(path), *options])


def test_json_is_all_that_is_printed(files: Files) -> None:
    result = typed(files.write(message(child("E1") + child("E1"))), "--json")
    assert result.exit_code == 0
    said = json.loads(result.stdout)
    assert set(said) == COUNTS
    assert (said["children"], said["new"], said["kept_aside"]) == (1, 1, 1)
    again = json.loads(typed(files.folder / "census.xml", "--json").stdout)
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 1)


def test_in_words_it_says_what_no_go_live_day_means(files: Files) -> None:
    result = typed(files.write(message()))
    assert "Brought in: 1 new, 0 changed, 0 the same" in result.stdout
    assert "No go-live day was given" in result.stderr
    assert "No go-live day" not in typed(files.write(message(child("E9"))), "--go-live", "2026-09-01").stderr


def test_a_refusal_is_a_sentence_and_json_for_programs(files: Files) -> None:
    result = typed(files.write(message(head=header(lea="301"))), "--json")
    assert isinstance(result.exception, PlainError), "the command line's main prints it and exits with 1"
    assert json.loads(result.stdout)["line"] == 2
    assert "--authority" in result.stderr
    taken = typed(files.folder / "census.xml", "--json", "--authority", "301")
    assert json.loads(taken.stdout)["new"] == 1
    assert Person.objects.get(lea="301")


def test_a_file_that_is_not_there_is_said_plainly(files: Files) -> None:
    result = typed(files.folder / "nothing.xml")
    assert isinstance(result.exception, PlainError)
    assert "nothing.xml cannot be read" in str(result.exception)


def test_a_preview_prints_each_odd_line_and_writes_nothing(files: Files) -> None:
    before = everything()
    result = typed(files.write(message(child("E1") + child("E1"))), "--preview")
    assert "Line 9, child E1: The child id “E1” stands twice" in result.stdout
    assert "Would be: 1 new" in result.stdout
    assert everything() == before


def test_new_children_go_to_the_team_named_which_is_made_if_need_be(files: Files) -> None:
    typed(files.write(message()), "--team", "New children", "--json")
    assert Case.objects.get(person__council_ref="E20417").team == Team.objects.get(name="New children")


def test_people_by_the_command_line(files: Files) -> None:
    typed(files.write(message(child("E1"))), "--json")
    path = files.write("child id,first names,family name\nE1,Mina,Castle\nE7,No,One\n", "people.csv")
    result = CliRunner().invoke(import_people, [str(path), "--json"])
    said = json.loads(result.stdout)
    assert (said["new"], said["kept_aside"]) == (1, 1)
    assert Person.objects.get(council_ref="E1").given_names == "Mina"


def test_the_commands_of_the_readme_work_one_after_another(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(files.folder)
    typed_there = re.findall(r"^    \.venv/bin/alongside ((?:make|import)-\S+)(.*?)(?:  |$)", README.read_text(), re.M)
    assert [name for name, _ in typed_there] == ["make-census", "import-census", "import-people"]
    for name, words in typed_there:
        result = CliRunner().invoke(COMMANDS[name], words.replace("300", "20").split())
        assert result.exit_code == 0, f"{name}: {result.exception}"
    assert Person.objects.filter(lea="201", is_child=True).exclude(family_name="").count() >= 20
