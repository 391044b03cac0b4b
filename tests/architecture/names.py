"""Names in code: nothing is a service, a helper, a util or a core, and no module or class is a manager."""

import ast
import re
from collections.abc import Iterator

EMPTY_WORDS = frozenset({"service", "services", "helper", "helpers", "util", "utils", "core"})
PEOPLE = frozenset({"manager", "managers"})  # a function may speak of them: `managers_by_team`

# Practitioners' own words that hold one of them.
THEIR_WORDS = (
    "core_group", "core_groups", "data_manager", "registered_manager", "service_line", "service_manager",
    "service_managers", "team_manager", "team_managers",
)  # fmt: skip


def is_empty(name: str, *, is_function: bool = False) -> bool:
    """Whether a name says "helper" and the like where it should say what the thing does."""
    spelt = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    for theirs in sorted(THEIR_WORDS, key=len, reverse=True):
        spelt = re.sub(rf"(?<![a-z]){theirs}(?![a-z])", "", spelt)
    words = EMPTY_WORDS if is_function else EMPTY_WORDS | PEOPLE
    return not words.isdisjoint(spelt.split("_"))


def badly_named(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Classes and functions with an empty name, with their lines."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if is_empty(node.name, is_function=not isinstance(node, ast.ClassDef)):
            yield node.lineno, node.name
