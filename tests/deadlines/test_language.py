"""Each key of the rule language, on the smallest story that shows it."""

from datetime import UTC, date, datetime

import pytest

from alongside.record.timescales.engine.judge import state
from tests.deadlines.builders import Story, day, name_id, rule_from, rules_from

VISITS = """
during: protection_plan
within: 10 working days
repeat: "yes"
done_by: visit.made
done_where: {by_role: social_worker, seen: "yes"}
"""
ASSESSMENT = """
when: referral.received
within: 45 working days
done_by: single_assessment.concluded
"""


def opened(on: str = "2026-11-09", **more: object) -> Story:
    story = Story()
    story.event("referral.received", on, name="referral", **more)
    return story


def test_an_open_item_is_late_only_by_today():
    item = opened().items(rule_from(ASSESSMENT))[0]
    assert (item.due_on, item.status, item.counted_from) == (day("2027-01-14"), "open", day("2026-11-09"))
    assert state(item, day("2027-01-14")) == "open"
    assert state(item, day("2027-01-15")) == "overdue"


@pytest.mark.parametrize(("done", "status"), [("2027-01-14", "met"), ("2027-01-15", "met_late"), ("2026-11-09", "met")])
def test_exactly_at_the_limit_is_in_time(done, status):
    story = opened()
    story.event("single_assessment.concluded", done)
    item = story.items(rule_from(ASSESSMENT))[0]
    assert (item.status, item.closed_on) == (status, day(done))


def test_what_came_before_does_not_satisfy_unless_earlier_counts():
    story = Story()
    story.event("single_assessment.concluded", "2026-11-02")
    story.event("referral.received", "2026-11-09")
    assert story.items(rule_from(ASSESSMENT))[0].status == "open"
    assert story.items(rule_from(ASSESSMENT + 'earlier_counts: "yes"'))[0].status == "met"


def test_earlier_counts_reaches_back_to_the_previous_obligation_and_no_further():
    story = Story()
    story.event("referral.received", "2025-01-06")
    story.event("single_assessment.concluded", "2025-02-03")
    story.event("referral.received", "2026-11-09")
    assert story.told(rule_from(ASSESSMENT + 'earlier_counts: "yes"')) == [
        "tried 1: 2025-03-10 met 2025-02-03",
        "tried 1: 2027-01-14 met 2025-02-03",
    ]
    story.event("referral.received", "2025-06-02")
    assert story.told(rule_from(ASSESSMENT + 'earlier_counts: "yes"'))[-1] == "tried 1: 2027-01-14 open"


def test_an_event_never_satisfies_what_it_opened():
    story = Story()
    story.event("core_group.held", "2026-03-02")
    rules = rule_from("when: core_group.held\nwithin: 6 weeks\ndone_by: core_group.held")
    assert story.told(rules) == ["tried 1: 2026-04-13 open"]
    story.event("core_group.held", "2026-04-20")
    assert story.told(rules) == ["tried 1: 2026-04-13 met_late 2026-04-20", "tried 1: 2026-06-01 open"]


def test_each_step_counts_from_the_day_the_last_was_done():
    story = Story()
    story.start("protection_plan", "2026-03-02")
    for visit in ("2026-03-11", "2026-03-11", "2026-04-09"):
        story.visit(visit)
    assert story.told(rule_from(VISITS)) == [
        "tried 1: 2026-03-16 met 2026-03-11",
        "tried 2: 2026-03-25 met_late 2026-04-09",
        "tried 3: 2026-04-23 open",
    ], "two satisfiers on one day are one"


def test_a_child_not_seen_does_not_meet_a_visit_although_a_sibling_was():
    story = Story()
    story.start("protection_plan", "2026-03-02")
    story.event("visit.made", "2026-03-11", payload={"by_role": "social_worker", "seen": "yes"}, part={"seen": "no"})
    story.visit("2026-03-12", role="family_worker")
    assert story.told(rule_from(VISITS)) == ["tried 1: 2026-03-16 open"]


