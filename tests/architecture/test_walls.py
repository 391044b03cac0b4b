"""Every table with a child id carries `org` and forced row security (design §6, ADR 5)."""

import pytest
from django.apps import apps

from tests.architecture.walls import Wall, faults, names_a_child, walls

# A key to one of these says which child a row is about. Workers, homes and schools share the anchor.
ANCHORS = frozenset({"common.Subject", "people.Person"})

# Read by the wall itself, so a wall of restriction round them would go in a circle. They hold ids only.
READ_BY_THE_WALL = frozenset({"access_tie", "access_restriction", "access_exclusion"})

# They share the anchor and are not about a child.
NOT_ABOUT_A_CHILD = frozenset({"workers_worker", "organisations_organisation"})


def child_tables():
    ours = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
    return {model._meta.db_table for model in ours if names_a_child(model, ANCHORS)} | {"common_subject"}


@pytest.mark.django_db
def test_every_table_that_names_a_child_is_walled():
    tables = child_tables() - READ_BY_THE_WALL - NOT_ABOUT_A_CHILD
    found = walls(tables)
    assert {wall.table for wall in found} == tables
    assert [fault for wall in found for fault in faults(wall, about_a_child=True)] == []


@pytest.mark.django_db
def test_ties_still_hold_councils_apart():
    assert [fault for wall in walls(READ_BY_THE_WALL) for fault in faults(wall, about_a_child=False)] == []


def test_the_walk_finds_the_childs_tables():
    assert {"people_person", "chronology_eventsubject", "timescales_dueitem", "casework_case"} <= child_tables()


def test_it_bites_a_table_without_a_wall():
    bare = Wall("people_pet", forced=False, has_org=False, restrictive=())
    assert len(faults(bare, about_a_child=True)) == 4


def test_it_bites_a_table_that_forgot_restriction():
    half = Wall("people_pet", forced=True, has_org=True, restrictive=("org_wall",))
    assert faults(half, about_a_child=True) == ["people_pet: no restrictive policy on restricted"]
    assert faults(half, about_a_child=False) == []
