"""The parts of a rule file: events with values, points, conditions, cases, ladders. Every fault says what to write."""

from dataclasses import dataclass
from datetime import date

from alongside.platform.access.roles import ROLES
from alongside.record.chronology.definition_file import DefinitionError, DefinitionFile, Keys
from alongside.record.chronology.kinds import Kind, Kinds
from alongside.record.timescales.engine.intervals import Interval, IntervalError, read_interval
from alongside.record.timescales.engine.rule import Condition, Match, Point, Rung, Where

POINT_KEYS = {"event", "where", "pick", "field", "birthday", "latest_of", "earliest_of", "next_date", "plus", "minus"}
CONDITION_KEYS = {
    "happened", "not_happened", "where", "by", "fact", "field", "is", "in", "at_least", "anchor_before", "due_before",
}  # fmt: skip
RISK_FACTS = ("rating", "level")
LIFE = 150


@dataclass(frozen=True, slots=True)
class Parts:
    """Reads parts out of one file, against the event kinds that are declared."""

    file: DefinitionFile
    kinds: Kinds

    def fault(self, path: Keys, says: str) -> DefinitionError:
        """A fault at this key of the file."""
        return self.file.fault(path, says)

    def text(self, path: Keys, value: object, example: str) -> str:
        """Plain text that is not empty."""
        if not isinstance(value, str) or not value.strip():
            raise self.fault(path, f"Write {example}.")
        return value.strip()

    def yes(self, path: Keys, value: object) -> bool:
        """A yes or no."""
        if value not in ("yes", "no"):
            raise self.fault(path, f"'{value}' cannot stand here. Write yes or no.")
        return value == "yes"

    def one_of(self, path: Keys, value: object, allowed: tuple[str, ...]) -> str:
        """One of some words."""
        if value not in allowed:
            raise self.fault(path, f"'{value}' cannot stand here. Write one of: {', '.join(allowed)}.")
        return str(value)

    def day(self, path: Keys, value: object) -> date:
        """A date, written 2026-03-18."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            raise self.fault(path, f"'{value}' is not a date. Write it as 2026-03-18.") from None

    def interval(self, path: Keys, value: object) -> Interval:
        """ "45 working days" and its like."""
        try:
            return read_interval(value if isinstance(value, str) else "")
        except IntervalError as error:
            raise self.fault(path, str(error)) from None

    def listed(self, value: object) -> list[object]:
        """One thing or a list of things."""
        return value if isinstance(value, list) else [value]

    def roles(self, path: Keys, value: object) -> tuple[str, ...]:
        """One role or a list."""
        return tuple(self.one_of(path, each, tuple(ROLES)) for each in self.listed(value))

    def known(self, path: Keys, name: object) -> Kind:
        """A declared event kind."""
        kind = self.kinds.get(name) if isinstance(name, str) else None
        if kind is None:
            raise self.fault(path, f"No event '{name}' is declared. Use a kind from an event_kinds file.")
        return kind

    def keys(self, path: Keys, value: object, allowed: set[str], what: str) -> dict[str, object]:
        """A mapping that has no other keys than these."""
        if not isinstance(value, dict):
            raise self.fault(path, f"Write {what} as keys with values.")
        for key in value:
            if key not in allowed:
                raise self.fault((*path, key), f"Not a key of {what}. Write one of: {', '.join(sorted(allowed))}.")
        return value

    def matches(self, path: Keys, value: object, where: object = None, key: str = "where") -> tuple[Match, ...]:
        """An event, a list of them, or `{event, where}`. A `where` beside them, under `key`, holds for each."""
        beside = (*path[:-1], key)
        found = []
        for each in self.listed(value):
            own: object = None
            name: object = each
            if isinstance(each, dict):
                keys = self.keys(path, each, {"event", "where"}, "an event")
                name, own = keys.get("event"), keys.get("where")
            kind = self.known(path, name)
            found.append(Match(kind.name, (*self.where(beside, where, kind), *self.where((*path, "where"), own, kind))))
        return tuple(found)

    def where(self, path: Keys, value: object, kind: Kind) -> tuple[Where, ...]:
        """Values the event must carry: `{key: value}`, `{key: [values]}` or `{key: {not: value}}`."""
        if value is None:
            return ()
        if not isinstance(value, dict):
            raise self.fault(path, "Write where as keys with values, for example {seen: \"yes\"}.")
        found = []
        for key, wanted in value.items():
            if key not in kind.payload:
                has = ", ".join(kind.payload) or "nothing"
                raise self.fault((*path, key), f"{kind.name} carries no '{key}'. It has: {has}.")
            negated = isinstance(wanted, dict)
            if isinstance(wanted, dict):
                wanted = self.keys((*path, key), wanted, {"not"}, "a value").get("not")
            values = frozenset(self.text((*path, key), each, "a value") for each in self.listed(wanted))
            found.append(Where(key, values, negated))
        return tuple(found)

    def point(self, path: Keys, value: object, opens: tuple[Match, ...]) -> Point:
        """An event name or `{event, where, pick, field, birthday, latest_of, earliest_of, next_date, plus, minus}`."""
        if isinstance(value, str):
            return Point(events=self.matches(path, value))
        keys = self.keys(path, value, POINT_KEYS, "a point")
        events = self.matches(path, keys["event"], keys.get("where")) if "event" in keys else ()
        return Point(
            events=events,
            pick=self.one_of((*path, "pick"), keys.get("pick", "last"), ("first", "last")),
            field=self._field(path, keys, events or opens),
            birthday=self._age(path, keys["birthday"]) if "birthday" in keys else None,
            latest_of=self._several(path, keys.get("latest_of", []), opens),
            earliest_of=self._several(path, keys.get("earliest_of", []), opens),
            next_date=self._month_day(path, keys["next_date"]) if "next_date" in keys else None,
            plus=self.interval((*path, "plus"), keys["plus"]) if "plus" in keys else None,
            minus=self.interval((*path, "minus"), keys["minus"]) if "minus" in keys else None,
        )

    def _several(self, path: Keys, value: object, opens: tuple[Match, ...]) -> tuple[Point, ...]:
        return tuple(self.point(path, each, opens) for each in self.listed(value))

    def _field(self, path: Keys, keys: dict[str, object], events: tuple[Match, ...]) -> str:
        if "field" not in keys:
            return ""
        name = self.text((*path, "field"), keys["field"], "the name of a date that the event carries")
        if not any(self.kinds[match.kind].payload.get(name) == "date" for match in events):
            kinds = ", ".join(match.kind for match in events) or "the opening event"
            raise self.fault((*path, "field"), f"{kinds} carries no date '{name}'. Name a date of its payload.")
        return name

    def _age(self, path: Keys, value: object) -> int:
        if not str(value).isdigit() or int(str(value)) > LIFE:
            raise self.fault((*path, "birthday"), f"'{value}' is not an age. Write a whole number, for example 18.")
        return int(str(value))

    def _month_day(self, path: Keys, value: object) -> tuple[int, int]:
        day = self.day((*path, "next_date"), f"2001-{value}")
        return day.month, day.day

    def conditions(self, path: Keys, value: object, opens: tuple[Match, ...]) -> tuple[Condition, ...]:
        """What must hold for a case to win."""
        return tuple(self._condition(path, each, opens) for each in self.listed(value))

    def _condition(self, path: Keys, value: object, opens: tuple[Match, ...]) -> Condition:
        keys = self.keys(path, value, CONDITION_KEYS, "a condition")
        if keys.get("by") == "now":
            raise self.fault((*path, "by"), "'now' is not built: an item never depends on today. Name a point.")
        fact = str(keys.get("fact", ""))
        if fact.split(".")[0] in RISK_FACTS:
            raise self.fault((*path, "fact"), "Cases that read a rating or level need shortened_by: not built yet.")
        if fact and "." not in fact:
            says = f"'{fact}' is not a fact. Write noun.field, for example protection_plan.running."
            raise self.fault((*path, "fact"), says)
        wanted = self.listed(keys["is"]) if "is" in keys else self.listed(keys.get("in", []))
        if (fact or "field" in keys) and not wanted and "at_least" not in keys:
            raise self.fault(path, "Say what the value must be: is, in or at_least.")
        where = keys.get("where")
        no = "not_happened"
        return Condition(
            happened=self.matches((*path, "happened"), keys["happened"], where) if "happened" in keys else (),
            not_happened=self.matches((*path, no), keys[no], where) if no in keys else (),
            by=self.point((*path, "by"), keys["by"], opens) if "by" in keys else None,
            fact=fact,
            field=self._opening_field(path, keys["field"], opens) if "field" in keys else "",
            values=frozenset(map(str, wanted)),
            at_least=self._number(path, keys["at_least"]) if "at_least" in keys else None,
            anchor_before=self.point(path, keys["anchor_before"], opens) if "anchor_before" in keys else None,
            due_before=self.point(path, keys["due_before"], opens) if "due_before" in keys else None,
        )

    def _opening_field(self, path: Keys, value: object, opens: tuple[Match, ...]) -> str:
        if not any(value in self.kinds[match.kind].payload for match in opens):
            raise self.fault((*path, "field"), f"What opens this rule carries no '{value}'. Name a key of its payload.")
        return str(value)

    def _number(self, path: Keys, value: object) -> float:
        try:
            return float(str(value))
        except ValueError:
            raise self.fault((*path, "at_least"), f"'{value}' is not a number.") from None

    def ladder(self, path: Keys, value: object) -> tuple[Rung, ...]:
        """A list of `{at: due - 2 days, tell: [roles], safety}`."""
        return tuple(self._rung((*path, index), each) for index, each in enumerate(self.listed(value)))

    def _rung(self, path: Keys, value: object) -> Rung:
        keys = self.keys(path, value, {"at", "tell", "safety"}, "a rung")
        at = self.text((*path, "at"), keys.get("at"), "when: due, due - 2 days or due + 1 working day")
        sign, _, length = at.removeprefix("due").strip().partition(" ")
        if not at.startswith("due") or sign not in ("", "-", "+"):
            raise self.fault((*path, "at"), f"'{at}' cannot be read. Write due, due - 2 days or due + 1 working day.")
        return Rung(
            tell=self.roles((*path, "tell"), keys.get("tell", [])),
            offset=self.interval((*path, "at"), length) if sign else None,
            after=sign == "+",
            safety=self.yes((*path, "safety"), keys.get("safety", "no")),
        )