def test_steps_then_the_last_repeats():
    story = Story()
    story.start("cin_plan", "2026-01-31")
    rules = rule_from(
        "during: cin_plan\nsteps:\n  - {within: 3 months}\n  - {within: 6 months}\n"
        'repeat: "yes"\ndone_by: cin_plan.reviewed'
    )
    for review in ("2026-04-30", "2026-10-31", "2027-03-01"):
        story.event("cin_plan.reviewed", review)
    assert story.told(rules) == [
        "tried 1: 2026-04-30 met 2026-04-30",
        "tried 2: 2026-10-30 met_late 2026-10-31",
        "tried 3: 2027-04-30 met 2027-03-01",
        "tried 4: 2027-09-01 open",
    ]


def test_steps_without_repeat_stop_at_the_last():
    story = Story()
    story.start("cin_plan", "2026-02-02")
    story.event("cin_plan.reviewed", "2026-03-02")
    rules = rule_from("during: cin_plan\nsteps:\n  - {within: 3 months}\ndone_by: cin_plan.reviewed")
    assert story.told(rules) == ["tried 1: 2026-05-02 met 2026-03-02"]


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ("2026-03-16", ["tried 1: 2026-03-16 ended 2026-03-16"]),
        ("2026-03-17", ["tried 1: 2026-03-16 missed 2026-03-17"]),
        ("2026-03-02", []),
    ],
)
def test_the_end_of_the_episode_ends_what_is_open(ends, says):
    """Ended on its due day is ended; a step that would open on the day its episode ends does not open."""
    story = Story()
    story.start("protection_plan", "2026-03-02")
    story.end("protection_plan", ends)
    assert story.told(rule_from(VISITS)) == says


def test_done_and_ended_on_one_day_is_met_and_opens_nothing():
    story = Story()
    story.start("protection_plan", "2026-03-02")
    story.visit("2026-03-11")
    story.end("protection_plan", "2026-03-11")
    assert story.told(rule_from(VISITS)) == ["tried 1: 2026-03-16 met 2026-03-11"]


def test_during_takes_what_names_its_episode_and_what_names_none_of_its_kind():
    story = Story()
    first = story.start("protection_plan", "2025-01-06", name="first")
    story.end("protection_plan", "2025-03-03", name="first")
    second = story.start("protection_plan", "2026-03-02", name="second")
    story.visit("2026-03-10", episodes=frozenset({first}))
    rules = rule_from(VISITS)
    assert story.told(rules)[-1] == "tried 1: 2026-03-16 open", "a visit written to the earlier plan"
    story.visit("2026-03-12", episodes=frozenset({second}))
    assert story.told(rules)[-1] == "tried 2: 2026-03-26 open"
    story.visit("2026-03-20")
    assert story.told(rules)[-1] == "tried 3: 2026-04-07 open", "a visit that names no plan"


def test_in_plans_that_overlap_one_event_opens_one_obligation():
    """Files hold such plans; the identity of an item must still be its own."""
    story = Story()
    story.start("protection_plan", "2026-03-02", name="first")
    story.start("protection_plan", "2026-03-04", name="second")
    story.event("core_group.held", "2026-03-09")
    rules = rule_from("during: protection_plan\nwhen: core_group.held\nwithin: 6 weeks\ndone_by: core_group.held")
    assert story.told(rules) == ["tried 1: 2026-04-20 open"]


def test_same_binds_opener_satisfier_and_until():
    rules = rule_from(
        "when: referral.received\nsame: referral\nwithin: 1 working day\ndone_by: referral.decided\nuntil: person.died"
    )
    story = Story()
    story.event("referral.received", "2026-11-02", payload={"referral": "one"})
    story.event("referral.received", "2026-11-03", payload={"referral": "two"})
    story.event("referral.decided", "2026-11-03", payload={"referral": "two"})
    assert story.told(rules) == ["tried 1: 2026-11-03 open", "tried 1: 2026-11-04 met 2026-11-03"]
    assert [item.obligation for item in story.items(rules)] == ["referral:one", "referral:two"]


def test_opened_again_for_the_same_value_is_not_doubled_and_never_later():
    rules = rule_from("when: referral.received\nsame: referral\nwithin: 5 days\ndone_by: referral.decided")
    story = Story()
    story.event("referral.received", "2026-11-02", payload={"referral": "one"})
    story.event("referral.received", "2026-11-09", payload={"referral": "one"})
    assert story.told(rules) == ["tried 1: 2026-11-07 open"]


