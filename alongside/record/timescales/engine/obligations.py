"""What opens: which events or episodes of a subject put which obligations on us, each once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from .facts import EpisodeFact, Fact
from .rule import Editions, Match, Rule
from .timeline import LONG_AGO, Same, Timeline, same_value


@dataclass(slots=True)
class Obligation:
    """One thing that is owed, perhaps in several steps.

    `opener` is the event the first step counts from; `since` the first day on which it was opened (an arranged date may
    have moved the opener, but papers already received still count). `previous_end`: how far back `earlier_counts` may
    reach, exclusive.
    """

    editions: Editions
    id: str
    opener: Fact
    since: date
    timeline: Timeline
    episode: EpisodeFact | None = None
    value: Same = None
    previous_end: date | None = None
    pools: dict[int, list[Fact]] = field(default_factory=dict)

    @property
    def opened_by(self) -> UUID | None:
        """The opening event's id; None where an episode came without one."""
        return self.opener.id if self.episode is None or self.opener.id != self.episode.id else None

    def pool(self, matches: tuple[Match, ...]) -> list[Fact]:
        """Fitting events bound to this obligation, oldest first."""
        found = self.pools.get(id(matches))
        if found is None:
            found = self.timeline.pool(matches, self.editions.first, self.episode, self.value)
            self.pools[id(matches)] = found
        return found

    def end(self) -> tuple[date, UUID | None] | None:
        """When it ends whatever happens: with its episode, else with the case its opening was written in."""
        if self.episode is not None:
            return (self.episode.end, self.episode.ended_by) if self.episode.end else None
        closed = self.timeline.case_closed(self.opener.case, self.since)
        return (closed.day, closed.id) if closed else None


def obligations(editions: Editions, timeline: Timeline) -> Iterator[Obligation]:
    """Every obligation this rule lays on the subject, in the order they opened."""
    rule = editions.first
    previous: date | None = None
    if rule.during:
        # Files hold plans that overlap: an event in the time of two of them opens one obligation, not two.
        names: set[str] = set()
        for episode in timeline.episodes.get(rule.during, ()):
            for made in _of_episode(editions, timeline, episode):
                made.previous_end = previous
                if made.id not in names:
                    names.add(made.id)
                    yield made
            previous = episode.end
        return
    for made in _grouped(editions, timeline, _openers(rule, timeline.matching(rule.when)), None):
        made.previous_end = previous
        yield made
        previous = made.opener.day


def _of_episode(editions: Editions, timeline: Timeline, episode: EpisodeFact) -> Iterator[Obligation]:
    rule = editions.first
    if rule.when:
        found = timeline.pool(rule.when, rule, episode, None)
        yield from _grouped(editions, timeline, _openers(rule, found), episode)
        return
    opener = timeline.standing(episode.started_by) or _opening_of(episode)
    if _opens(rule, opener):
        yield Obligation(editions, str(timeline.root(opener.id)), opener, episode.start, timeline, episode)


def _opening_of(episode: EpisodeFact) -> Fact:
    """An episode that came without its starting event is counted from its own first day."""
    return Fact(
        id=episode.id,
        kind=f"{episode.kind}.started",
        day=episode.start,
        recorded_at=LONG_AGO,
        case=episode.case,
        episodes=frozenset({episode.id}),
        restriction=episode.restriction,
    )


def _openers(rule: Rule, found: list[Fact]) -> list[Fact]:
    return [fact for fact in found if _opens(rule, fact)]


def _opens(rule: Rule, fact: Fact) -> bool:
    if rule.line and fact.line != rule.line:
        return False
    return rule.imports_open or not fact.source


def _grouped(
    editions: Editions, timeline: Timeline, openers: list[Fact], episode: EpisodeFact | None
) -> Iterator[Obligation]:
    """One obligation for each opening event, or for each value of `same`."""
    rule = editions.first
    groups: dict[str, tuple[Same, list[Fact]]] = {}
    for fact in openers:
        value = same_value(fact, rule.same) if rule.same else None
        name = str(timeline.root(fact.id)) if value is None else _name(rule, value, episode)
        groups.setdefault(name, (value, []))[1].append(fact)
    busy_until: date | None = None
    for name, (value, facts) in groups.items():
        made = Obligation(editions, name, _anchor(rule, facts), facts[0].day, timeline, episode, value)
        if rule.repeat and value is None:
            # A chain is already running: the new opening starts no second one beside it.
            if busy_until is not None and made.since <= busy_until:
                continue
            ended = made.end()
            busy_until = ended[0] if ended else date.max
        yield made


def _name(rule: Rule, value: tuple[str, ...], episode: EpisodeFact | None) -> str:
    named = "|".join(f"{key}:{each}" for key, each in zip(rule.same, value, strict=True))
    return f"{named}@{episode.id}"[:120] if episode else named[:120]


def _anchor(rule: Rule, facts: list[Fact]) -> Fact:
    """Which opening counts: the newest written for an agreed date, the first to happen for a happening."""
    agreed = any(case.point.agreed or case.backward for case in rule.cases(1))
    return max(facts, key=lambda fact: (fact.recorded_at, fact.id)) if agreed else facts[0]
