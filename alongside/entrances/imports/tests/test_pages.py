"""The data manager's pages, from handing a file in to its report; and nobody else's."""

import csv
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.report import harmless
from alongside.entrances.imports.selectors import progress, standing
from alongside.entrances.imports.taking_in import kept_files, kept_runs
from alongside.entrances.imports.taking_in.kept_runs import bring_in_kept, read_kept
from alongside.entrances.imports.taking_in.running import turn_of
from alongside.entrances.imports.tests.bringing_in import everything
from alongside.entrances.imports.tests.census_files import child, header, message
from alongside.platform.access.identity import identify
from alongside.platform.common.sent import new_key
from alongside.record.people.models import Person
from tests.machinery.council import Council

pytestmark = pytest.mark.django_db(transaction=True)
TWO = message(child("E1") + child("E2", identifiers="<LAchildID>{id}</LAchildID><Sex>F</Sex>") + child("E1"))


def hand_in(council: Council, content: bytes = TWO, name: str = "cin.xml", **more: str) -> Any:
    given = {"kind": "census", "sent_key": new_key(), **more, "file": SimpleUploadedFile(name, content)}
    return council.browser("Dara").post("/imports/", given)


def only_run(council: Council) -> ImportRun:
    with transaction.atomic():
        identify(council.system)
        return ImportRun.objects.get()


def handed_in(council: Council, working_as: Any, content: bytes = TWO) -> ImportRun:
    """Handed in by page and read by the job worker."""
    hand_in(council, content)
    run = only_run(council)
    with working_as("jobs"):
        read_kept(run.id)
    return only_run(council)


def page(council: Council, run: ImportRun, rest: str = "", who: str = "Dara") -> str:
    return council.browser(who).get(f"/imports/{run.public_id}/{rest}").content.decode()


def press(council: Council, run: ImportRun, what: str, who: str = "Dara") -> Any:
    return council.browser(who).post(f"/imports/{run.public_id}/{what}/", {"sent_key": new_key()}, follow=True)


def test_a_file_is_kept_for_us_alone_and_a_job_is_asked_for(committed: Council) -> None:
    answer = hand_in(committed)
    run = only_run(committed)
    assert answer.status_code == 302
    assert answer["Location"] == f"/imports/{run.public_id}/"
    place = kept_files.place_of(run.id)
    assert place.read_bytes() == TWO
    assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("imports.read_file", {"run": str(run.id)})
    waiting = page(committed, run)
    assert "Waiting to be read" in waiting
    assert "The job worker is not running" in waiting
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in waiting
    kept_files.remove(run.id)


def test_the_preview_shows_each_line_and_writes_nothing(committed: Council, working_as: Any) -> None:
    before = everything()
    run = handed_in(committed, working_as)
    assert run.status == "previewed"
    html = page(committed, run)
    assert "What bringing it in would do" in html
    assert "stands twice" in html
    assert "New: 1 referral" in html or "1 referral" in html
    assert "No go-live day was given" in html
    assert "stands twice" not in page(committed, run, "?result=new")
    after = everything()
    after.pop("Sent"), before.pop("Sent")
    assert after == before
    kept_files.remove(run.id)


def test_confirmed_it_is_brought_in_and_reported(committed: Council, working_as: Any, as_owner: Any) -> None:
    run = handed_in(committed, working_as)
    assert "is being brought in" in press(committed, run, "confirm").content.decode()
    assert "moved on meanwhile" in press(committed, run, "confirm").content.decode(), "a second press does nothing"
    with working_as("jobs"):
        bring_in_kept(run.id)
        assert Person.objects.filter(council_ref__in=["E1", "E2"]).count() == 2
    html = page(committed, run)
    assert "It was brought in" in html
    assert not kept_files.place_of(run.id).exists()
    answer = committed.browser("Dara").get(f"/imports/{run.public_id}/report/")
    assert answer["Content-Disposition"].startswith("attachment")
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {line["what became of it"] for line in lines} >= {"New", "Kept aside"}
    assert [line["line"] for line in lines if line["what became of it"] == "Kept aside"] == ["14"]
    kept = as_owner.execute("select act from audit_auditentry where act like 'file.%%' order by at").fetchall()
    assert [act for (act,) in kept if act != "file.read"] == [
        "file.handed_in",
        "file.confirmed",
        "file.brought_in",
        "file.report_downloaded",
    ]


def test_a_file_that_is_refused_says_why_with_the_line(committed: Council, working_as: Any) -> None:
    run = handed_in(committed, working_as, message(head=header(lea="301")))
    assert run.status == "refused"
    html = page(committed, run)
    assert "Line 2: This is the census of another local authority" in html
    assert not kept_files.place_of(run.id).exists()


