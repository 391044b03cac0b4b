"""Which rooms of other areas a module enters."""

import ast
from collections.abc import Iterator

from tests.architecture.house import area_of, may_enter, room_of


def imported(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported; `package` is where relative imports start."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, package)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def _base(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


def models_fetched_by_name(tree: ast.AST) -> Iterator[int]:
    """Lines that ask Django's registry for a model: a way round the rooms."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get_model":
            yield node.lineno


def trespasses(module: str, tree: ast.AST, *, is_package: bool = False) -> list[str]:
    """Imports that reach into another area past its public rooms."""
    here = area_of(module)
    package = module if is_package else module.rpartition(".")[0]
    faults = {}
    for line, name in imported(tree, package):
        there = area_of(name)
        if there is None or there == here or may_enter(here, there, room_of(name)):
            continue
        room = room_of(name) or "the whole area"
        fault = f"{module}:{line} enters {there} by {room}; use its actions, selectors, policy, facts or choices"
        faults[fault] = None
    return list(faults)
