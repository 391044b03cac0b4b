"""The words we do not use, from GLOSSARY.md, and where people would read them."""

import ast
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import yaml
from jinja2 import Environment, nodes

HEADING = "## Words we do not use"
READ_ALOUD = ("alt", "aria-label", "content", "label", "placeholder", "title", "value")
# Rooms whose sentences reach people. Status names such as "overdue" in an engine are single words and are code.
SPEAKING_ROOMS = ("actions", "choices", "errors", "facts", "forms", "policy", "selectors", "views", "pages", "messages")


def words_we_do_not_use(glossary: str) -> list[str]:
    """The first column of the glossary's table."""
    rows = [line for line in glossary.partition(HEADING)[2].splitlines() if line.startswith("|")]
    return [row.split("|")[1].strip() for row in rows[2:]]


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, whole, plural too, spaces of any width between."""
    each = (r"\s+".join(map(re.escape, word.split())) + r"(?:s|es)?" for word in words)
    return re.compile(rf"(?<![\w/-])(?:{'|'.join(each)})(?![\w/-])", re.IGNORECASE)


class _Readable(HTMLParser):
    """Collects what a person reads or hears: text, and a few attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def handle_data(self, data: str) -> None:
        self.heard.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.heard += [value for name, value in attrs if name in READ_ALOUD and value and " " in value]


def readable(template: str) -> str:
    """What people read of a Jinja template: its text, and the sentences inside its expressions."""
    tree = Environment().parse(template)
    page = _Readable()
    page.feed("".join(node.data for node in tree.find_all(nodes.TemplateData)))
    said = [n.value for n in tree.find_all(nodes.Const) if isinstance(n.value, str) and " " in n.value]
    return "\n".join([*page.heard, *said])


def sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Strings of two words or more that are not docstrings, with their lines."""
    silent = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in silent:
            continue
        if isinstance(node.value, str) and " " in node.value.strip():
            yield node.lineno, node.value


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def spoken(definition: str) -> Iterator[str]:
    """The sentences of a definition's values; its keys and single words are vocabulary."""
    waiting = list(yaml.load_all(definition, Loader=yaml.BaseLoader))
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, str) and " " in value.strip():
            yield value


def speaks(path: Path) -> bool:
    """Whether a module's strings reach people: it is one of the speaking rooms, or lies in one."""
    return any(room in SPEAKING_ROOMS for room in (*path.parts[-3:-1], path.stem))