def test_an_arranged_date_moves_with_the_newest_written_and_papers_already_in_still_count():
    rules = rule_from(
        "when: action.agreed\nsame: action\nfrom: {field: agreed_by}\nbefore: 3 working days\ndone_by: action.done"
    )
    story = Story()
    arranged = {"action": "a", "what": "report"}
    story.event("action.agreed", "2026-03-02", payload={**arranged, "agreed_by": "2026-03-20"})
    story.event("action.done", "2026-03-04", payload=arranged)
    later = datetime(2026, 3, 6, tzinfo=UTC)
    story.event("action.agreed", "2026-03-06", payload={**arranged, "agreed_by": "2026-03-31"}, recorded_at=later)
    assert story.told(rules) == ["tried 1: 2026-03-26 met 2026-03-04"]


def test_a_date_that_is_not_there_is_said_not_guessed():
    rules = rule_from("when: action.agreed\nfrom: {field: agreed_by}\nwithin: same day\ndone_by: action.done")
    story = Story()
    story.event("action.agreed", "2026-03-02", payload={"agreed_by": "soon"})
    story.event("action.agreed", "2026-03-03")
    first, second = story.items(rules)
    assert (first.status, first.because) == ("cannot_tell", "We cannot tell when: the date (agreed by) cannot be read")
    assert (second.status, second.because) == (
        "cannot_tell",
        "We cannot tell when: the date (agreed by) is not recorded",
    )
    story.event("action.done", "2026-03-09")
    assert {item.status for item in story.items(rules)} == {"met"}


def test_birthdays_and_a_child_whose_birth_date_is_not_known():
    rules = rule_from("when: person.registered\nfrom: {birthday: 18}\nwithin: 3 months\ndone_by: level.changed")
    story = Story()
    story.event("person.registered", "2020-01-06")
    assert story.items(rules)[0].because == "We cannot tell when: no birth date is recorded"
    story.event("person.born", "2012-02-29")
    assert story.items(rules)[0].due_on == day("2030-06-01")


def test_latest_and_earliest_leave_out_what_has_not_happened():
    body = (
        "when: case.opened\nfrom: {%s: [strategy_discussion.held, section47.started]}\n"
        "within: 5 days\ndone_by: level.changed"
    )
    latest, earliest = rule_from(body % "latest_of"), rule_from(body % "earliest_of")
    story = Story()
    story.event("case.opened", "2026-03-02")
    assert story.told(latest) == [], "with none of them it waits unopened"
    story.event("section47.started", "2026-03-09")
    assert story.told(latest) == story.told(earliest) == ["tried 1: 2026-03-14 open"]
    story.event("strategy_discussion.held", "2026-03-05")
    assert (story.told(latest), story.told(earliest)) == (["tried 1: 2026-03-14 open"], ["tried 1: 2026-03-10 open"])


def test_a_pause_moves_calendar_days_by_the_days_stopped():
    rules = rule_from(
        "when: referral.received\nwithin: 1 month\ndone_by: referral.decided\n"
        "pause: [decision.requested, decision.made]"
    )
    story = Story()
    story.event("referral.received", "2026-03-02")
    story.event("decision.requested", "2026-03-10")
    paused = story.items(rules)[0]
    assert (paused.status, paused.due_on) == ("paused", None)
    assert paused.because.endswith("The clock is stopped since 10 March 2026.")
    story.event("decision.made", "2026-03-17")
    again = story.items(rules)[0]
    assert (again.status, again.due_on) == ("open", day("2026-04-09"))
    assert again.because.endswith("The clock stood still for 7 days.")


@pytest.mark.parametrize(
    ("stop", "go", "due"),
    [
        ("2026-03-04", "2026-03-06", "2026-03-18"),  # two working days stopped
        ("2026-03-07", "2026-03-09", "2026-03-16"),  # a weekend stopped: nothing lost
        ("2026-03-16", "2026-03-18", "2026-03-18"),  # stopped on the due day itself
        ("2026-03-17", "2026-03-20", "2026-03-16"),  # a stop after the due day changes nothing
        ("2026-02-23", "2026-03-04", "2026-03-17"),  # stopped before it began: only what lies after day 0
        ("2026-03-13", "2026-03-30", "2026-03-31"),  # stopped over the old due day: two days were left
    ],
)
def test_a_pause_leaves_out_the_working_days_that_were_stopped(stop, go, due):
    rules = rule_from(
        "when: referral.received\nwithin: 10 working days\ndone_by: referral.decided\n"
        "pause: [decision.requested, decision.made]"
    )
    story = Story()
    story.event("referral.received", "2026-03-02")
    story.event("decision.requested", stop)
    story.event("decision.made", go)
    assert story.items(rules)[0].due_on == day(due)


