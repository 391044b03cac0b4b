"""A census brought in, brought in again, and followed by a later one: as the role of jobs, each child committed."""

from datetime import date

import pytest

from alongside.entrances.imports.actions import preview_census
from alongside.entrances.imports.models import ImportedChild
from alongside.entrances.imports.taking_in.children import write_child
from alongside.entrances.imports.taking_in.job import Totals
from alongside.entrances.imports.taking_in.looking import look_at
from alongside.entrances.imports.taking_in.reading import Reading
from alongside.entrances.imports.taking_in.running import job_of, new_run
from alongside.entrances.imports.tests.bringing_in import Files, everything, rows
from alongside.entrances.imports.tests.census_files import REFERRAL, child, episode, message, sample
from alongside.platform.access.models import Tie
from alongside.practice.referrals.models import Referral
from alongside.practice.safeguarding.models import (
    Assessment,
    Conference,
    InNeedPlan,
    PreProceedings,
    ProtectionPlan,
    Section47,
)
from alongside.record.casework.models import Case
from alongside.record.chronology.models import Event
from alongside.record.people.actions import correct_person
from alongside.record.people.models import Doubt, Person
from alongside.record.timescales.models import DueItem
from alongside.record.workers.selectors import team_for_new_children

pytestmark = pytest.mark.django_db(transaction=True)
ASSESSMENT = (
    "<Assessments><AssessmentActualStartDate>2026-09-08</AssessmentActualStartDate>{end}"
    "<FactorsIdentifiedAtAssessment><AssessmentFactors>3A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>"
)
SECTION_47 = (
    "<Section47><S47ActualStartDate>2026-09-09</S47ActualStartDate>{conference}"
    "<ICPCnotRequired>0</ICPCnotRequired></Section47>"
)
PLAN = (
    "<ChildProtectionPlans><CPPstartDate>2026-09-21</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>"
    "<LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>{reviews}"
    "</ChildProtectionPlans>"
)
CONFERENCE = "<DateOfInitialCPC>2026-09-21</DateOfInitialCPC>"


def person(ref: str = "E20417") -> Person:
    return Person.objects.get(council_ref=ref)


def with_work(*, end: str = "", conference: str = "", reviews: str = "", plan: bool = False) -> bytes:
    blocks = ASSESSMENT.format(end=end) + SECTION_47.format(conference=conference)
    return message(child(episodes=episode(blocks, after=PLAN.format(reviews=reviews) if plan else "")))


def test_the_real_sample_comes_in_whole_and_the_second_time_changes_nothing(files: Files) -> None:
    path = sample("cin/fake_CIN_data.xml")
    first = files.census(path, expected_lea=None)
    assert (first.children, first.episodes, first.new) == (332, 402, 332)
    assert first.flagged > 300
    assert Person.objects.filter(lea="975").count() == 332
    assert Referral.objects.filter(person__lea="975").count() == 402
    assert Doubt.objects.count() > 1000
    before = everything()
    second = files.census(path, expected_lea=None)
    assert (second.new, second.changed, second.same) == (0, 0, 332)
    assert (second.flagged, second.kept_aside) == (first.flagged, first.kept_aside)
    assert everything() == before


@pytest.mark.parametrize(("name", "pre_proceedings"), [("CIN_Census_2024.xml", 0), ("CIN_Census_2026.xml", 1)])
def test_every_block_but_the_impossible_one_comes_in(files: Files, name: str, pre_proceedings: int) -> None:
    totals = files.census(sample(f"cin/{name}"))
    assert (totals.children, totals.episodes, totals.new, totals.kept_aside) == (2, 2, 2, 1)
    (aside,) = rows("kept_aside")
    assert aside.line == 41
    assert "before it starts" in aside.reason
    assert "<AssessmentActualStartDate>2028-04-28</AssessmentActualStartDate>" in aside.as_given
    kept = (Referral, Assessment, Section47, InNeedPlan, ProtectionPlan, PreProceedings)
    assert [model.objects.count() for model in kept] == [2, 1, 1, 1, 1, pre_proceedings]
    # The first conference of the enquiry, the other one of the referral, and the review.
    assert Conference.objects.count() == 3
    assert person("DfEX0000001").disabilities == ["HAND", "HEAR"]
    assert {case.closing_reason for case in Case.objects.filter(person__council_ref="DfEX0000001")} == {"RC1"}


