"""One rule file: its keys, checked, and the rule they make. What is not built is refused, never passed over."""

from alongside.record.chronology.definition_file import DefinitionFile, Keys
from alongside.record.chronology.kinds import Kinds
from alongside.record.timescales.engine.each import PERIODS
from alongside.record.timescales.engine.rule import About, Case, Match, Point, Rule
from alongside.record.timescales.rule_parts import Parts

SAYS = {
    "kind", "key", "title", "subject", "law", "edition", "in_force_from", "in_force_to", "source", "source_url",
    "confidence", "checked_on", "means", "met_when", "note", "force", "owed_by", "chased_by", "ladder", "shows_as",
}  # fmt: skip
OPENS = {"when", "where", "during", "line", "opens_at", "enters", "imports_open"}
COUNTS = {"from", "from_words", "again_words", "within", "before", "cases", "steps", "repeat", "each", "roll", "sense"}
CLOSES = {"done_by", "done_where", "same", "earlier_counts", "until", "pause", "restarts_at_go_live", "visiting"}
KEYS = SAYS | OPENS | COUNTS | CLOSES
STEP_KEYS = {"within", "before", "from", "from_words", "cases", "if"}
NOT_BUILT = {
    "count": "A rolling count",
    "window": "A rolling count",
    "shortened_by": "Shortening a date that already runs",
    "school": "A school calendar",
}
SUBJECTS = {
    "child": "person", "person": "person", "worker": "worker", "request": "request",
    "home": "organisation", "school": "organisation", "organisation": "organisation",
}  # fmt: skip
CONFIDENCE = ("V", "S", "M", "L")


def read_rule(file: DefinitionFile, kinds: Kinds) -> Rule:
    """The rule that a file makes. Raises DefinitionError."""
    return RuleFile(file, kinds).rule()