def test_an_answer_while_the_clock_is_stopped_closes():
    rules = rule_from(
        "when: referral.received\nwithin: 1 month\ndone_by: referral.decided\n"
        "pause: [decision.requested, decision.made]"
    )
    story = Story()
    story.event("referral.received", "2026-03-02")
    story.event("decision.requested", "2026-03-10")
    story.event("referral.decided", "2026-05-01")
    assert story.told(rules) == ["tried 1: - met 2026-05-01"]


def test_an_extension_is_a_case_and_one_granted_too_late_does_not_count():
    rules = rule_from(
        "when: concern.raised\ncases:\n"
        "  - {if: {happened: decision.made, by: {plus: 10 working days}}, within: 20 working days}\n"
        "  - {within: 10 working days}\ndone_by: concern.answered"
    )
    story = Story()
    story.event("concern.raised", "2026-03-02")
    assert story.items(rules)[0].due_on == day("2026-03-16")
    late = story.event("decision.made", "2026-03-17")
    assert story.items(rules)[0].due_on == day("2026-03-16")
    story.void(late)
    story.event("decision.made", "2026-03-16")
    assert story.items(rules)[0].due_on == day("2026-03-30")


def test_cases_by_what_the_opening_says_by_a_fact_and_by_age():
    rules = rule_from(
        "when: case.opened\ncases:\n"
        "  - {if: {field: line, is: early_help}, within: 1 day}\n"
        '  - {if: {fact: protection_plan.running, is: "yes"}, within: 2 days}\n'
        "  - {if: {due_before: {birthday: 5}}, within: 6 months}\n"
        "  - {within: 12 months}\ndone_by: case.closed"
    )
    story = Story()
    story.event("case.opened", "2026-01-05", payload={"line": "early_help"})
    story.event("person.born", "2022-01-01")
    assert story.items(rules)[0].due_on == day("2026-01-06")
    story = Story()
    story.event("case.opened", "2026-01-05")
    story.event("person.born", "2022-01-01")
    assert story.items(rules)[0].due_on == day("2026-07-05")
    story.events[-1] = story.event("person.born", "2021-07-05")
    del story.events[-2:-1]
    assert story.items(rules)[0].due_on == day("2027-01-05"), "due on the 5th birthday is not under 5"
    story.start("protection_plan", "2025-12-01")
    assert story.items(rules)[0].due_on == day("2026-01-07")


def test_only_the_roll_of_a_rule_moves_a_date_off_a_weekend():
    rules = rule_from(ASSESSMENT.replace("45 working days", "1 month"))
    rolling = rule_from(ASSESSMENT.replace("45 working days", "1 month") + "roll: next_working_day")
    story = opened("2026-03-05")
    assert story.items(rules)[0].due_on == day("2026-04-05"), "Easter Sunday stands"
    item = story.items(rolling)[0]
    assert item.due_on == day("2026-04-07")
    assert "Moved to the next working day" in item.because


def test_hours_are_elapsed_time_over_the_clock_change():
    rules = rule_from("when: missing_episode.ended\nwithin: 72 hours\ndone_by: return_interview.held")
    story = Story()
    story.event("missing_episode.ended", "2026-03-27", at="14:00")
    item = story.items(rules)[0]
    assert item.due_at == datetime(2026, 3, 30, 14, tzinfo=UTC)
    assert item.due_on == day("2026-03-30")
    assert state(item, day("2026-03-30"), datetime(2026, 3, 30, 14, tzinfo=UTC)) == "open"
    assert state(item, day("2026-03-30"), datetime(2026, 3, 30, 14, 1, tzinfo=UTC)) == "overdue"
    story.event("return_interview.held", "2026-03-30", at="14:01")
    assert story.items(rules)[0].status == "met_late"