def test_a_later_file_brings_what_has_happened_since(files: Files) -> None:
    files.census(with_work())
    assert DueItem.objects.get(subject_id=person().pk, rule="initial_conference").status == "open"
    end = "<AssessmentAuthorisationDate>2026-10-20</AssessmentAuthorisationDate>"
    totals = files.census(with_work(end=end, conference=CONFERENCE, plan=True))
    assert (totals.new, totals.changed, totals.same) == (0, 1, 0)
    assert Assessment.objects.get().concluded_on == date(2026, 10, 20)
    conference = Conference.objects.get()
    assert (conference.plan, conference.section47) == (ProtectionPlan.objects.get(), Section47.objects.get())
    assert DueItem.objects.get(subject_id=person().pk, rule="initial_conference").status == "met"
    assert "finished on 20 October 2026" in rows("changed")[0].reason
    reviews = "<Reviews><CPPreviewDate>2026-11-02</CPPreviewDate></Reviews>"
    files.census(with_work(end=end, conference=CONFERENCE, plan=True, reviews=reviews))
    files.census(with_work(end=end, conference=CONFERENCE, plan=True, reviews=reviews))
    assert Conference.objects.filter(kind="review").count() == 1


def test_absence_from_a_later_file_closes_nothing(files: Files) -> None:
    files.census(message(child("E1") + child("E2", episodes=episode(ASSESSMENT.format(end="")))))
    before = everything()
    totals = files.census(message(child("E2")))
    assert (totals.children, totals.changed, totals.same) == (1, 0, 1)
    assert everything() == before
    assert Case.objects.filter(person__council_ref="E1", closed_on=None).exists()
    # What the file leaves out is remembered, so that when it comes back it is not new.
    again = files.census(message(child("E2", episodes=episode(ASSESSMENT.format(end="")))))
    assert (again.same, Assessment.objects.count()) == (1, 1)


def test_what_was_put_right_here_is_kept_and_both_are_shown(files: Files) -> None:
    files.census(message(child()))
    correct_person(by=files.council.system, person=person(), born_on=date(2012, 5, 14))
    assert files.census(message(child()), processes=1).same == 1
    assert person().born_on == date(2012, 5, 14)
    other = message(child().replace("2012-05-04", "2012-05-05"))
    totals = files.census(other)
    assert (totals.changed, totals.same, totals.corrected_here) == (0, 1, 1)
    assert person().born_on == date(2012, 5, 14)
    (kept,) = rows("corrected")
    assert (kept.in_file, kept.held) == ("5 May 2012", "14 May 2012")


def test_a_correction_made_while_the_file_is_being_brought_in_is_kept(files: Files) -> None:
    files.census(message(child()))
    path = files.write(message(child().replace("2012-05-04", "2012-05-05")))
    reading = Reading("census", path)
    reading.count()
    run = new_run(path, by=files.council.system, kind="census")
    run.save()
    job = job_of(run, reading, by=files.council.system)
    (seen,) = look_at(job, list(reading.children()))
    correct_person(by=files.council.system, person=person(), born_on=date(2012, 5, 14))
    write_child(job, seen, files.council.team)
    assert person().born_on == date(2012, 5, 14)
    assert [row.held for row in rows("corrected")] == ["14 May 2012"]


def test_a_restricted_child_shows_no_held_value(files: Files) -> None:
    files.census(message(child()))
    correct_person(by=files.council.system, person=person(), born_on=date(2012, 5, 14))
    Person.objects.filter(council_ref="E20417").update(restricted=True)
    files.census(message(child().replace("2012-05-04", "2012-05-05")))
    assert rows("corrected")[0].held == ""


