"""What may stand in a tracked file, read as text."""

import re
from collections.abc import Iterator

# Spelt in pieces, so that this file does not hold what it looks for.
REGISTRIES = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("yarnpkg", "com"),
    ("crates", "io"),
    ("rubygems", "org"),
    ("jsdelivr", "net"),
    ("unpkg", "com"),
    ("cdnjs", "cloudflare"),
)
HOST = re.compile("|".join(re.escape(".".join(parts)) for parts in REGISTRIES), re.IGNORECASE)
INDEX_OPTION = re.compile(
    "|".join("--" + word for word in ("index" + "-url", "extra-index" + "-url", "find" + "-links"))
)
REQUIREMENT = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==\S+", re.MULTILINE)


def addresses(text: str) -> list[str]:
    """Package registries named in a text, and options that would name one."""
    return sorted({found.group() for found in [*HOST.finditer(text), *INDEX_OPTION.finditer(text)]})


def unhashed(lock: str) -> Iterator[str]:
    """Packages of a lock file that carry no hash."""
    starts = [*REQUIREMENT.finditer(lock)]
    ends = [*(each.start() for each in starts[1:]), len(lock)]
    for found, end in zip(starts, ends, strict=True):
        if "--hash=sha256:" not in lock[found.start() : end]:
            yield found.group(1)


def unfinished(text: str) -> list[str]:
    """Marks of work left lying: in comments, and errors that stand for what was not written."""
    marks = "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"])
    return re.findall(rf"#.*\b(?:{marks})\b|\braise Not" + "ImplementedError", text)


def wanted(requirements: str) -> list[str]:
    """The packages a .in file asks for by name."""
    return re.findall(r"^([A-Za-z0-9][\w.-]*)", requirements, re.MULTILINE)
