"""The people file: names, homes, schools, parents, workers, and what it never overwrites."""

from datetime import date

import pytest

from alongside.entrances.imports.actions import preview_people
from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.taking_in.running import how_many_write
from alongside.entrances.imports.tests.bringing_in import Files, everything, rows
from alongside.entrances.imports.tests.census_files import child, message
from alongside.record.casework.actions import allocate_case
from alongside.record.casework.models import Allocation, Case
from alongside.record.chronology.models import EventSubject
from alongside.record.people.actions import correct_person
from alongside.record.people.models import Address, Household, Living, Person, Relationship, SchoolPlace
from alongside.record.workers.models import Team, Worker

pytestmark = pytest.mark.django_db(transaction=True)
HEADINGS = (
    "child id,first names,family name,known as,birth date,household,address,postcode,school,parents,worker,"
    "worker email,worker role,team,last seen\n"
)
MINA = (
    'E1,Mina Rose,Castle,Mina,04/05/2012,H7,"12 Net Street, Eastmere",ZZ9 5AB,Weavers Green,'
    "Ruth Castle (PR); Jon Pike (no PR),Cyd Okafor,cyd@eastmere.example,Social worker,Harbour,03/11/2026\n"
)
NOEL = 'E2,Noel,Castle,,05/06/2015,H7,"12 Net Street, Eastmere",ZZ9 5AB,Weavers Green,Ruth Castle (PR),,,,,\n'


def people(ref: str) -> Person:
    return Person.objects.get(council_ref=ref)


@pytest.fixture
def census(files: Files) -> Files:
    files.census(message(child("E1") + child("E2")))
    return files


def test_it_fills_in_what_the_census_does_not_hold(census: Files) -> None:
    totals = census.people(HEADINGS + MINA + NOEL)
    assert (totals.children, totals.new, totals.flagged) == (2, 2, 0)
    mina = people("E1")
    assert (mina.given_names, mina.family_name, mina.known_as) == ("Mina Rose", "Castle", "Mina")
    assert Household.objects.get(council_ref="H7").livings.count() == 2
    assert (Address.objects.get().lines, Address.objects.get().postcode) == ("12 Net Street, Eastmere", "ZZ9 5AB")
    assert set(SchoolPlace.objects.values_list("name", flat=True)) == {"Weavers Green"}
    held = Allocation.objects.get(person=mina)
    assert (held.worker.name, held.role, held.reason) == ("Cyd Okafor", "social_worker", "imported")
    seen = EventSubject.objects.get(subject_id=mina.pk, kind="visit.made")
    assert (seen.happened_on, seen.part, seen.event.source) == (date(2026, 11, 3), {"seen": "yes"}, "people")


def test_parental_responsibility_is_as_the_file_says_and_siblings_share_a_parent(census: Files) -> None:
    census.people(HEADINGS + MINA + NOEL)
    said = {(r.person.council_ref, r.other.given_names): r.parental_responsibility for r in Relationship.objects.all()}
    assert said == {("E1", "Ruth"): True, ("E1", "Jon"): False, ("E2", "Ruth"): True}
    assert Person.objects.filter(is_child=False, family_name="Castle").count() == 1
    census.people(HEADINGS + MINA + NOEL.replace("(PR)", "(PR); Ada Castle"))
    assert Relationship.objects.get(other__given_names="Ada").parental_responsibility is None
    assert Relationship.objects.count() == 4


def test_the_same_file_again_changes_nothing(census: Files) -> None:
    census.people(HEADINGS + MINA + NOEL)
    before = everything()
    totals = census.people(HEADINGS + MINA + NOEL)
    assert (totals.new, totals.changed, totals.same) == (0, 0, 2)
    assert everything() == before


def test_a_birth_date_that_is_held_otherwise_is_kept_and_told(census: Files) -> None:
    totals = census.people(HEADINGS + MINA.replace("04/05/2012", "14/05/2012"))
    assert people("E1").born_on == date(2012, 5, 4)
    (kept,) = rows("corrected")
    assert (totals.corrected_here, kept.held, kept.in_file) == (1, "4 May 2012", "14 May 2012")


def test_a_name_put_right_here_is_never_overwritten(census: Files) -> None:
    census.people(HEADINGS + MINA)
    correct_person(by=census.council.system, person=people("E1"), known_as="Minnie")
    census.people(HEADINGS + MINA.replace(",Mina,", ",Min,"))
    assert people("E1").known_as == "Minnie"
    assert rows("corrected")[0].held == "Minnie"


