"""The CSV of hubs, teams and workers: what it may look like, what is said when it is wrong. Through the real page."""

import codecs

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.entrances.council.workers_file import BIGGEST
from alongside.platform.access.models import Account
from alongside.record.workers.models import Hub, RoleHeld, Team, Worker
from tests.machinery.council import Council

FIRST = "hub,team,name,email,job title,roles\n"
RIGHT = (
    FIRST
    + "North Hub,Pier,Zoë Müller,zoe@eastmere.example,Social worker,Social worker\n"
    + "North Hub,Pier,Noor Iqbal,noor@eastmere.example,Team manager,team_manager; Social worker\n"
    + "North Hub,Beacon,Una Fell,,Family worker,Family worker\n"
)


@pytest.fixture
def look(council: Council):
    """look(content) hands the file in as Ade does; look(text=…, confirm="1") confirms what was shown."""
    ade = council.browser("Ade")

    def handed_in(content=None, name="workers.csv", **more):
        if isinstance(content, str):
            content = content.encode()
        files = {"file": SimpleUploadedFile(name, content)} if content is not None else {}
        return ade.post("/council/by-file/", {**files, **more})

    return handed_in


def added(council: Council) -> int:
    """Workers beside the standing people."""
    council.as_system()
    return Worker.objects.exclude(name__endswith="Okafor").exclude(name="Dov Hart").count()


@pytest.mark.parametrize(
    "content",
    [
        RIGHT.encode(),
        codecs.BOM_UTF8 + RIGHT.encode(),
        RIGHT.encode("cp1252"),
        RIGHT.encode("utf-16"),
        RIGHT.replace(",", ";").replace("; Social", "| Social").encode(),
        RIGHT.replace(",", "\t").replace("\n", "\r\n").encode(),
        RIGHT.replace("hub,team", "Hub,TEAM").replace("job title", "job_title").encode(),
    ],
    ids=["utf-8", "utf-8 with a mark", "Windows", "utf-16", "semicolons", "tabs", "other headings"],
)
def test_however_a_spreadsheet_saved_it_it_is_read(council, look, content):
    page = look(content)
    shown = page.content.decode()
    assert page.status_code == 200, shown
    assert "Zoë Müller" in shown
    assert "team manager, social worker" in shown
    assert "Add these 3" in shown
    assert added(council) == 0, "looking writes nothing"


def test_confirmed_it_is_written_whole(council, look):
    answer = look(text=RIGHT, confirm="1")
    assert (answer.status_code, answer["Location"]) == (302, "/council/")
    assert added(council) == 3
    assert Hub.objects.filter(name="North Hub").count() == 1
    assert set(Team.objects.filter(hub__name="North Hub").values_list("name", flat=True)) == {"Pier", "Beacon"}
    noor = Worker.objects.get(email="noor@eastmere.example")
    held = {(each.role, each.team.name if each.team else "") for each in RoleHeld.objects.filter(worker=noor)}
    assert held == {("team_manager", "Pier"), ("social_worker", "")}
    assert not Account.objects.get(email="noor@eastmere.example").has_usable_password()
    assert Worker.objects.get(name="Una Fell").account_id is None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Hub,Pier,Jo,jo@x.example,,Wizard", "Line 2: there is no role “wizard”. The roles are: "),
        ("Hub,Pier,,jo@x.example,,", "Line 2: a worker has no name."),
        (",Pier,Jo,,,", "Line 2: the team Pier has no hub beside it."),
        ("Hub,Pier,Jo,jo at x,,", "Line 2: “jo at x” is not an e-mail address."),
        (f"Hub,Pier,{'J' * 201},,,", "Line 2: the name is longer than 200 characters."),
        (f"{'H' * 121},Pier,Jo,,,", "Line 2: the hub is longer than 120 characters."),
        ("Hub,Pier,Jo,jo@x.example,,\nHub,Pier,Jem,JO@x.example,,", "Line 3: jo@x.example is already on line 2."),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_nothing_is_written(council, look, line, says):
    page = look(FIRST + line + "\n")
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "Nothing was written" in page.content.decode()
    assert "Add these" not in page.content.decode()
    confirmed = look(text=FIRST + line + "\n", confirm="1")
    assert confirmed.status_code == 422
    assert added(council) == 0


def test_an_address_that_somebody_here_has_stops_the_whole_file(council, look):
    page = look(text=RIGHT + "North Hub,Pier,Amal Again,amal@eastmere.example,,\n", confirm="1")
    assert page.status_code == 422
    assert "Line 5: A worker with the address amal@eastmere.example is already here." in page.content.decode()
    assert added(council) == 0
    assert not Hub.objects.filter(name="North Hub").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04\x14\x00\x81\x8d\x8f\x90\x9d" * 40, "We cannot read this file as text"),
        (b"\xff\xd8\xff\xe0 a picture", "The first line must name the columns. Missing: name, team, hub."),
        (b"", "The first line must name the columns"),
        (b"name,team,hub\n" + b'"' + b"a" * 200_000 + b'"', "This is not a CSV file"),
        (b"a" * (BIGGEST + 1), "This file is larger than 1 MB"),
        (None, "Choose a file first. Nothing was changed."),
    ],
    ids=["a spreadsheet", "a picture", "nothing", "one endless cell", "more than a megabyte", "no file"],
)
def test_what_is_no_list_of_workers_is_refused_in_a_sentence(council, look, content, says):
    page = look(content)
    assert page.status_code == 422
    assert says in page.content.decode()
    assert "Choose the file" in page.content.decode()


def test_a_quotation_mark_that_is_not_closed_swallows_no_workers(council, look):
    page = look(FIRST + '\nHub,Pier,"Jo Bell,jo@eastmere.example,,\nHub,Pier,"Sam Reed",,,\n')
    assert page.status_code == 422
    assert "a quotation mark is not closed" in page.content.decode()


def test_null_bytes_and_empty_lines_are_left_out(council, look):
    content = FIRST + "\n,,,,,\nHub,Pier,J\0o Bell,,,\n\n"
    assert "Add these 1" in look(content).content.decode()
    assert look(text=content, confirm="1").status_code == 302
    council.as_system()
    assert Worker.objects.filter(name="Jo Bell").exists()


def test_confirming_twice_writes_once(council, look):
    key = "01920000-0000-7000-8000-000000000001"
    first, second = (look(text=RIGHT, confirm="1", sent_key=key) for _ in range(2))
    assert (first["Location"], second["Location"]) == ("/council/", "/council/")
    assert added(council) == 3