class RuleFile:
    """Reads one file from top to bottom."""

    def __init__(self, file: DefinitionFile, kinds: Kinds) -> None:
        self.parts = Parts(file, kinds)
        self.content = file.content
        for key in self.content:
            if key in NOT_BUILT:
                raise self.parts.fault((key,), f"{NOT_BUILT[key]} is not built yet. Take this rule out until it is.")
            if key not in KEYS:
                raise self.parts.fault((key,), f"Not a key of a rule. Write one of: {', '.join(sorted(KEYS))}.")
        if self.content.get("kind") != "rule":
            raise self.parts.fault(("kind",), "Write: kind: rule")
        self.when, self.during, self.opens = self._opening()

    def rule(self) -> Rule:
        """The checked rule."""
        parts, given = self.parts, self.content
        in_force_to = parts.day(("in_force_to",), given["in_force_to"]) if "in_force_to" in given else None
        until = parts.listed(given.get("until", []))
        points = [each for each in until if isinstance(each, dict) and "event" not in each]
        rule = Rule(
            key=self._need("key", "the key, in snake_case"),
            edition=self._need("edition", 'the edition, for example "2026"'),
            in_force_from=parts.day(("in_force_from",), given.get("in_force_from")),
            in_force_to=in_force_to,
            about=self._about(),
            subject=SUBJECTS[parts.one_of(("subject",), given.get("subject"), tuple(SUBJECTS))],
            when=self.when,
            during=self.during,
            line=str(given.get("line", "")),
            same=self._same(),
            each=self._each(),
            steps=self._steps(),
            repeat=self._yes("repeat"),
            done_by=self._done_by(),
            earlier_counts=self._yes("earlier_counts"),
            not_before=self._word("sense", ("deadline", "not_before")) == "not_before",
            enters_running=self._word("enters", ("new", "running")) == "running",
            imports_open=self._yes("imports_open", "yes"),
            restarts=self._yes("restarts_at_go_live", str(given.get("repeat", "no"))),
            visiting=self._yes("visiting"),
            at_go_live="opens_at" in given,
            until=parts.matches(("until",), [each for each in until if each not in points]),
            until_points=tuple(parts.point(("until",), each, self.opens) for each in points),
            pause=self._pause(),
            roll=self._word("roll", ("none", "next_working_day")) != "none",
            ladder=parts.ladder(("ladder",), given["ladder"]) if "ladder" in given else (),
        )
        self._check(rule)
        return rule

    def _need(self, key: str, what: str) -> str:
        return self.parts.text((key,), self.content.get(key), what)

    def _yes(self, key: str, otherwise: str = "no") -> bool:
        return self.parts.yes((key,), self.content.get(key, otherwise))

    def _word(self, key: str, allowed: tuple[str, ...]) -> str:
        """One of some words; the first of them if the key is not there."""
        return self.parts.one_of((key,), self.content.get(key, allowed[0]), allowed)

    def _about(self) -> About:
        parts, given = self.parts, self.content
        return About(
            title=self._need("title", "a short title in plain English"),
            means=self._need("means", "what the rule means, in a sentence for a worker"),
            met_when=self._need("met_when", "what meets it, in a sentence for a worker"),
            source=self._need("source", "where the rule comes from"),
            confidence=parts.one_of(("confidence",), given.get("confidence"), CONFIDENCE),
            owed_by=parts.roles(("owed_by",), given.get("owed_by"))[0],
            shows_as=self._need("shows_as", "what someone sees who may not read the facts"),
            force=parts.one_of(("force",), given.get("force"), ("law", "guidance", "local")),
            checked_on=parts.day(("checked_on",), given.get("checked_on")),
            source_url=str(given.get("source_url", "")),
            note=str(given.get("note", "")).strip(),
            law=str(given.get("law", "")),
            chased_by=parts.roles(("chased_by",), given["chased_by"])[0] if "chased_by" in given else "",
        )

    def _opening(self) -> tuple[tuple[Match, ...], str, tuple[Match, ...]]:
        """What opens it: events, an episode, or a go-live day. And the events a `field` may be read from."""
        parts, given = self.parts, self.content
        if "opens_at" in given:
            parts.one_of(("opens_at",), given["opens_at"], ("go_live",))
            if "when" in given or "during" in given:
                raise parts.fault(("opens_at",), "A rule that opens on the go-live day has neither when nor during.")
            return (), "", ()
        during = str(given.get("during", ""))
        if during and during not in parts.kinds.episodes:
            known = ", ".join(sorted(parts.kinds.episodes))
            raise parts.fault(("during",), f"No episode '{during}'. Write one of: {known}.")
        if "when" not in given:
            if not during:
                raise parts.fault(("when",), "Say what opens it: when: an event, or during: an episode.")
            verbs = ("started", "opened", "appointed")
            started = next(name for name in (f"{during}.{verb}" for verb in verbs) if name in parts.kinds)
            if "where" in given:
                raise parts.fault(("where",), "where belongs to when: name the opening event.")
            return (), during, (Match(started),)
        when = parts.matches(("when",), given["when"], given.get("where"))
        return when, during, when

    def _same(self) -> tuple[str, ...]:
        keys = tuple(map(str, self.parts.listed(self.content.get("same", []))))
        for key in keys:
            for match in self.opens:
                if key != "case" and key not in self.parts.kinds[match.kind].payload:
                    says = f"{match.kind} carries no '{key}'. Add it to its payload or leave it out."
                    raise self.parts.fault(("same",), says)
        return keys

    def _each(self) -> str:
        if "each" not in self.content:
            return ""
        if self.content["each"] in ("school day", "term"):
            raise self.parts.fault(("each",), f"each {self.content['each']} needs school calendars: not built yet.")
        return self.parts.one_of(("each",), self.content["each"], PERIODS)

    def _done_by(self) -> tuple[Match, ...]:
        if "done_by" not in self.content:
            return ()
        return self.parts.matches(("done_by",), self.content["done_by"], self.content.get("done_where"), "done_where")

    def _pause(self) -> tuple[tuple[Match, ...], tuple[Match, ...]] | None:
        if "pause" not in self.content:
            return None
        given = self.content["pause"]
        if not isinstance(given, list) or len(given) != 2:
            says = "Write two events: [the one that stops the clock, the one that starts it]."
            raise self.parts.fault(("pause",), says)
        return self.parts.matches(("pause",), given[0]), self.parts.matches(("pause",), given[1])

    def _steps(self) -> tuple[tuple[Case, ...], ...]:
        given = self.content
        all_ways: tuple[str, ...] = ("within", "before", "cases", "steps", "each")
        ways = [key for key in all_ways if key in given]
        if len(ways) != 1:
            raise self.parts.fault(("within",), "Say how long in one way: within, before, cases, steps or each.")
        if ways == ["each"]:
            return ()
        if ways == ["steps"]:
            listed = given["steps"]
            if not isinstance(listed, list) or not listed:
                raise self.parts.fault(("steps",), "Write the steps as a list, each with within.")
            steps = [self._step(("steps", index), each, index) for index, each in enumerate(listed)]
        else:
            steps = [self._step((), {key: given[key] for key in ways}, 0)]
        if self.content.get("repeat") == "yes" and len(steps) == 1:
            steps.append(self._step(*self._again(ways, given)))
        return tuple(steps)

    def _again(self, ways: list[str], given: dict[str, object]) -> tuple[Keys, object, int]:
        """The one step of a repeating rule once more: it counts from the last time, and says so."""
        if ways == ["steps"]:
            listed = given["steps"]
            return ("steps", 0), listed[0] if isinstance(listed, list) else None, 1
        return (), {key: given[key] for key in ways}, 1

    def _step(self, path: Keys, value: object, index: int) -> tuple[Case, ...]:
        keys = self.parts.keys(path, value, STEP_KEYS, "a step")
        if "cases" not in keys:
            return (self._case(path, keys, index),)
        listed = keys["cases"]
        if not isinstance(listed, list) or not listed:
            raise self.parts.fault((*path, "cases"), "Write the cases as a list; the last has no if.")
        rest: dict[str, object] = {key: keys[key] for key in ("from", "from_words") if key in keys}
        cases = []
        for number, each in enumerate(listed):
            here = (*path, "cases", number)
            given = {**rest, **self.parts.keys(here, each, STEP_KEYS - {"cases"}, "a case")}
            if ("if" in given) == (number == len(listed) - 1):
                raise self.parts.fault(here, "Every case but the last has an if; the last has none.")
            cases.append(self._case(here, given, index))
        return tuple(cases)

    def _case(self, path: Keys, keys: dict[str, object], index: int) -> Case:
        if ("within" in keys) == ("before" in keys):
            raise self.parts.fault((*path, "within"), "Write within or before, with an interval.")
        back = "before" in keys
        way = "before" if back else "within"
        interval = self.parts.interval((*path, way), keys[way])
        if back and (interval.inclusive or interval.end):
            says = "An interval counted back has no 'beginning with' and no 'to the end of'."
            raise self.parts.fault((*path, way), says)
        return Case(
            interval=interval,
            words=self._words(path, keys, index),
            conditions=self.parts.conditions((*path, "if"), keys["if"], self.opens) if "if" in keys else (),
            point=self._point(path, keys, index),
            backward=back,
        )

    def _words(self, path: Keys, keys: dict[str, object], index: int) -> str:
        if "from_words" in keys:
            return self.parts.text((*path, "from_words"), keys["from_words"], "what it counts from")
        if "opens_at" in self.content:
            return "the day this record began"
        if index == 0:
            return self._need("from_words", "what it counts from, as in 'the referral'")
        return self._need("again_words", "what the next steps count from, as in 'the last visit'")

    def _point(self, path: Keys, keys: dict[str, object], index: int) -> Point:
        """A step's own point; else the rule's. Steps after the first count from what was last done, or its field."""
        if "from" in keys:
            return self.parts.point((*path, "from"), keys["from"], self.opens if index == 0 else self._done_by())
        if "from" not in self.content:
            return Point()
        point = self.parts.point(("from",), self.content["from"], self.opens)
        return point if index == 0 or not point.names_an_event else Point()

    def _check(self, rule: Rule) -> None:
        """What only the whole rule shows."""
        fault = self.parts.fault
        if not rule.done_by and not rule.not_before:
            raise fault(("done_by",), "Say what meets it: done_by: an event.")
        if rule.repeat and not (rule.during or rule.until or rule.same):
            raise fault(("repeat",), "A recurring rule must end: add during or until.")
        if rule.each and (not rule.during or rule.when):
            raise fault(("each",), "each needs the episode it runs in, and nothing else: during.")
        if rule.visiting and not (rule.during and rule.repeat):
            raise fault(("visiting",), "A visiting rule has during and repeat.")
        if rule.about.confidence == "L" and rule.about.force != "local":
            raise fault(("force",), "Confidence L means there is no national number. Write force: local.")
        if rule.in_force_to and rule.in_force_to < rule.in_force_from:
            raise fault(("in_force_to",), "The last day in force lies before the first.")
        if rule.roll and any(case.backward for step in rule.steps for case in step):
            raise fault(("roll",), "A date counted back is never moved later. Take roll out.")
        hours = any(case.interval.unit == "hours" for step in rule.steps for case in step)
        unclear = [match.kind for match in self.opens if not self.parts.kinds[match.kind].precise]
        if hours and unclear:
            says = f"Hours need a time of day, and {unclear[0]} has none. Count days, or make it precise."
            raise fault(("within",), says)


