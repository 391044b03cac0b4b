"""The facts of one subject, put in order once: what stands, what was corrected, what belongs to which episode."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID

from .facts import EpisodeFact, Fact, Facts
from .rule import Match, Rule

LONG_AGO = datetime.min.replace(tzinfo=UTC)
Same = tuple[str, ...] | None


def _in_order(fact: Fact) -> tuple[date, datetime, datetime, UUID]:
    return fact.day, fact.at or LONG_AGO, fact.recorded_at, fact.id


class Timeline:
    """What stood at `known_at` (None: now), whatever order it was given in.

    An event that another replaces does not stand, unless the replacing one is itself voided. Every event has a root,
    the first of its chain of corrections: an obligation keeps its identity when its opening event is re-dated.
    Ids are looked up by their number: hashing a UUID is a call into Python, and was a third of the cost.
    """

    def __init__(self, facts: Facts, known_at: datetime | None = None) -> None:
        known = [fact for fact in facts.events if _stood(fact, known_at)]
        replaced = {fact.replaces.int for fact in known if fact.replaces}
        standing = sorted((fact for fact in known if fact.id.int not in replaced), key=_in_order)
        self._replaces = {fact.id.int: fact.replaces for fact in facts.events if fact.replaces}
        self._known_ids = {fact.id.int for fact in facts.events}
        self._by_root = {self.root(fact.id).int: fact for fact in standing}
        self._all_kinds: dict[str, list[Fact]] = defaultdict(list)
        self._linked: dict[int, list[Fact]] = defaultdict(list)
        for fact in standing:
            self._all_kinds[fact.kind].append(fact)
            for episode in fact.episodes:
                self._linked[episode.int].append(fact)
            if fact.case is not None and fact.case not in fact.episodes:
                self._linked[fact.case.int].append(fact)
        self.episodes: dict[str, list[EpisodeFact]] = defaultdict(list)
        self._kind_of: dict[int, str] = {}
        for each in sorted(facts.episodes, key=lambda one: (one.start, one.id)):
            self._add_episode(each)
        self._nouns: dict[str, list[Fact]] = {}
        self._found: dict[int, list[Fact]] = {}
        self._inside: dict[tuple[int, int], list[Fact]] = {}
        self._grouped: dict[tuple[int, tuple[str, ...]], dict[tuple[str, ...], list[Fact]]] = {}

    def _add_episode(self, episode: EpisodeFact) -> None:
        """As its starting and ending events stand: re-dated with them, gone or open again if they do not stand."""
        start, end = episode.start, episode.end
        started_by, ended_by = episode.started_by, episode.ended_by
        if started_by is not None and started_by.int in self._known_ids:
            begun = self.standing(started_by)
            if begun is None:
                return
            start, started_by = begun.day, begun.id
        if ended_by is not None and ended_by.int in self._known_ids:
            over = self.standing(ended_by)
            end, ended_by = (over.day, over.id) if over else (None, None)
        if (start, end, started_by, ended_by) != (episode.start, episode.end, episode.started_by, episode.ended_by):
            episode = EpisodeFact(
                episode.id, episode.kind, start, end, started_by, ended_by, episode.case, episode.restriction
            )
        self._kind_of[episode.id.int] = episode.kind
        self.episodes[episode.kind].append(episode)

    @property
    def kinds(self) -> Iterable[str]:
        """Kinds of events and of episodes that there are."""
        return {*self._all_kinds, *self.episodes}

    @property
    def last_day(self) -> date | None:
        """The last day on which anything is known to have happened."""
        return max((found[-1].day for found in self._all_kinds.values()), default=None)

    def of_kind(self, kind: str) -> list[Fact]:
        """Standing events of a kind, oldest first."""
        return self._all_kinds.get(kind, [])

    def of_noun(self, noun: str) -> list[Fact]:
        """Standing events whose kind has this noun, oldest first."""
        found = self._nouns.get(noun)
        if found is None:
            start = f"{noun}."
            said = [fact for kind, facts in self._all_kinds.items() if kind.startswith(start) for fact in facts]
            found = self._nouns[noun] = sorted(said, key=_in_order)
        return found

    def birth(self) -> Fact | None:
        """The event that gives the birth date."""
        born = self._all_kinds.get("person.born")
        return born[-1] if born else None

    def root(self, event: UUID) -> UUID:
        """The first of a chain of corrections. A chain that bites its tail is cut."""
        if not self._replaces:
            return event
        seen = {event}
        while (earlier := self._replaces.get(event.int)) and earlier not in seen:
            seen.add(earlier)
            event = earlier
        return event

    def standing(self, event: UUID | None) -> Fact | None:
        """What stands today of an event: itself, its correction, or nothing."""
        return self._by_root.get(self.root(event).int) if event else None

    def matching(self, matches: tuple[Match, ...]) -> list[Fact]:
        """Standing events that fit any of these, oldest first. Remembered for each tuple of a rule."""
        found = self._found.get(id(matches))
        if found is None:
            found = [fact for match in matches for fact in self._all_kinds.get(match.kind, ()) if match.fits(fact)]
            if len(matches) > 1:
                found = sorted({fact.id: fact for fact in found}.values(), key=_in_order)
            self._found[id(matches)] = found
        return found

    def pool(self, matches: tuple[Match, ...], rule: Rule, episode: EpisodeFact | None, value: Same) -> list[Fact]:
        """Fitting events that `during` and `same` bind to one obligation.

        `value`: what `same` must equal; None binds nothing (the opening event did not say, so any event counts).
        """
        if not matches:
            return []
        if episode is not None:
            found = self._in_episode(matches, episode)
            return found if value is None else [fact for fact in found if same_value(fact, rule.same) == value]
        if value is None:
            return self.matching(matches)
        groups = self._grouped.get((id(matches), rule.same))
        if groups is None:
            groups = defaultdict(list)
            for fact in self.matching(matches):
                groups[same_value(fact, rule.same) or ()].append(fact)
            self._grouped[id(matches), rule.same] = groups
        return groups.get(value, [])

    def _in_episode(self, matches: tuple[Match, ...], episode: EpisodeFact) -> list[Fact]:
        """Events that name the episode; and those in its time that name none of its kind (a visit names no plan)."""
        key = (id(matches), id(episode))
        found = self._inside.get(key)
        if found is None:
            found = self._inside[key] = self._find_inside(matches, episode)
        return found

    def _find_inside(self, matches: tuple[Match, ...], episode: EpisodeFact) -> list[Fact]:
        found = self.matching(matches)
        first = bisect_left(found, episode.start, key=lambda fact: fact.day)
        last = bisect_right(found, episode.end, key=lambda fact: fact.day) if episode.end else len(found)
        inside = [fact for fact in found[first:last] if self._may_be_of(fact, episode)]
        if first == 0 and last == len(found):
            return inside
        have = set(map(id, inside))
        named = [f for f in self._linked.get(episode.id.int, ()) if id(f) not in have and _fits(f, matches)]
        return sorted([*inside, *named], key=_in_order) if named else inside

    def _may_be_of(self, fact: Fact, episode: EpisodeFact) -> bool:
        if episode.id in fact.episodes or fact.case == episode.id:
            return True
        if fact.case is not None and self._kind_of.get(fact.case.int) == episode.kind:
            return False
        return not fact.episodes or not any(self._kind_of.get(each.int) == episode.kind for each in fact.episodes)

    def case_closed(self, case: UUID | None, since: date) -> Fact | None:
        """The closing of a case on or after a day."""
        if case is None:
            return None
        closings = self._all_kinds.get("case.closed", ())
        return next((f for f in closings if f.day >= since and (f.case == case or case in f.episodes)), None)

    def running(self, kind: str, day: date) -> bool:
        """Whether an episode of this kind ran on a day. The day it ended is no longer of it."""
        return any(e.start <= day and (e.end is None or day < e.end) for e in self.episodes.get(kind, ()))


def _fits(fact: Fact, matches: tuple[Match, ...]) -> bool:
    return any(match.kind == fact.kind and match.fits(fact) for match in matches)


def same_value(fact: Fact, keys: tuple[str, ...]) -> Same:
    """What the event carries for `same`; None if it does not say all of it. `case` is the case it was written in."""
    values = []
    for key in keys:
        value = str(fact.case) if key == "case" and fact.case else fact.value(key)
        if value is None:
            return None
        values.append(value)
    return tuple(values)


def _stood(fact: Fact, known_at: datetime | None) -> bool:
    if known_at is None:
        return fact.voided_at is None
    return fact.recorded_at <= known_at and (fact.voided_at is None or fact.voided_at > known_at)