@pytest.mark.parametrize(
    ("on", "at", "hours", "due"),
    [
        ("2026-03-28", "12:00", 24, "2026-03-29T12:00"),  # noon in London, then one in the afternoon
        ("2026-10-24", "11:00", 24, "2026-10-25T11:00"),  # noon in London, then eleven in the morning
        ("2026-10-24", "23:30", 2, "2026-10-25T01:30"),  # within the hour that comes twice
        ("2027-03-27", "00:00", 72, "2027-03-30T00:00"),
        ("2027-10-29", "17:00", 72, "2027-11-01T17:00"),
        ("2026-12-24", "16:00", 24, "2026-12-25T16:00"),  # hours know no holidays
    ],
)
def test_a_day_of_hours_is_as_long_in_march_as_in_october(on, at, hours, due):
    rules = rule_from(f"when: missing_episode.ended\nwithin: {hours} hours\ndone_by: return_interview.held")
    story = Story()
    story.event("missing_episode.ended", on, at=at)
    assert story.items(rules)[0].due_at == datetime.fromisoformat(due).replace(tzinfo=UTC)


def test_hours_from_an_event_without_a_time_count_from_the_start_of_its_day_and_say_so():
    rules = rule_from("when: missing_episode.ended\nwithin: 72 hours\ndone_by: return_interview.held")
    story = Story(source="census:2026")
    story.event("missing_episode.ended", "2026-07-06")
    item = story.items(rules)[0]
    assert item.due_at == datetime(2026, 7, 8, 23, tzinfo=UTC), "midnight of 9 July in London"
    assert "The time of day is not known" in item.because


def test_each_week_needs_its_own_event_and_a_missed_week_stays_missed():
    rules = rule_from("during: cin_plan\neach: week\ndone_by: visit.made")
    story = Story()
    story.start("cin_plan", "2026-03-04")
    for visit in ("2026-03-08", "2026-03-09", "2026-03-12", "2026-03-31"):
        story.visit(visit)
    items = story.items(rules, horizon=day("2026-04-06"))
    assert [(item.counted_from.isoformat(), item.due_on.isoformat(), item.status) for item in items] == [
        ("2026-03-04", "2026-03-08", "met"),
        ("2026-03-09", "2026-03-15", "met"),
        ("2026-03-16", "2026-03-22", "open"),
        ("2026-03-23", "2026-03-29", "open"),
        ("2026-03-30", "2026-04-05", "met"),
        ("2026-04-06", "2026-04-12", "open"),
    ]
    assert [state(item, day("2026-04-08")) for item in items] == ["met", "met", "missed", "missed", "met", "open"]


def test_each_month_ends_with_the_episode():
    rules = rule_from("during: cin_plan\neach: month\ndone_by: visit.made")
    story = Story()
    story.start("cin_plan", "2026-01-20")
    story.visit("2026-01-31")
    story.end("cin_plan", "2026-03-10")
    items = story.items(rules, horizon=day("2026-06-30"))
    assert [(item.due_on.isoformat(), item.status) for item in items] == [
        ("2026-01-31", "met"),
        ("2026-02-28", "open"),
        ("2026-03-09", "ended"),
    ]
    assert state(items[1], day("2026-03-01")) == "missed"


@pytest.mark.parametrize(
    ("done", "status", "means"),
    [(None, "not_before", "not_yet"), ("2026-05-10", "too_early", "done_too_early"), ("2026-06-02", "met", "met")],
)
def test_a_date_before_which_nothing_may_happen_is_never_late(done, status, means):
    rules = rule_from(
        "when: notice.given\nwithin: 3 months\nsense: not_before\ndone_by: level.changed".replace(
            "notice.given", "decision.made"
        )
    )
    story = Story()
    story.event("decision.made", "2026-03-02")
    if done:
        story.event("level.changed", done)
    item = story.items(rules)[0]
    assert (item.status, state(item, day("2026-05-01"))) == (status, means)
    if not done:
        assert state(item, day("2026-06-02")) == "allowed"
        assert state(item, day("2028-01-01")) == "allowed"


