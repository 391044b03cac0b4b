"""Two versions of one page: what differs, piece by piece, and both of them joined."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alongside.tools.forms.actions import Fields
from alongside.tools.notes.choices import ALONE, MARKS, SEEN, WHAT_IT_WAS
from alongside.tools.notes.forms.pressed import OF_A_PASSAGE, without
from alongside.tools.notes.forms.splits import SENTENCE
from alongside.tools.notes.forms.typed import numbers

PLAIN = {
    "child": "Children", "there": "Also there", "someone_else": "Someone else who was there", "what": "What it was",
    "day": "Day", "start": "From", "end": "To", "where": "Where",
}  # fmt: skip
OF_A_CHILD = {"seen": "how seen", "alone": "seen alone", "how": "where, and how you know"}
TEXTS = ("someone_else", "where", "how")
LISTS = ("child", "there", "what")
PASSAGE = "passage-"
NOT_THERE = "(not there)"


@dataclass(frozen=True, slots=True)
class Differs:
    """A piece in which the versions differ: a field, or a passage whole. Joined is "" where joining makes no sense."""

    piece: str
    heading: str
    mine: str
    theirs: str
    joined: str


def differences(mine: Fields, theirs: Fields, called: Mapping[str, str]) -> list[Differs]:
    """Every piece that differs, in the order of the page. `called` maps a child's public id to a name."""
    found = [
        _field(name, mine, theirs, called) for name in _fields(mine, theirs) if _of(mine, name) != _of(theirs, name)
    ]
    order = list(dict.fromkeys([*numbers(mine), *numbers(theirs)]))
    return [*found, *(_passage(n, mine, theirs, order) for n in order if _piece(mine, n) != _piece(theirs, n))]


def merged(mine: Fields, theirs: Fields, chosen: Mapping[str, str], called: Mapping[str, str]) -> Fields | None:
    """The page with "mine", "theirs" or "joined" for every piece that differs; None while one is not chosen."""
    made, gone = dict(mine), set()
    for each in differences(mine, theirs, called):
        choice = chosen.get(each.piece)
        if choice not in ("yours", "theirs", "joined") or (choice == "joined" and not each.joined):
            return None
        if each.piece.startswith(PASSAGE):
            made = _with_passage(made, theirs, each, choice)
            n = each.piece.removeprefix(PASSAGE)
            if not _piece(theirs if choice == "theirs" else mine, n) and choice != "joined":
                gone.add(n)
        elif choice == "theirs":
            made[each.piece] = theirs.get(each.piece, [])
        elif choice == "joined":
            made[each.piece] = _joined_values(each.piece, mine, theirs)
    order = [n for n in dict.fromkeys([*numbers(mine), *numbers(theirs)]) if n not in gone]
    return {**made, "passage": order or numbers(mine)}


def _fields(mine: Fields, theirs: Fields) -> list[str]:
    ours = [name for name in PLAIN if name in mine or name in theirs]
    by_child = [name for name in {**theirs, **mine} if re.fullmatch(r"(seen|alone|how)-.+", name)]
    return [*ours, *sorted(by_child)]


def _of(fields: Fields, name: str) -> list[str]:
    return [value.strip() for value in fields.get(name, []) if value.strip()]


def _field(name: str, mine: Fields, theirs: Fields, called: Mapping[str, str]) -> Differs:
    noun, _, child = name.partition("-")
    heading = f"{called.get(child, 'A child')}: {OF_A_CHILD[noun]}" if child else PLAIN[name]
    joined = _joined_values(name, mine, theirs) if noun in TEXTS + LISTS else []
    three = [
        ", ".join(_word(noun, value, called) for value in values)
        for values in (_of(mine, name), _of(theirs, name), joined)
    ]
    return Differs(name, heading, three[0] or "(nothing)", three[1] or "(nothing)", three[2])


def _word(noun: str, value: str, called: Mapping[str, str]) -> str:
    words: Mapping[str, Mapping[str, str]] = {"seen": SEEN, "alone": ALONE, "what": WHAT_IT_WAS, "child": called}
    return words.get(noun, {}).get(value, value)


def _joined_values(name: str, mine: Fields, theirs: Fields) -> list[str]:
    both = list(dict.fromkeys([*_of(theirs, name), *_of(mine, name)]))
    if name.split("-")[0] in TEXTS:
        return [joined_text("".join(_of(theirs, name)), "".join(_of(mine, name)))]
    return both


def joined_text(first: str, second: str) -> str:
    """The first whole, then every sentence of the second that the first does not have."""
    have = {" ".join(each.split()) for each in SENTENCE.split(first)}
    more = [each for each in SENTENCE.split(second) if " ".join(each.split()) not in have]
    return " ".join(each for each in [first.strip(), *more] if each)


def _piece(fields: Fields, n: str) -> Sequence[object]:
    """A passage as one thing to compare; empty if it is not there or has no words."""
    if n not in numbers(fields) or not _text(fields, n):
        return ()
    splits = sorted((name, tuple(_of(fields, name))) for name in fields if name.startswith(f"split-{n}-"))
    return [*(tuple(sorted(_of(fields, f"{name}-{n}"))) for name in OF_A_PASSAGE), splits]


def _text(fields: Fields, n: str) -> str:
    return "".join(_of(fields, f"text-{n}"))


def _passage(n: str, mine: Fields, theirs: Fields, order: Sequence[str]) -> Differs:
    both = bool(_piece(mine, n)) and bool(_piece(theirs, n)) and _text(mine, n) != _text(theirs, n)
    joined = joined_text(_text(theirs, n), _text(mine, n)) if both else ""
    return Differs(PASSAGE + n, f"Passage {order.index(n) + 1}", _words(mine, n), _words(theirs, n), joined)


def _words(fields: Fields, n: str) -> str:
    if not _piece(fields, n):
        return NOT_THERE
    mark = MARKS.get("".join(_of(fields, f"mark-{n}")[-1:]), "")
    return f"{mark}: {_text(fields, n)}" if mark else _text(fields, n)


def _with_passage(made: Fields, theirs: Fields, each: Differs, choice: str) -> Fields:
    n = each.piece.removeprefix(PASSAGE)
    if choice == "joined":
        return {**made, f"text-{n}": [each.joined]}
    if choice == "yours":
        return made
    names = {f"{name}-{n}" for name in OF_A_PASSAGE}
    taken = {name: said for name, said in theirs.items() if name in names or name.startswith(f"split-{n}-")}
    return {**without(made, n), **taken}
