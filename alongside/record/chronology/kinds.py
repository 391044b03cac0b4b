"""Event kinds: the declared vocabulary of what may happen, read from `<area>/definitions/event_kinds.yaml`.

A kind says which area writes it and for which subjects, what its payload may hold, whether it has a time of day, how
its headline reads and how open it is. Reserved kinds carry law: only their own area's typed action writes them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .definition_file import DefinitionFile

HOUSE = Path(__file__).resolve().parents[2]
NAME = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
SUBJECTS = ("person", "worker", "organisation", "request")
RESTRICTIONS = {"ordinary": 0, "sensitive": 1, "restricted": 2, "sealed": 3}
SIGNIFICANCE = ("routine", "significant", "turning_point")
PAYLOAD_TYPES = ("text", "code", "yes_no", "date", "time", "number", "id", "role")
KEYS = {"title", "subjects", "precise", "reserved", "payload", "headline", "significance", "restriction", "means"}
SLOT = re.compile(r"\{([a-z0-9_]+)\}")


@dataclass(frozen=True, slots=True)
class Kind:
    """One event kind. `area` is dotted ("practice.safeguarding"); `payload` maps key to type; `precise`: has a time."""

    name: str
    area: str
    title: str
    subjects: tuple[str, ...]
    payload: Mapping[str, str]
    headline: str
    significance: str
    restriction: int
    reserved: bool
    precise: bool
    means: str = ""

    def headline_for(self, payload: Mapping[str, object], part: Mapping[str, object] | None = None) -> str:
        """The template filled from the subject's part, then the payload; the title if anything it needs is missing."""
        values = {key: str(value) for key, value in {**payload, **(part or {})}.items() if value not in (None, "")}
        if any(key not in values for key in SLOT.findall(self.headline)):
            return self.title
        return SLOT.sub(lambda slot: values[slot[1]], self.headline)


class Kinds(Mapping[str, Kind]):
    """All declared kinds, by name."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = dict(sorted(kinds.items()))

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    @property
    def episodes(self) -> frozenset[str]:
        """Nouns that come in pairs and so make an episode: started/ended, opened/closed, appointed/ended."""
        pairs = (("started", "ended"), ("opened", "closed"), ("appointed", "ended"))
        nouns = {name.split(".")[0] for name in self._kinds}
        made = self._kinds
        return frozenset(n for n in nouns if any(f"{n}.{a}" in made and f"{n}.{b}" in made for a, b in pairs))


@cache
def all_kinds() -> Kinds:
    """The kinds of this house, read once."""
    return read_kinds(HOUSE)


def read_kinds(root: Path) -> Kinds:
    """Every `definitions/event_kinds.yaml` under `root`. Raises DefinitionError."""
    found: dict[str, Kind] = {}
    for path in sorted(root.glob("**/definitions/event_kinds.yaml")):
        file = DefinitionFile(path)
        for kind in kinds_of(file):
            if kind.name in found:
                owner = found[kind.name].area
                raise file.fault(("events", kind.name), f"Already declared by {owner}. Declare a kind once.")
            found[kind.name] = kind
    return Kinds(found)


def kinds_of(file: DefinitionFile) -> Iterator[Kind]:
    """The kinds that one file declares."""
    content = file.content
    for key in content:
        if key not in {"kind", "area", "events"}:
            raise file.fault((key,), "Not a key of an event_kinds file. Write kind, area and events.")
    if content.get("kind") != "event_kinds":
        raise file.fault(("kind",), "Write: kind: event_kinds")
    area, events = content.get("area"), content.get("events")
    if not isinstance(area, str):
        raise file.fault(("area",), "Write the area that owns these kinds, for example practice.safeguarding.")
    if not isinstance(events, dict):
        raise file.fault(("events",), "Write the kinds under events, each with its own keys.")
    for name, keys in events.items():
        yield _kind(file, area, name, keys)


def _kind(file: DefinitionFile, area: str, name: str, keys: object) -> Kind:
    path = ("events", name)
    if not NAME.fullmatch(name):
        raise file.fault(path, f"'{name}' is not an event kind. Write noun.participle, for example visit.made.")
    if not isinstance(keys, dict):
        raise file.fault(path, "Write its keys below it: title, subjects, payload, headline.")
    for key in keys:
        if key not in KEYS:
            raise file.fault((*path, key), f"Not a key of an event kind. Write one of: {', '.join(sorted(KEYS))}.")
    title = keys.get("title")
    if not isinstance(title, str) or not title:
        raise file.fault((*path, "title"), "Write a title in plain English.")
    payload = _payload(file, (*path, "payload"), keys.get("payload", {}))
    headline = str(keys.get("headline", title))
    for slot in SLOT.findall(headline):
        if slot not in payload:
            says = f"{{{slot}}} is not in the payload. Add it there or take it out here."
            raise file.fault((*path, "headline"), says)
    subjects = keys.get("subjects", ["person"])
    if not isinstance(subjects, list) or not subjects or set(subjects) - set(SUBJECTS):
        raise file.fault((*path, "subjects"), f"Write a list of: {', '.join(SUBJECTS)}.")
    return Kind(
        name=name,
        area=area,
        title=title,
        subjects=tuple(subjects),
        payload=payload,
        headline=headline,
        significance=_one_of(file, (*path, "significance"), keys.get("significance", "routine"), SIGNIFICANCE),
        restriction=RESTRICTIONS[
            _one_of(file, (*path, "restriction"), keys.get("restriction", "ordinary"), tuple(RESTRICTIONS))
        ],
        reserved=_one_of(file, (*path, "reserved"), keys.get("reserved", "no"), ("yes", "no")) == "yes",
        precise=_one_of(file, (*path, "precise"), keys.get("precise", "day"), ("day", "time")) == "time",
        means=str(keys.get("means", "")),
    )


def _payload(file: DefinitionFile, path: tuple[str, ...], given: object) -> dict[str, str]:
    if not isinstance(given, dict):
        raise file.fault(path, "Write each payload key with its type, for example seen: yes_no.")
    return {key: _one_of(file, (*path, key), kind, PAYLOAD_TYPES) for key, kind in given.items()}


def _one_of(file: DefinitionFile, path: tuple[str, ...], value: object, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise file.fault(path, f"'{value}' cannot stand here. Write one of: {', '.join(allowed)}.")
    return str(value)
