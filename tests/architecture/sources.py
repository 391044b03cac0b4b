"""The project's own files, as the tests of the house read them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PRODUCT = TOP / "alongside"


@dataclass(frozen=True)
class Module:
    """One Python file and its dotted name."""

    path: Path
    name: str

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @property
    def shown(self) -> str:
        """The path as a fault names it."""
        return str(self.path.relative_to(TOP))

    @property
    def is_test(self) -> bool:
        return "tests" in self.path.relative_to(TOP).parts

    @property
    def is_migration(self) -> bool:
        return "migrations" in self.path.parts


def modules(folder: Path = PRODUCT, *, tests: bool = False) -> Iterator[Module]:
    """Every Python file under a folder, the areas' own tests only when asked for."""
    for path in sorted(folder.rglob("*.py")):
        dotted = ".".join(path.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__")
        module = Module(path, dotted)
        if tests or not module.is_test:
            yield module


def templates() -> Iterator[Path]:
    """Every page template of ours."""
    return (path for path in sorted(PRODUCT.rglob("*.html")) if "jinja2" in path.parts)


def template_name(path: Path) -> str:
    """The name Jinja knows it by: what follows `jinja2/`."""
    return str(path).rpartition("/jinja2/")[2]


def tracked_files() -> list[Path]:
    """Files that git keeps, or would keep: what is ignored is a running copy's own."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=TOP, capture_output=True, check=True, text=True).stdout
    return [TOP / name for name in sorted(set(listed.split("\0"))) if name and (TOP / name).is_file()]


def python_from(text: str) -> ast.Module:
    """A parsed snippet, for the tests that plant a fault."""
    return ast.parse(text)
