"""Random lives for the property tests: plausible and implausible, ordered and not, imported and our own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from alongside.record.timescales.engine.facts import EpisodeFact, Fact, Facts
from alongside.record.timescales.rules import all_rules
from tests.deadlines.builders import name_id, rules_from

START = date(2025, 1, 1)

# What the shipped rules do not use yet, all at once, so that random lives try it too.
OTHER_RULES = rules_from(
    "key: paused\nwhen: referral.received\nwithin: 1 month\nroll: next_working_day\ndone_by: referral.decided\n"
    "pause: [strategy_discussion.held, conference.held]",
    "key: hours\nwhen: referral.received\nwithin: 72 hours\ndone_by: visit.made",
    "key: weekly\nduring: cin_plan\neach: week\ndone_by: visit.made",
    "key: monthly\nduring: protection_plan\neach: month\ndone_by: [core_group.held, visit.made]",
    'key: earlier\nwhen: conference.held\nwithin: 5 working days\ndone_by: visit.made\nearlier_counts: "yes"',
    "key: named\nwhen: referral.received\nsame: case\nwithin: 3 weeks\ndone_by: visit.made\nuntil: referral.decided",
    'key: chained\nwhen: referral.received\nsame: case\nrepeat: "yes"\nwithin: 10 days\ndone_by: visit.made',
    'key: running\nwhen: referral.received\nrepeat: "yes"\nwithin: 9 days\n'
    "done_by: visit.made\nuntil: referral.decided",
    "key: cased\nwhen: conference.held\ncases:\n  - {if: {happened: visit.made, by: {plus: 2 days}}, within: 9 days}\n"
    '  - {if: {fact: cin_plan.running, is: "yes"}, within: 3 months}\n'
    "  - {if: {due_before: {birthday: 1}}, within: 1 week}\n  - {within: same day}\ndone_by: core_group.held",
    "key: grown\nwhen: referral.received\nfrom: {birthday: 1}\nwithin: 2 weeks\ndone_by: visit.made\n"
    "until: [{birthday: 2}]",
    "key: latest\nwhen: case.opened\nfrom: {latest_of: [referral.received, conference.held]}\n"
    "before: 2 working days\ndone_by: visit.made",
    "key: notice\nwhen: case.opened\nwithin: 3 months\nsense: not_before\ndone_by: case.closed",
)
RULE_SETS = (all_rules(), OTHER_RULES)
NOUNS = ("protection_plan", "cin_plan", "section47", "allocation", "case")
HAPPENINGS = (
    "referral.received", "referral.decided", "referral.acknowledged", "single_assessment.concluded",
    "strategy_discussion.held", "conference.held", "conference.reviewed", "core_group.held", "cin_plan.reviewed",
    "visit.made", "person.born", "contact.made",
)  # fmt: skip
# Nothing in the shipped rules asks about these.
UNRELATED = ("contact.made", "view.given", "weekly_update.sent", "address.changed", "consent.given")
SOURCES = ("", "", "census:2026", "people:2026")

days = st.integers(0, 700).map(lambda n: START + timedelta(days=n))
yes_no = st.sampled_from(("yes", "no"))
payloads = st.fixed_dictionaries(
    {
        "by_role": st.sampled_from(("social_worker", "family_worker", "key_worker")),
        "response": st.sampled_from(("assessment", "no_further_action", "early_help")),
        "role": st.sampled_from(("social_worker", "key_worker")),
        "section47": yes_no,
        "stands_for_strategy": yes_no,
        "conference_not_required": yes_no,
    }
)


@st.composite
def happenings(draw: st.DrawFn, kinds: tuple[str, ...] = HAPPENINGS) -> Fact:
    """One event, whose id is its own."""
    kind = draw(st.sampled_from(kinds))
    on = draw(days)
    number = draw(st.integers(0, 10_000))
    recorded = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=draw(st.integers(0, 300)))
    return Fact(
        id=name_id(f"{kind} {on} {number}"),
        kind=kind,
        day=on,
        recorded_at=recorded,
        voided_at=draw(st.sampled_from((None, None, None, recorded + timedelta(days=3)))),
        payload=draw(payloads),
        part={"seen": draw(yes_no)},
        source=draw(st.sampled_from(SOURCES)),
        case=draw(st.sampled_from((None, name_id("case 0"), name_id("case 1")))),
        restriction=draw(st.integers(0, 3)),
    )


@st.composite
def lives(draw: st.DrawFn) -> Facts:
    """One subject's facts: happenings, and episodes with the events that start and end them."""
    events = draw(st.lists(happenings(), max_size=18, unique_by=lambda fact: fact.id))
    episodes: list[EpisodeFact] = []
    for number, noun in enumerate(draw(st.lists(st.sampled_from(NOUNS), max_size=5))):
        begun, ended, made = draw(_episode(noun, number))
        events += [begun] if ended is None else [begun, ended]
        episodes.append(made)
    return Facts(name_id("subject"), "person", tuple(events), tuple(episodes))


@st.composite
def _episode(draw: st.DrawFn, noun: str, number: int) -> tuple[Fact, Fact | None, EpisodeFact]:
    start, length = draw(days), draw(st.none() | st.integers(0, 400))
    key = name_id(f"{noun} {number}")
    started, closed = ("opened", "closed") if noun == "case" else ("started", "ended")
    base = replace(
        draw(happenings()), voided_at=None, episodes=frozenset({key}), id=name_id(f"{noun} {number} start"), day=start
    )
    begun = replace(base, kind=f"{noun}.{started}")
    if length is None:
        return begun, None, EpisodeFact(key, noun, start, None, begun.id)
    end = start + timedelta(days=length)
    ended = replace(base, kind=f"{noun}.{closed}", id=name_id(f"{noun} {number} end"), day=end)
    return begun, ended, EpisodeFact(key, noun, start, end, begun.id, ended.id)
