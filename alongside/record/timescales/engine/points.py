"""Where counting starts, and whether a condition holds: both read only facts bound to the obligation."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from .calendars import Calendars
from .facts import Fact
from .intervals import Interval, backward, birthday, forward
from .obligations import Obligation
from .rule import Condition, Point

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Found:
    """A point that was found: its day, its instant if known, and the facts read to find it."""

    day: date
    at: datetime | None = None
    reads: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A point that was not found. `waits`: it has not happened yet. Else its date is not known, and `why` says so."""

    waits: bool
    why: str = ""


WAITS = Missing(waits=True)
OFF_THE_CALENDAR = Missing(waits=False, why="the date lies outside the calendar")


def start_of(day: date) -> datetime:
    """The first instant of a London day."""
    return datetime(day.year, day.month, day.day, tzinfo=LONDON)


def find(
    point: Point, obligation: Obligation, opener: Found, opening: Fact | None, calendars: Calendars
) -> Found | Missing:
    """The day a point means. `opener` is the opening of the step, `opening` its event (None: a go-live day).

    Files hold dates such as 31 December 9999: a sum that runs off the calendar is a point that cannot be told.
    """
    try:
        found = _plain(point, obligation, opener, opening, calendars)
        if isinstance(found, Missing) or not (point.plus or point.minus):
            return found
        day = forward(found.day, point.plus, calendars) if point.plus else found.day
        return Found(backward(day, point.minus, calendars) if point.minus else day, None, found.reads)
    except (OverflowError, ValueError):
        return OFF_THE_CALENDAR


def _plain(
    point: Point, obligation: Obligation, opener: Found, opening: Fact | None, calendars: Calendars
) -> Found | Missing:
    if point.latest_of or point.earliest_of:
        return _of_several(point, obligation, opener, opening, calendars)
    if point.birthday is not None:
        born = obligation.timeline.birth()
        if born is None:
            return Missing(waits=False, why="no birth date is recorded")
        return Found(birthday(born.day, point.birthday), None, (born,))
    fact = opening
    if point.events:
        pool = obligation.pool(point.events)
        if not pool:
            return WAITS
        fact = _own(pool, opening) or pool[0 if point.pick == "first" else -1]
    if point.field:
        return _field(point.field, fact)
    if point.next_date:
        return Found(_next(point.next_date, opener.day), None, opener.reads)
    if fact is None or fact is opening:
        return opener
    return Found(fact.day, fact.at, (fact,))


def _own(pool: list[Fact], opening: Fact | None) -> Fact | None:
    """A point that names the kind that opened the step means that very event."""
    return opening if opening is not None and any(fact.id == opening.id for fact in pool) else None


def _field(name: str, fact: Fact | None) -> Found | Missing:
    value = fact.value(name) if fact else None
    if fact is None or value is None:
        return Missing(waits=False, why=f"the date ({name.replace('_', ' ')}) is not recorded")
    try:
        return Found(date.fromisoformat(value[:10]), None, (fact,))
    except ValueError:
        return Missing(waits=False, why=f"the date ({name.replace('_', ' ')}) cannot be read")


def _of_several(
    point: Point, obligation: Obligation, opener: Found, opening: Fact | None, calendars: Calendars
) -> Found | Missing:
    """Members that have not happened are left out; with none of them the item waits unopened."""
    members = point.latest_of or point.earliest_of
    found = [find(each, obligation, opener, opening, calendars) for each in members]
    there = [each for each in found if isinstance(each, Found)]
    if not there:
        return next((each for each in found if isinstance(each, Missing) and not each.waits), WAITS)
    choose = max if point.latest_of else min
    return choose(there, key=lambda each: each.day)


def _next(month_day: tuple[int, int], since: date) -> date:
    month, day = month_day
    this_year = date(since.year, month, day)
    return this_year if this_year >= since else date(since.year + 1, month, day)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a condition is judged against: the step's opening, its point, and when the case itself would fall due."""

    obligation: Obligation
    opener: Found
    opening: Fact | None
    point: Found
    interval: Interval
    calendars: Calendars

    def holds(self, condition: Condition) -> tuple[bool, tuple[Fact, ...]]:
        """Whether every key that is set holds, and the facts that were read."""
        reads: tuple[Fact, ...] = ()
        for check in (self._happened, self._values, self._before):
            holds, read = check(condition)
            if not holds:
                return False, ()
            reads += read
        return True, reads

    def _happened(self, condition: Condition) -> tuple[bool, tuple[Fact, ...]]:
        if not (condition.happened or condition.not_happened):
            return True, ()
        limit = self.point.day
        if condition.by:
            by = find(condition.by, self.obligation, self.opener, self.opening, self.calendars)
            if isinstance(by, Missing):
                return False, ()
            limit = by.day
        happened, unwanted = self.obligation.pool(condition.happened), self.obligation.pool(condition.not_happened)
        if condition.happened and not (happened and happened[0].day <= limit):
            return False, ()
        if unwanted and unwanted[0].day <= limit:
            return False, ()
        return True, tuple(happened[:1])

    def _values(self, condition: Condition) -> tuple[bool, tuple[Fact, ...]]:
        if condition.field:
            value = self.opening.value(condition.field) if self.opening else None
            return self._compares(condition, value), (self.opening,) if self.opening else ()
        if condition.fact:
            value, fact = self._fact(condition.fact)
            return self._compares(condition, value), (fact,) if fact else ()
        return True, ()

    def _fact(self, name: str) -> tuple[str | None, Fact | None]:
        """`noun.field`: what the newest event of that noun said by the point's day. `noun.running`: its episode ran."""
        noun, _, key = name.partition(".")
        timeline, day = self.obligation.timeline, self.point.day
        if key == "running":
            return ("yes" if timeline.running(noun, day) else "no"), None
        said = timeline.of_noun(noun)
        for index in range(bisect_right(said, day, key=lambda fact: fact.day) - 1, -1, -1):
            value = said[index].value(key)
            if value is not None:
                return value, said[index]
        return None, None

    @staticmethod
    def _compares(condition: Condition, value: str | None) -> bool:
        if condition.at_least is not None:
            try:
                return value is not None and float(value) >= condition.at_least
            except ValueError:
                return False
        return value in condition.values

    def _before(self, condition: Condition) -> tuple[bool, tuple[Fact, ...]]:
        reads: tuple[Fact, ...] = ()
        for limit in (condition.anchor_before, condition.due_before):
            if limit is None:
                continue
            day = self.point.day
            if limit is condition.due_before:
                try:
                    day = forward(day, self.interval, self.calendars)
                except (OverflowError, ValueError):
                    return False, ()
            found = find(limit, self.obligation, self.opener, self.opening, self.calendars)
            if isinstance(found, Missing) or day >= found.day:
                return False, ()
            reads += found.reads
        return True, reads


def ids(facts: tuple[Fact, ...]) -> tuple[UUID, ...]:
    """Their ids, each once, in order."""
    return tuple({id(fact): fact.id for fact in facts}.values())