def test_a_file_not_brought_in_is_removed(committed: Council, working_as: Any) -> None:
    run = handed_in(committed, working_as)
    press(committed, run, "drop")
    assert only_run(committed).status == "dropped"
    assert not kept_files.place_of(run.id).exists()
    assert "You chose not to" in page(committed, run)


def test_one_that_stopped_shows_it_and_goes_on(committed: Council, working_as: Any) -> None:
    run = handed_in(committed, working_as)
    press(committed, run, "confirm")
    with working_as("jobs"):
        ImportRun.objects.filter(id=run.id).update(status="importing", began_at=run.created_at)
    html = page(committed, run)
    assert "It stopped in the middle" in html
    assert page(committed, run, "progress/") == '{"status": "interrupted", "done": 2, "of": 2}'
    press(committed, run, "resume")
    with working_as("jobs"):
        bring_in_kept(run.id)
    assert only_run(committed).status == "done"


def test_just_before_and_after_its_turn_it_does_not_say_that_it_stopped(
    committed: Council, working_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Watched:
        """The turn, with the page looked at on either side of it."""

        def __init__(self, run: ImportRun) -> None:
            self.turn, self.run = turn_of(run), run

        def look(self) -> None:
            said.append(progress(committed.system, ImportRun.objects.get(id=self.run.id))["status"])

        def __enter__(self) -> None:
            self.look()
            self.turn.__enter__()

        def __exit__(self, *gone: Any) -> None:
            self.look()
            self.turn.__exit__(*gone)
            self.look()

    monkeypatch.setattr(kept_runs, "turn_of", Watched)
    run = handed_in(committed, working_as)
    press(committed, run, "confirm")
    with working_as("jobs"):
        bring_in_kept(run.id)
    assert said == ["uploaded", "previewed", "previewed", "confirmed", "done", "done"]


def test_one_that_ends_while_the_page_is_made_is_shown_as_it_ended(committed: Council, working_as: Any) -> None:
    run = handed_in(committed, working_as)
    run.status = "reading"  # as it was read a moment ago, before it ended
    with working_as("jobs"):
        assert not standing(committed.system, run).stopped
    kept_files.remove(run.id)


def test_a_page_that_says_it_stopped_looks_again(committed: Council, working_as: Any) -> None:
    run = handed_in(committed, working_as)
    with working_as("jobs"):
        ImportRun.objects.filter(id=run.id).update(status="reading")
    html = page(committed, run)
    assert "It stopped in the middle" in html
    assert 'data-status="interrupted"' in html
    assert "imports/progress.js" in html
    kept_files.remove(run.id)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "cin.xml", "The file is empty"),
        (TWO, "cin.pdf", "is not that of such a file"),
    ],
)
def test_a_file_of_the_wrong_sort_is_told_at_once(committed: Council, content: bytes, name: str, words: str) -> None:
    answer = hand_in(committed, content, name)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    with transaction.atomic():
        identify(committed.system)
        assert ImportRun.objects.count() == 0


def test_no_file_and_no_kind_are_told_in_words(committed: Council) -> None:
    answer = committed.browser("Dara").post("/imports/", {"sent_key": new_key()})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose a file" in text
    assert "Say what kind of file it is" in text


@pytest.mark.parametrize("who", ["Amal", "Bea", "Sol", "Ade", "Dov"])
def test_nobody_else_has_these_pages(committed: Council, working_as: Any, who: str) -> None:
    run = handed_in(committed, working_as)
    browser = committed.browser(who)
    address = f"/imports/{run.public_id}/"
    for path in ("/imports/", address, f"{address}progress/", f"{address}report/"):
        assert browser.get(path).status_code == 404, path
    for what in ("confirm", "resume", "drop"):
        assert press(committed, run, what, who).status_code == 404
    assert only_run(committed).status == "previewed"
    kept_files.remove(run.id)


def test_a_run_of_another_council_is_not_there(committed: Council, working_as: Any) -> None:
    run = handed_in(committed, working_as)
    with working_as("jobs"):
        ImportRun.objects.filter(id=run.id).update(org=run.id)
    assert committed.browser("Dara").get(f"/imports/{run.public_id}/").status_code == 404
    kept_files.remove(run.id)


def test_many_lines_come_in_pages(committed: Council, working_as: Any) -> None:
    run = handed_in(committed, working_as)
    with working_as("jobs"):
        ImportRow.objects.bulk_create(
            [ImportRow(org=run.org, run=run, line=number, result="kept_aside", reason="Odd") for number in range(500)]
        )
    html = page(committed, run, "?result=kept_aside&page=3")
    assert 'aria-current="page"' in html
    assert 'href="?result=kept_aside&amp;page=4"' in html
    kept_files.remove(run.id)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1"])
def test_no_cell_of_the_report_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_the_worker_s_own_words_are_left_alone() -> None:
    assert harmless("Rosemary – 12 Net Street") == "Rosemary – 12 Net Street"
