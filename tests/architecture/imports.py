"""Which rooms of other areas a module enters."""

import ast
from collections.abc import Iterator

from tests.architecture.house import area_of, may_enter, room_of


def imported(tree: ast.AST, package: str) -> Iterator[tuple[int, str, str]]:
    """Line, full dotted name and name used here of everything imported; relative imports start at `package`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, alias.asname or alias.name.split(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(node, package)
            yield from ((node.lineno, f"{base}.{alias.name}", alias.asname or alias.name) for alias in node.names)


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


def names_used(tree: ast.AST) -> set[str]:
    """Names that the code uses while it runs. What stands only in annotations says a type and does nothing."""
    said = {id(inner) for outer in _annotations(tree) for inner in ast.walk(outer)}
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in said}


def _annotations(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation:
            yield node.annotation
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            yield node.returns


def trespasses(module: str, tree: ast.AST, *, is_package: bool = False) -> list[str]:
    """Imports that reach into another area past its public rooms.

    Another area's model may be named as a type, since its selectors return it; it may not be asked, made or saved.
    """
    here = area_of(module)
    package = module if is_package else module.rpartition(".")[0]
    used = names_used(tree)
    faults = {}
    for line, name, called in imported(tree, package):
        there, room = area_of(name), room_of(name)
        if there is None or there == here or may_enter(here, there, room):
            continue
        if room == "models" and called not in used:
            continue
        what = "the whole area" if room is None else f"{room} ({called})"
        fault = f"{module}:{line} enters {there} by {what}; use its actions, selectors, policy, facts or choices"
        faults[fault] = None
    return list(faults)
