"""A visit as it was typed: from the fields of the page, without judging any of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from alongside.tools.forms.actions import Fields
from alongside.tools.notes.choices import MARKS, SAW

FIRST = "0"  # the number of the passage that an empty page opens with


@dataclass(frozen=True, slots=True)
class TypedPassage:
    """One passage. `files` are the children's public ids ticked, `splits` what was put in a child's box instead."""

    n: str
    mark: str = SAW
    text: str = ""
    said_by: str = ""
    exact: bool = False
    files: tuple[str, ...] = ()
    third_party: bool = False
    splits: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedSeen:
    """What was said of one child: nothing is ever filled in for them."""

    seen: str = ""
    alone: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """The whole page. `ticked` are the public ids of the children visited."""

    ticked: tuple[str, ...]
    there: tuple[str, ...]
    someone_else: str
    what: tuple[str, ...]
    day: str
    start: str
    end: str
    where: str
    seen: Mapping[str, TypedSeen]
    passages: Sequence[TypedPassage]


def typed(fields: Fields, children: Sequence[str]) -> Typed:
    """Read the fields, for these children (public ids) only."""
    return Typed(
        ticked=tuple(each for each in children if each in fields.get("child", ())),
        there=tuple(fields.get("there", ())),
        someone_else=said(fields, "someone_else"),
        what=tuple(fields.get("what", ())),
        day=said(fields, "day"),
        start=said(fields, "start"),
        end=said(fields, "end"),
        where=said(fields, "where"),
        seen={
            each: TypedSeen(*(said(fields, f"{name}-{each}") for name in ("seen", "alone", "how"))) for each in children
        },
        passages=[_passage(fields, n, children) for n in numbers(fields)],
    )


def said(fields: Fields, name: str) -> str:
    """The last value of a field, "" for none."""
    return (fields.get(name) or [""])[-1].strip()


def numbers(fields: Fields) -> list[str]:
    """The passages' numbers in the order of the page; each once."""
    return list(dict.fromkeys(n for n in fields.get("passage", ()) if n.isdecimal() and len(n) < 5))


def _passage(fields: Fields, n: str, children: Sequence[str]) -> TypedPassage:
    mark = said(fields, f"mark-{n}")
    splits = {child: said(fields, f"split-{n}-{child}") for child in children}
    return TypedPassage(
        n=n,
        mark=mark if mark in MARKS else SAW,
        text=said(fields, f"text-{n}"),
        said_by=said(fields, f"said_by-{n}"),
        exact=said(fields, f"exact-{n}") == "yes",
        files=tuple(child for child in children if child in fields.get(f"file-{n}", ())),
        third_party=said(fields, f"third_party-{n}") == "yes",
        splits={child: text for child, text in splits.items() if text},
    )