def test_only_the_line_named_opens_the_rule():
    rules = rule_from("when: case.opened\nline: early_help\nwithin: 5 days\ndone_by: case.closed")
    story = Story()
    story.event("case.opened", "2026-03-02", line="social_work")
    assert story.told(rules) == []
    story.event("case.opened", "2026-03-03", line="early_help")
    assert story.told(rules) == ["tried 1: 2026-03-08 open"]


def test_until_may_be_a_birthday():
    rules = rule_from(VISITS + "until: [{birthday: 18}]")
    story = Story()
    story.event("person.born", "2008-03-10")
    story.start("protection_plan", "2026-03-02")
    assert story.told(rules) == ["tried 1: 2026-03-16 ended 2026-03-10"]


def test_closing_a_case_ends_what_was_opened_in_it_and_no_other():
    rules = rules_from(
        "key: a\n" + ASSESSMENT, "key: b\nduring: protection_plan\nwithin: 10 working days\ndone_by: core_group.held"
    )
    story = Story()
    story.open_case("2026-11-02", "one")
    story.event("referral.received", "2026-11-02")
    story.start("protection_plan", "2026-11-05")
    story.open_case("2026-11-03", "two")
    story.event("referral.received", "2026-11-03")
    story.case = name_id("one")
    story.close_case("2026-11-09", "one")
    assert story.told(rules) == [
        "a 1: 2027-01-07 ended 2026-11-09",
        "a 1: 2027-01-08 open",
        "b 1: 2026-11-19 open",
    ], "law held by an episode runs on"


def test_a_re_dated_opening_keeps_the_identity_of_what_it_opened():
    story = opened()
    rules = rule_from(ASSESSMENT)
    before = story.items(rules)[0]
    again = story.event("referral.received", "2026-11-12", replaces=name_id("referral"))
    after = story.items(rules)
    assert [item.due_on for item in after] == [day("2027-01-19")], "a correction may move a date later"
    assert after[0].identity == before.identity
    assert after[0].opened_by == again.id
    story.void(again)
    assert story.items(rules) == [before], "voiding the correction brings the first back"


def test_voiding_the_satisfier_opens_the_item_again():
    story = opened()
    done = story.event("single_assessment.concluded", "2026-12-01")
    story.void(done)
    assert story.told(rule_from(ASSESSMENT)) == ["tried 1: 2027-01-14 open"]


def test_as_known_at_reads_what_had_been_recorded_and_not_yet_voided():
    story = opened()
    told = datetime(2026, 12, 10, tzinfo=UTC)
    done = story.event("single_assessment.concluded", "2026-12-01", recorded_at=told)
    story.void(done, at=datetime(2026, 12, 20, tzinfo=UTC))
    rules = rule_from(ASSESSMENT)
    known = {on: story.told(rules, known_at=datetime(2026, 12, on, tzinfo=UTC))[0] for on in (5, 15, 25)}
    assert known == {
        5: "tried 1: 2027-01-14 open",
        15: "tried 1: 2027-01-14 met 2026-12-01",
        25: "tried 1: 2027-01-14 open",
    }


def test_an_episode_is_known_only_as_its_events_were():
    story = Story()
    story.start("protection_plan", "2026-03-02")
    story.end("protection_plan", "2026-03-10")
    ended = story.events[-1]
    story.void(ended)
    assert story.told(rule_from(VISITS)) == ["tried 1: 2026-03-16 open"], "the ending was voided"
    story.void(story.events[0])
    assert story.told(rule_from(VISITS)) == [], "and so was the start"


def test_an_item_is_as_restricted_as_the_facts_it_rests_on():
    story = opened(restriction=1)
    story.event("person.registered", "2026-11-10", restriction=3)
    assert story.items(rule_from(ASSESSMENT))[0].restriction == 1
    story.event("single_assessment.concluded", "2026-12-01", restriction=2)
    assert story.items(rule_from(ASSESSMENT))[0].restriction == 2


def test_a_date_off_the_calendar_cannot_be_told():
    story = opened("9999-06-01")
    item = story.items(rule_from(ASSESSMENT.replace("45 working days", "75 years")))[0]
    assert (item.status, item.due_on) == ("cannot_tell", None)


def test_the_item_never_depends_on_today():
    item = opened().items(rule_from(ASSESSMENT))[0]
    assert {state(item, date(year, 1, 1)) for year in range(2026, 2036)} == {"open", "overdue"}
    assert item.status == "open"
