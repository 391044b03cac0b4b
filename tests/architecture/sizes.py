"""How long files and functions may be."""

import ast
from collections.abc import Iterator

FILE_LINES = 400
TEST_FILE_LINES = 600
FUNCTION_LINES = 40


def long_functions(tree: ast.AST, limit: int = FUNCTION_LINES) -> Iterator[tuple[int, str, int]]:
    """Line, name and length of every function longer than `limit`, docstring included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > limit:
                yield node.lineno, node.name, length


def too_long(text: str, *, is_test: bool) -> bool:
    """Whether a file is past what one can hold in mind."""
    return len(text.splitlines()) > (TEST_FILE_LINES if is_test else FILE_LINES)
