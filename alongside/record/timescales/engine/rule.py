"""A rule, read and checked: what opens it, how long, what closes it. Made by `timescales.rules` from YAML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .facts import Fact
from .intervals import Interval


@dataclass(frozen=True, slots=True)
class Where:
    """A value an event must carry; `negated`: must not carry. Nothing recorded is not the value."""

    key: str
    values: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Events of a kind that carry certain values."""

    kind: str
    where: tuple[Where, ...] = ()

    def fits(self, fact: Fact) -> bool:
        """Whether this event, of the right kind, carries what is asked."""
        return all((fact.value(each.key) in each.values) != each.negated for each in self.where)


@dataclass(frozen=True, slots=True)
class Point:
    """A day to count from. With nothing named it is the day of the event that opened the step.

    `events` with `pick` first or last; `field` is a date carried by that event, or by the opening one; `birthday` is an
    age; `latest_of` and `earliest_of` leave out what has not happened; `next_date` is (month, day).
    """

    events: tuple[Match, ...] = ()
    pick: str = "last"
    field: str = ""
    birthday: int | None = None
    latest_of: tuple["Point", ...] = ()
    earliest_of: tuple["Point", ...] = ()
    next_date: tuple[int, int] | None = None
    plus: Interval | None = None
    minus: Interval | None = None

    @property
    def agreed(self) -> bool:
        """Whether people set this date (it may move) rather than something having happened (it may not move later)."""
        return bool(self.field) and not (self.latest_of or self.earliest_of)

    @property
    def names_an_event(self) -> bool:
        """Whether it means something other than the opening of the step."""
        inside = self.latest_of + self.earliest_of
        return bool(self.events) or self.birthday is not None or any(p.names_an_event for p in inside)


@dataclass(frozen=True, slots=True)
class Condition:
    """All keys that are set must hold, as things stood on the point's day."""

    happened: tuple[Match, ...] = ()
    not_happened: tuple[Match, ...] = ()
    by: Point | None = None
    fact: str = ""
    field: str = ""
    values: frozenset[str] = frozenset()
    at_least: float | None = None
    anchor_before: Point | None = None
    due_before: Point | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One way a step may go: the first whose conditions hold wins. `words` name what it counts from."""

    interval: Interval
    words: str
    conditions: tuple[Condition, ...] = ()
    point: Point = Point()
    backward: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """Whom to tell, `offset` before or after the due day. `safety` rungs repeat until a person accepts."""

    tell: tuple[str, ...]
    offset: Interval | None = None
    after: bool = False
    safety: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What people read about a rule, and where it comes from.

    `confidence`: V read in the provision itself, S in a secondary page, M from memory, L local: no national number.
    """

    title: str
    means: str
    met_when: str
    source: str
    confidence: str
    owed_by: str
    shows_as: str
    force: str
    checked_on: date
    source_url: str = ""
    note: str = ""
    law: str = ""
    chased_by: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One edition of a rule. `in_force_to` is its last day, None while it runs.

    Structure (what opens it, for whom) is the same in all editions of a key; numbers and satisfiers may differ.
    """

    key: str
    edition: str
    in_force_from: date
    about: About
    steps: tuple[tuple[Case, ...], ...]
    done_by: tuple[Match, ...]
    in_force_to: date | None = None
    subject: str = "person"
    when: tuple[Match, ...] = ()
    during: str = ""
    line: str = ""
    same: tuple[str, ...] = ()
    each: str = ""
    repeat: bool = False
    earlier_counts: bool = False
    not_before: bool = False
    enters_running: bool = False
    imports_open: bool = True
    restarts: bool = False
    visiting: bool = False
    at_go_live: bool = False
    until: tuple[Match, ...] = ()
    until_points: tuple[Point, ...] = ()
    pause: tuple[tuple[Match, ...], tuple[Match, ...]] | None = None
    roll: bool = False
    ladder: tuple[Rung, ...] = ()

    def cases(self, position: int) -> tuple[Case, ...]:
        """The cases of a step, counted from 1. A step beyond the list is its last."""
        return self.steps[min(position, len(self.steps)) - 1]

    @property
    def structure(self) -> tuple[object, ...]:
        """What every edition of a key must have in common."""
        return (
            self.subject, self.when, self.during, self.line, self.same, self.each, self.repeat, self.not_before,
            self.visiting, self.at_go_live,
        )  # fmt: skip


class Editions:
    """All editions of one rule, oldest first, without gap or overlap (the loader has checked)."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.all = tuple(sorted(rules, key=lambda rule: rule.in_force_from))
        self.first, self.last = self.all[0], self.all[-1]
        self.key = self.first.key

    def on(self, day: date) -> Rule | None:
        """The edition in force on a day. None before the first and after the last."""
        found = None
        for rule in self.all:
            if rule.in_force_from > day:
                break
            found = rule
        return None if found is None or (found.in_force_to and found.in_force_to < day) else found


class Rules:
    """The whole set, with an index from what a subject has to the rules that can matter."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        by_key: dict[str, list[Rule]] = {}
        for rule in rules:
            by_key.setdefault(rule.key, []).append(rule)
        self.by_key = {key: Editions(found) for key, found in sorted(by_key.items())}

    def __len__(self) -> int:
        return len(self.by_key)

    def __iter__(self) -> Iterator[Editions]:
        return iter(self.by_key.values())

    def get(self, key: str, edition: str = "") -> Rule | None:
        """A rule by key and edition; without an edition, or if that one is gone, the newest."""
        editions = self.by_key.get(key)
        if editions is None:
            return None
        return next((rule for rule in editions.all if rule.edition == edition), editions.last)

    def named(self, key: str) -> Rule:
        """The newest edition of a rule, for its words. KeyError for a key nobody defines."""
        return self.by_key[key].last

    def for_subject(self, kind: str) -> tuple[Editions, ...]:
        """Rules that a subject of this kind can stand under: what "nothing due" was checked against."""
        return tuple(each for each in self.by_key.values() if each.first.subject == kind)

    @cached_property
    def by_trigger(self) -> dict[tuple[str, str], tuple[Editions, ...]]:
        """(subject kind, event or episode kind) to the rules it opens, in the order of their keys."""
        found: dict[tuple[str, str], list[Editions]] = {}
        for editions in self.by_key.values():
            rule = editions.first
            if rule.at_go_live:
                continue
            triggers = {rule.during} if rule.during else {match.kind for match in rule.when}
            for trigger in triggers:
                found.setdefault((rule.subject, trigger), []).append(editions)
        return {trigger: tuple(rules) for trigger, rules in found.items()}

    @cached_property
    def at_go_live(self) -> tuple[Editions, ...]:
        """Rules that open on a go-live day: P-07, "Not seen since before go-live"."""
        return tuple(each for each in self.by_key.values() if each.first.at_go_live)