def test_a_child_who_is_not_here_is_kept_aside(census: Files) -> None:
    totals = census.people(HEADINGS + MINA.replace("E1,", "E9,") + NOEL)
    assert (totals.new, totals.kept_aside) == (1, 1)
    (aside,) = rows("kept_aside")
    assert (aside.child_ref, aside.line) == ("E9", 2)
    assert "not known here" in aside.reason


def test_an_unknown_worker_is_doubtful_and_the_same_file_asks_again(census: Files) -> None:
    stranger = MINA.replace("Cyd Okafor,cyd@eastmere.example", "Sana Qureshi,sana@eastmere.example")
    stranger = stranger.replace("Harbour", "Pier")
    first = census.people(HEADINGS + stranger)
    assert (first.new, first.flagged) == (1, 1)
    assert people("E1").given_names == "Mina Rose"
    assert not Allocation.objects.filter(person=people("E1")).exists()
    assert {row.field for row in rows("flagged", child_ref="E1")} == {"worker", "team"}
    again = census.people(HEADINGS + stranger)
    assert (again.same, again.flagged, people("E1").doubts.count()) == (1, 1, 2)
    added = census.people(HEADINGS + stranger, add_workers=True)
    assert (added.changed, added.flagged) == (1, 0)
    assert Allocation.objects.get(person=people("E1")).worker == Worker.objects.get(email="sana@eastmere.example")
    assert Case.objects.get(person=people("E1")).team == Team.objects.get(name="Pier")
    account = Worker.objects.get(email="sana@eastmere.example").account
    assert (account.email, account.is_active, account.org) == ("sana@eastmere.example", True, census.council.system.org)


def test_a_namesake_with_another_address_is_not_given_the_child(census: Files) -> None:
    totals = census.people(HEADINGS + MINA.replace("cyd@eastmere", "cyd.okafor@eastmere"))
    assert totals.flagged == 1
    assert not Allocation.objects.filter(person=people("E1")).exists()
    (told,) = rows("flagged", field="worker")
    assert "no worker with the e-mail address cyd.okafor@eastmere.example here" in told.reason
    assert "calls them Cyd Okafor" in told.reason


def test_the_address_of_one_who_left_is_not_given_to_another(census: Files) -> None:
    Worker.objects.filter(email="cyd@eastmere.example").update(left_on=date(2026, 11, 1))
    totals = census.people(HEADINGS + MINA, add_workers=True)
    assert (totals.new, totals.flagged, totals.kept_aside) == (1, 1, 0)
    assert people("E1").given_names == "Mina Rose"
    assert not Allocation.objects.filter(person=people("E1")).exists()
    assert "The worker was not added." in rows("flagged", field="worker")[0].reason


def test_the_preview_names_who_will_hold_the_child(census: Files) -> None:
    path = census.write(HEADINGS + MINA, "people.csv")
    ahead = [row.reason for row in preview_people(path, by=census.council.system) if isinstance(row, ImportRow)]
    (said,) = (reason for reason in ahead if "Held by" in reason)
    assert "Held by Cyd Okafor (cyd@eastmere.example" in said
    assert not Allocation.objects.filter(person=people("E1")).exists()


def test_a_child_given_to_somebody_else_here_stays_with_them(census: Files) -> None:
    census.people(HEADINGS + MINA)
    now = Allocation.objects.get(person=people("E1"))
    amal = census.council.workers["Amal"]
    allocate_case(by=census.council.system, case=now.case, worker=amal, reason="has_room", instead_of=now.id)
    census.people(HEADINGS + MINA.replace("Cyd Okafor,cyd@", "Bea Okafor,bea@"))
    assert Allocation.objects.get(person=people("E1"), ended_on=None).worker == amal
    assert "worker" in {row.field for row in rows("corrected")}


def test_a_child_who_moved_leaves_the_household_before(census: Files) -> None:
    census.people(HEADINGS + MINA)
    census.people(HEADINGS + MINA.replace("H7", "H8").replace("12 Net", "3 Rope"))
    now = Living.objects.get(person=people("E1"), until=None)
    assert now.household.council_ref == "H8"
    assert Living.objects.filter(person=people("E1")).count() == 2


def test_bad_rows_each_with_its_line(census: Files) -> None:
    bad = HEADINGS + MINA.replace("04/05/2012", "the fourth") + NOEL.replace("E2,", ",") + NOEL.replace("E2,", "E1,")
    totals = census.people(bad)
    assert (totals.new, totals.kept_aside) == (1, 3)
    assert [row.line for row in rows("kept_aside")] == [2, 3, 4]
    assert people("E1").given_names == "Mina Rose"


def test_one_process_writes_it_because_rows_share_parents(files: Files) -> None:
    many = ImportRun(kind="people", children=5000)
    assert how_many_write(many) == 1
    assert how_many_write(ImportRun(kind="census", children=5)) == 1
