"""A child's story in a few lines, and rules from text: what the deadline tests are written in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid5

from alongside.record.chronology.definition_file import DefinitionFile
from alongside.record.chronology.kinds import all_kinds
from alongside.record.timescales.engine.calendars import Calendars
from alongside.record.timescales.engine.facts import EpisodeFact, Fact, Facts
from alongside.record.timescales.engine.items import DueItem
from alongside.record.timescales.engine.judge import due_items
from alongside.record.timescales.engine.rule import Rules
from alongside.record.timescales.rule_file import read_rule
from alongside.record.timescales.rules import all_rules

ENGLAND = Calendars.england()
NAMES = UUID("00000000-0000-0000-0000-00000000a10e")
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)


def name_id(name: str) -> UUID:
    """The same id for the same name, so that a failing story can be read."""
    return uuid5(NAMES, name)


def day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass
class Story:
    """Events in, due items out. `source` is put on every event until it is changed."""

    source: str = ""
    kind: str = "person"
    events: list[Fact] = field(default_factory=list)
    episodes: dict[str, EpisodeFact] = field(default_factory=dict)
    case: UUID | None = None

    def event(self, kind: str, on: str, *, name: str = "", **more: object) -> Fact:
        """Something happened. `more` are fields of Fact; a string `at` is a time, as in 14:30 UTC."""
        at = more.pop("at", None)
        given = {"source": self.source, "case": self.case, "recorded_at": RECORDED, **more}
        if isinstance(at, str):
            given["at"] = datetime.fromisoformat(f"{on}T{at}").replace(tzinfo=UTC)
        fact = Fact(id=name_id(name or f"{kind} {on} {len(self.events)}"), kind=kind, day=day(on), **given)  # type: ignore[arg-type]
        self.events.append(fact)
        return fact

    def start(self, noun: str, on: str, *, verb: str = "started", name: str = "", **payload: object) -> UUID:
        """Begin an episode with its event."""
        key = name_id(name or noun)
        begun = self.event(f"{noun}.{verb}", on, payload=payload, episodes=frozenset({key}))
        self.episodes[name or noun] = EpisodeFact(key, noun, begun.day, None, begun.id, None, self.case)
        return key

    def end(self, noun: str, on: str, *, verb: str = "ended", name: str = "", **payload: object) -> None:
        """End it, with its event."""
        episode = self.episodes[name or noun]
        over = self.event(f"{noun}.{verb}", on, payload=payload, episodes=frozenset({episode.id}))
        self.episodes[name or noun] = replace(episode, end=over.day, ended_by=over.id)

    def open_case(self, on: str, name: str = "case") -> UUID:
        """A case; everything after is written in it."""
        self.case = name_id(name)
        begun = self.event("case.opened", on, episodes=frozenset({self.case}))
        self.episodes[name] = EpisodeFact(self.case, "case", begun.day, None, begun.id)
        return self.case

    def close_case(self, on: str, name: str = "case") -> None:
        self.end("case", on, verb="closed", name=name)

    def visit(self, on: str, *, seen: str = "yes", role: str = "social_worker", **more: object) -> Fact:
        return self.event("visit.made", on, payload={"by_role": role}, part={"seen": seen}, **more)

    def void(self, fact: Fact, at: datetime = datetime(2027, 1, 1, tzinfo=UTC)) -> None:
        self.events = [replace(each, voided_at=at) if each.id == fact.id else each for each in self.events]

    def facts(self) -> Facts:
        return Facts(name_id("subject"), self.kind, tuple(self.events), tuple(self.episodes.values()))

    def items(self, rules: Rules | None = None, **how: object) -> list[DueItem]:
        return due_items(self.facts(), rules or all_rules(), ENGLAND, **how)  # type: ignore[arg-type]

    def told(self, rules: Rules | None = None, **how: object) -> list[str]:
        """The whole list of items out, a line each: rule, step, due, status, closed."""
        return [told(item) for item in self.items(rules, **how)]


def told(item: DueItem) -> str:
    due = item.due_on.isoformat() if item.due_on else "-"
    closed = f" {item.closed_on}" if item.closed_on else ""
    return f"{item.rule} {item.step}: {due} {item.status}{closed}"


HEAD: Mapping[str, str] = {
    "kind": "rule", "key": "tried", "title": "Tried", "subject": "child", "edition": '"1"',
    "in_force_from": '"2000-01-01"', "source": "a test", "confidence": "L", "checked_on": '"2026-11-21"',
    "force": "local", "means": "A test", "met_when": "It is met", "shows_as": "Something is due",
    "owed_by": "social_worker", "from_words": "the opening", "again_words": "the last time",
}  # fmt: skip


def rule_text(body: str, **changes: str) -> str:
    """A whole rule file from what a test is about; the rest is filled in."""
    own = {line.split(":")[0] for line in body.strip().splitlines() if not line.startswith((" ", "-"))}
    head = {key: value for key, value in {**HEAD, **changes}.items() if key not in own and value}
    return "\n".join(f"{key}: {value}" for key, value in head.items()) + "\n" + body.strip() + "\n"


def rule_from(body: str, **changes: str) -> Rules:
    """One rule, read as a file would be."""
    return Rules([read_rule(DefinitionFile(Path("tried.yaml"), rule_text(body, **changes)), all_kinds())])


def rules_from(*bodies: str) -> Rules:
    """Several rules."""
    return Rules(
        read_rule(DefinitionFile(Path("tried.yaml"), rule_text(body)), all_kinds()) for body in bodies
    )
