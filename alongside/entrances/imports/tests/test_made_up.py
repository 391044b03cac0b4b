"""The made-up pair: right by our own readers and by the schema, alive on any day, the same again."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from django.db import DatabaseError
from lxml import etree

from alongside.entrances.imports.census import read_census
from alongside.entrances.imports.made_up import MadeUpWorker, make_census
from alongside.entrances.imports.made_up.command import make_census as command
from alongside.entrances.imports.people_file import read_people

from .census_files import TODAY, sample

DAYS = (TODAY, date(2026, 4, 1), date(2026, 4, 5), date(2027, 3, 31), date(2028, 2, 29), date(2025, 12, 28))


def read_pair(pair, today):
    _, *children = read_census(pair.census, today=today)
    columns, *rows = read_people(pair.people, today=today)
    assert columns.faults == ()
    return children, rows


@pytest.mark.parametrize("today", DAYS)
def test_nothing_in_it_is_wrong_on_any_day(tmp_path, today):
    pair = make_census(300, 3, today, tmp_path)
    children, rows = read_pair(pair, today)
    assert [fault for block in (*children, *rows) for fault in block.faults] == []
    assert len(children) == len(rows) == pair.children == 300


def test_it_has_the_shape_the_2026_schema_wants(tmp_path):
    schema = etree.XMLSchema(etree.parse(str(sample("cin_xsd/CIN_schema_2026.xsd"))))
    pair = make_census(300, 5, TODAY, tmp_path)
    schema.assertValid(etree.parse(str(pair.census)))


def test_the_same_again_is_the_same_to_the_byte_and_another_seed_is_not(tmp_path):
    def content(seed, folder):
        pair = make_census(80, seed, TODAY, tmp_path / folder)
        return pair.census.read_bytes(), pair.people.read_bytes()

    first = content(1, "one")
    assert content(1, "two") == first
    assert content(2, "three") != first


def test_there_is_open_work_of_every_kind(tmp_path):
    children, _ = read_pair(make_census(250, 1, TODAY, tmp_path), TODAY)
    episodes = [one for child in children for one in child.episodes]
    still = [one for one in episodes if one.closure_date is None]
    share = len({child.child_id for child in children if child.episodes[-1].closure_date}) / len(children)
    assert 0.4 < share < 0.6
    running = [part for one in still for part in one.assessments if part.end is None]
    ages = {(TODAY - part.start).days // 7 for part in running}
    assert min(ages) <= 4
    assert max(ages) >= 9
    enquiries = [part for one in still for part in one.section47s]
    assert any(part.conference is None and not part.conference_not_required for part in enquiries)
    assert any(part.conference_not_required for part in enquiries)
    assert any(part.conference for part in enquiries)
    assert any(part.end is None for one in still for part in one.cin_plans)
    plans = [part for one in still for part in one.protection_plans if part.end is None]
    assert any(TODAY - part.start < timedelta(days=20) for part in plans)
    assert any(part.reviews for part in plans)
    assert any(not one.assessments and not one.cin_plans and not one.protection_plans for one in still)
    closed = Counter(one.closure_reason for one in episodes if one.closure_date)
    assert {"RC7", "RC8", "RC9"} <= set(closed)
    assert any(one.no_further_action for one in episodes)
    assert any(child.birth_date is None and child.expected_birth_date for child in children)
    assert min(one.referral_date for one in episodes) < TODAY - timedelta(days=500)


def test_brothers_and_sisters_share_a_home_and_some_wait_for_a_worker(tmp_path):
    pair = make_census(250, 1, TODAY, tmp_path)
    children, rows = read_pair(pair, TODAY)
    homes: dict[str, list] = {}
    for row in rows:
        homes.setdefault(row.household, []).append(row)
    assert {1, 2, 3} <= {len(home) for home in homes.values()}
    for home in homes.values():
        assert len({(row.family_name, row.address, row.postcode, row.worker) for row in home}) == 1
        assert home[0].postcode.startswith("ZZ99 ")
    is_open = {child.child_id for child in children if child.episodes[-1].closure_date is None}
    waiting = [row for row in rows if row.child_id in is_open and not row.worker]
    assert len(waiting) == pair.waiting >= 10
    assert {row.team for row in waiting} == {"Team 1"}
    assert not [row for row in rows if row.worker and row.child_id not in is_open]
    held = Counter(row.worker for row in rows if row.worker)
    assert max(held.values()) <= 24


def test_workers_can_be_given(tmp_path):
    pair = make_census(60, 1, TODAY, tmp_path, workers=[MadeUpWorker("Jo Bright", "jo@eastmere.example", "North")])
    _, rows = read_pair(pair, TODAY)
    assert {row.worker for row in rows} == {"", "Jo Bright"}


def test_with_faults_a_few_children_are_wrong_and_the_file_is_still_read(tmp_path):
    pair = make_census(600, 1, TODAY, tmp_path, with_faults=True)
    children, rows = read_pair(pair, TODAY)
    wrong = [child for child in children if child.faults]
    assert 15 < len(wrong) < 60
    assert {fault.severity for child in wrong for fault in child.faults} == {"kept_aside", "doubtful"}
    assert any(row.faults for row in rows)


@pytest.mark.parametrize("children", [1, 2, 7])
def test_a_very_small_file_is_a_file(tmp_path, children):
    found, rows = read_pair(make_census(children, 1, TODAY, tmp_path), TODAY)
    assert len(found) == len(rows) == children


def test_the_command_writes_the_pair_and_says_so(tmp_path, db):
    out = tmp_path / "new" / "folder"
    done = CliRunner().invoke(command, ["--children", "40", "--today", "2026-11-21", "--out", str(out)])
    assert done.exit_code == 0, done.output
    assert "40 children" in done.output
    assert sorted(path.name for path in out.iterdir()) == ["census.xml", "people.csv"]
    wrong = CliRunner().invoke(command, ["--lea", "Eastmere", "--out", str(out)])
    assert "three digits" in wrong.output


def header_of(folder):
    return (folder / "census.xml").read_text()[:2000]


def test_the_command_writes_here_for_this_council_unless_told_otherwise(council, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    council.as_system()
    assert CliRunner().invoke(command, ["--children", "5"]).exit_code == 0
    assert "<LEA>201</LEA>" in header_of(tmp_path)
    CliRunner().invoke(command, ["--children", "5", "--lea", "301"])
    assert "<LEA>301</LEA>" in header_of(tmp_path)


@pytest.mark.parametrize("fault", [None, DatabaseError("there are no tables yet")])
def test_a_copy_without_a_council_takes_a_number_that_none_has(db, tmp_path, monkeypatch, fault):
    def nobody():
        if fault:
            raise fault

    monkeypatch.setattr("alongside.record.organisations.selectors.council", nobody)
    assert CliRunner().invoke(command, ["--children", "5", "--out", str(tmp_path)]).exit_code == 0
    assert "<LEA>899</LEA>" in header_of(tmp_path)
