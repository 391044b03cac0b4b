"""What must hold for every life (design §9): tried on hundreds of random ones."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.record.timescales.engine.calendars import Calendars
from alongside.record.timescales.engine.explanation import explain
from alongside.record.timescales.engine.facts import Fact, Facts
from alongside.record.timescales.engine.items import MET, MET_LATE, STATUSES, UNFINISHED, DueItem
from alongside.record.timescales.engine.judge import due_items, state
from alongside.record.timescales.engine.rule import Rules
from alongside.record.timescales.rules import all_rules
from tests.deadlines.builders import ENGLAND
from tests.deadlines.lives import RULE_SETS, UNRELATED, happenings, lives

RULES = all_rules()
LIVE = {"census": date(2026, 4, 1), "people:2026": date(2026, 5, 1)}
LAST = date(2027, 6, 1)
go_lives = st.sampled_from(({}, LIVE))
rule_sets = st.sampled_from(RULE_SETS)
EVERY = settings(max_examples=60, deadline=None)


def judged(facts: Facts, rules: Rules = RULES, **how: object) -> list[DueItem]:
    return due_items(facts, rules, ENGLAND, **how)  # type: ignore[arg-type]


def with_event(facts: Facts, fact: Fact) -> Facts:
    return replace(facts, events=(*facts.events, fact))


@EVERY
@given(lives(), rule_sets, go_lives, st.randoms(use_true_random=False))
def test_the_order_of_input_is_irrelevant(facts, rules, live, random):
    events, episodes = list(facts.events), list(facts.episodes)
    random.shuffle(events)
    random.shuffle(episodes)
    again = replace(facts, events=tuple(events), episodes=tuple(episodes))
    assert judged(again, rules, go_live=live) == judged(facts, rules, go_live=live)


@EVERY
@given(lives(), rule_sets, go_lives)
def test_judging_again_gives_the_same(facts, rules, live):
    first = judged(facts, rules, go_live=live)
    assert judged(facts, rules, go_live=live) == first
    assert due_items(facts, rules, Calendars.england(), go_live=live) == first


@EVERY
@given(lives(), happenings(UNRELATED), go_lives)
def test_an_unrelated_event_changes_nothing_standing_or_voided(facts, other, live):
    other = replace(other, voided_at=None)
    before = judged(facts, go_live=live)
    assert judged(with_event(facts, other), go_live=live) == before
    voided = replace(other, voided_at=other.recorded_at)
    assert judged(with_event(facts, voided), go_live=live) == before


@EVERY
@given(lives(), rule_sets, happenings(), go_lives)
def test_a_voided_event_is_as_if_never_written(facts, rules, other, live):
    voided = replace(other, voided_at=other.recorded_at + timedelta(days=1))
    assert judged(with_event(facts, voided), rules, go_live=live) == judged(facts, rules, go_live=live)


def late_days(items: list[DueItem], opened_by: str) -> dict[str, set[date]]:
    """For each rule, the days on which something of it was late; rules that this kind opens are left out."""
    found: dict[str, set[date]] = defaultdict(set)
    for item in items:
        rule = RULES.named(item.rule)
        if item.due_on is None or opened_by in {match.kind for match in rule.when}:
            continue
        until = item.closed_on or LAST
        found[item.rule] |= {item.due_on + timedelta(days=n) for n in range(1, (until - item.due_on).days + 1)}
    return found


@EVERY
@given(lives(), happenings())
def test_a_satisfier_never_creates_lateness(facts, done):
    """A further visit, review or decision never makes late a day that was not: it may only close or put off."""
    done = replace(done, voided_at=None)
    before = late_days(judged(facts), done.kind)
    after = late_days(judged(with_event(facts, done)), done.kind)
    for rule, days in after.items():
        assert days <= before[rule], rule


@EVERY
@given(lives(), rule_sets, go_lives)
def test_every_item_is_well_made(facts, rules, live):
    events = {fact.id: fact for fact in facts.events}
    items = judged(facts, rules, go_live=live)
    assert len({item.identity for item in items}) == len(items)
    for item in items:
        assert item.status in STATUSES
        assert len(item.obligation) <= 120
        assert len(item.because) <= 400
        assert item.because
        if item.counted_from and item.due_on:
            assert (item.due_on < item.counted_from) == item.backward
        assert (item.closed_on is None) == (item.status in UNFINISHED)
        assert item.closed_by is None or events[item.closed_by].voided_at is None
        if item.status in (MET, MET_LATE):
            assert item.closed_on is not None
            late = item.due_on is not None and item.closed_on > item.due_on
            late = late and not rules.named(item.rule).not_before  # never late, and never while the clock stands still
            assert late == (item.status == MET_LATE)


@EVERY
@given(lives(), rule_sets, go_lives)
def test_steps_go_forward_and_only_the_last_is_open(facts, rules, live):
    chains: dict[tuple[str, str], list[DueItem]] = defaultdict(list)
    for item in judged(facts, rules, go_live=live):
        chains[item.rule, item.obligation].append(item)
    for steps in chains.values():
        assert [item.step for item in steps] == list(range(1, len(steps) + 1))
        if steps[0].period:
            continue
        assert all(item.status not in UNFINISHED for item in steps[:-1])
        counted = [item.counted_from for item in steps]
        assert counted == sorted(counted)
        assert len(set(counted[1:])) == len(counted[1:]), "a step never begins on the day of the one before"
        assert len(steps) <= len(facts.events) + 2


EXTREMES = st.sampled_from((date.min, date(1, 3, 1), date(1899, 12, 31), date(2200, 1, 1), date(9999, 1, 1), date.max))


@EVERY
@given(lives(), rule_sets, go_lives, st.lists(EXTREMES, min_size=1, max_size=8))
def test_no_date_of_a_file_however_odd_breaks_the_judging(facts, rules, live, odd):
    events = [replace(fact, day=odd[n % len(odd)]) for n, fact in enumerate(facts.events)]
    episodes = [replace(each, start=odd[0]) for each in facts.episodes if each.end is None]
    strange = replace(facts, events=tuple(events), episodes=tuple(episodes))
    for item in judged(strange, rules, go_live=live):
        assert explain(item, strange, rules, ENGLAND).item is item


@EVERY
@given(lives())
def test_what_is_known_for_ever_is_what_stands(facts):
    assert judged(facts, known_at=datetime(2099, 1, 1, tzinfo=UTC)) == judged(facts)
    assert judged(facts, known_at=datetime(2001, 1, 1, tzinfo=UTC)) == []


@EVERY
@given(lives(), rule_sets, go_lives, st.dates(date(2025, 1, 1), LAST))
def test_state_is_a_comparison_with_today_and_nothing_else(facts, rules, live, today):
    for item in judged(facts, rules, go_live=live):
        means = state(item, today)
        if item.status == "open":
            late = "missed" if item.period else "overdue"
            assert (means == late) == (item.due_on is not None and item.due_on < today)
        elif item.status in ("not_before", "too_early"):
            assert means in ("not_yet", "allowed", "done_too_early")
        else:
            assert means == item.status


@settings(max_examples=40, deadline=None)
@given(lives(), rule_sets, go_lives)
def test_every_item_can_be_explained_day_by_day(facts, rules, live):
    for item in judged(facts, rules, go_live=live):
        told = explain(item, facts, rules, ENGLAND)
        assert told.rule.about.source
        if not told.days:
            continue
        days = told.days[::-1] if item.backward else told.days
        assert days[0].day == item.counted_from
        assert (days[-1].day, days[-1].due) == (item.due_on, True)
        counted = [day.number for day in days if day.kind == "counted"]
        assert counted == list(range(1, len(counted) + 1))
        if item.interval and item.interval.unit == "working days":
            assert len(counted) == item.interval.number
            assert all(day.reason for day in told.days if day.kind in ("weekend", "bank_holiday"))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), st.dates(date(2019, 1, 1), date(2028, 12, 31)))
def test_one_more_working_day_is_never_earlier_and_a_later_start_never_falls_due_earlier(count, start):
    due = ENGLAND.after(start, count)
    assert ENGLAND.is_working(due)
    assert due < ENGLAND.after(start, count + 1)
    assert due <= ENGLAND.after(start + timedelta(days=1), count)
    assert ENGLAND.between(start, due) == count