def test_a_new_word_of_the_file_is_taken_in(files: Files) -> None:
    files.census(message(child()))
    files.census(message(child().replace("2012-05-04", "2012-05-05").replace(">2A<", ">6<")))
    assert person().born_on == date(2012, 5, 5)
    assert Referral.objects.get().source_code == "6"
    born = Event.objects.filter(kind="person.born", abouts__subject_id=person().pk)
    assert born.filter(abouts__voided_at=None).count() == 1


def test_a_closing_that_moved_is_said_not_done(files: Files) -> None:
    closed = REFERRAL + "<CINclosureDate>2026-10-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>"
    files.census(message(child(episodes=episode(referral=closed))))
    files.census(message(child(episodes=episode(referral=closed.replace("10-01", "10-02")))))
    assert Case.objects.get(person=person()).closed_on == date(2026, 10, 1)
    assert "put it right on the child's page" in rows("kept_aside")[0].reason


def test_a_child_recorded_here_already_is_the_same_child(files: Files) -> None:
    taz = person("E-Taz")
    totals = files.census(message(child("E-Taz").replace("2012-05-04", "2012-05-03")))
    assert (totals.new, totals.changed) == (0, 1)
    assert Person.objects.filter(council_ref="E-Taz").count() == 1
    taz.refresh_from_db()
    assert (taz.given_names, taz.sex, taz.born_on) == ("Taz", "F", date(2012, 5, 3))


def test_with_a_go_live_day_older_unmet_duties_are_not_judged(files: Files) -> None:
    files.census(with_work(), go_live=date(2026, 11, 1))
    assert DueItem.objects.get(subject_id=person().pk, rule="initial_conference").status == "not_judged"
    # Another day on the same file: nothing of the child changes, and what is due is judged again.
    totals = files.census(with_work(), go_live=date(2026, 9, 1))
    assert totals.same == 1
    assert DueItem.objects.get(subject_id=person().pk, rule="initial_conference").status == "open"


def test_an_imported_enquiry_says_that_it_stands_for_its_strategy_discussion(files: Files) -> None:
    files.census(with_work())
    assert Section47.objects.get().stands_for_strategy
    told = Event.objects.get(kind="section47.started")
    assert told.source == "census:2027"
    assert "stands for its strategy discussion" in told.abouts.get().headline


def test_a_preview_writes_nothing(files: Files) -> None:
    before = everything()
    path = files.write(message(child("E1") + child("") + child("E1")))
    *found, totals = preview_census(path, by=files.council.system, expected_lea="201")
    assert isinstance(totals, Totals)
    assert (totals.children, totals.new, totals.kept_aside) == (1, 1, 2)
    assert [row.result for row in found].count("kept_aside") == 2
    assert everything() == before
    assert ImportedChild.objects.count() == 0


UNDATED = episode(referral=REFERRAL.replace("2026-09-07", "soon"))


def test_a_child_without_a_referral_is_looked_after_by_the_team_for_new_children(files: Files) -> None:
    totals = files.census(message(child("E1", episodes=UNDATED)))
    assert (totals.new, totals.kept_aside, totals.flagged) == (1, 1, 1)
    assert "No referral could be stored" in person("E1").doubts.get(code="no-referral").reason
    tie = Tie.objects.get(subject_id=person("E1").pk)
    assert (tie.holder, tie.basis, tie.until) == (team_for_new_children(files.council.system).id, "team", None)
    page = files.council.browser("Bea").get(f"/children/{person('E1').subject.public_id}/")
    assert page.status_code == 200
    assert files.council.browser("Amal").get(f"/children/{person('E1').subject.public_id}/").status_code == 404


def test_the_referral_that_comes_later_says_which_team_it_is(files: Files) -> None:
    files.census(message(child("E1", episodes=UNDATED)))
    files.census(message(child("E1")))
    ties = Tie.objects.filter(subject_id=person("E1").pk, until=None)
    assert [tie.source for tie in ties] == [Case.objects.get(person=person("E1")).pk]
