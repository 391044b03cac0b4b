"""Names are the practitioners' words. A service is what a council runs; a manager is a person."""

import pytest

from tests.architecture.names import badly_named, is_empty
from tests.architecture.sources import modules, python_from


def test_no_module_has_an_empty_name():
    assert [m.shown for m in modules(tests=True) if any(is_empty(part) for part in m.name.split("."))] == []


def test_no_class_or_function_has_an_empty_name():
    faults = [f"{m.shown}:{line} {name}" for m in modules(tests=True) for line, name in badly_named(m.tree)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ["CaseService", "ChildManager", "date_helpers", "utils", "core", "manager_of_dates"])
def test_it_bites(name):
    assert is_empty(name)


@pytest.mark.parametrize(
    "name", ["core_group_held", "is_team_manager", "ServiceLine", "scores", "TeamManager", "serve"]
)
def test_it_leaves_practitioners_words_alone(name):
    assert not is_empty(name)


def test_it_sees_nested_definitions_and_lets_functions_speak_of_managers():
    tree = python_from("class Manager:\n    def managers_by_team(self):\n        def date_utils(): ...\n")
    assert [name for _, name in badly_named(tree)] == ["Manager", "date_utils"]
