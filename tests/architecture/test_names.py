"""Names are the practitioners' words. A service is what a council runs; a manager is a person."""

import pytest

from tests.architecture.names import defined, is_empty
from tests.architecture.sources import modules, python_from


def test_no_module_has_an_empty_name():
    assert [m.shown for m in modules(tests=True) if any(is_empty(part) for part in m.name.split("."))] == []


def test_no_class_or_function_has_an_empty_name():
    faults = [f"{m.shown}:{line} {name}" for m in modules(tests=True) for line, name in defined(m.tree) if is_empty(name)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", ["CaseService", "ChildManager", "date_helpers", "utils", "core", "manager_of_dates"])
def test_it_bites(name):
    assert is_empty(name)


@pytest.mark.parametrize("name", ["core_group_held", "is_team_manager", "ServiceLine", "scores", "TeamManager", "serve"])
def test_it_leaves_practitioners_words_alone(name):
    assert not is_empty(name)


def test_it_sees_every_definition():
    tree = python_from("class A:\n    def b(self):\n        def c(): ...\n")
    assert [name for _, name in defined(tree)] == ["A", "b", "c"]
