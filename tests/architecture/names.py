"""Names in code: nothing is a service, a manager, a helper, a util or a core."""

import ast
import re
from collections.abc import Iterator

EMPTY_WORDS = frozenset({"service", "services", "manager", "managers", "helper", "helpers", "util", "utils", "core"})

# Practitioners' own words that hold one of them.
THEIR_WORDS = (
    "core_group", "core_groups", "data_manager", "registered_manager", "service_line", "service_manager",
    "service_managers", "team_manager", "team_managers",
)  # fmt: skip


def is_empty(name: str) -> bool:
    """Whether a name says "manager" and the like where it should say what the thing does."""
    spelt = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    for theirs in sorted(THEIR_WORDS, key=len, reverse=True):
        spelt = re.sub(rf"(?<![a-z]){theirs}(?![a-z])", "", spelt)
    return not EMPTY_WORDS.isdisjoint(spelt.split("_"))


def defined(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every class and function, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
