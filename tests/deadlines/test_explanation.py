"""Why is this due: the days of the calendar, the source, and who takes it up when. The prototype's own example."""

from datetime import date

import pytest

from alongside.record.timescales.engine.explanation import Day, explain, find_item
from alongside.record.timescales.rules import all_rules
from tests.deadlines.builders import ENGLAND, Story, day, rule_from

RULES = all_rules()


@pytest.fixture
def story():
    """Finley's referral: 9 November 2026, 45 working days over Christmas."""
    story = Story()
    story.event("referral.received", "2026-11-09", name="referral", at="14:10")
    return story


def explained(story: Story, key: str, rules=RULES):
    item = next(item for item in story.items(rules) if item.rule == key)
    return explain(item, story.facts(), rules, ENGLAND)


def test_every_day_from_day_0_to_the_due_day(story):
    told = explained(story, "single_assessment")
    assert told.days[0] == Day(date(2026, 11, 9), "zero")
    assert told.days[1] == Day(date(2026, 11, 10), "counted", 1)
    assert told.days[-1] == Day(date(2027, 1, 14), "counted", 45, due=True)
    assert len(told.days) == (date(2027, 1, 14) - date(2026, 11, 9)).days + 1
    by_day = {each.day: each for each in told.days}
    assert by_day[date(2026, 11, 14)].reason == "weekend"
    assert by_day[date(2026, 12, 24)].number == 33
    assert by_day[date(2026, 12, 29)].number == 34, "offices shut, but it counts"
    assert by_day[date(2026, 12, 26)].kind == "weekend", "Boxing Day on a Saturday is skipped as a weekend"


def test_the_bank_holidays_that_were_skipped_have_their_names(story):
    told = explained(story, "single_assessment")
    assert [(each.day, each.reason) for each in told.bank_holidays] == [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 28), "Boxing Day, moved"),
        (date(2027, 1, 1), "New Year's Day"),
    ]


def test_the_source_and_how_sure_we_are_of_it(story):
    told = explained(story, "single_assessment")
    about = told.rule.about
    assert (told.rule.edition, told.earlier_editions) == ("2026", ("2013 to 2023",))
    assert (about.confidence, told.confidence_words) == ("M", "Not yet checked against its source")
    assert told.force_words == "Statutory guidance"
    assert (about.law, about.owed_by) == ("CP02", "social_worker")
    assert "signed off by a manager" in about.met_when
    assert told.opened_by is not None
    assert told.opened_by.kind == "referral.received"
    assert told.closed_by is None
    assert told.item.because == "45 working days from the referral on 9 November 2026"


def test_what_closed_it(story):
    story.event("single_assessment.concluded", "2027-01-12")
    told = explained(story, "single_assessment")
    assert told.closed_by is not None
    assert told.closed_by.kind == "single_assessment.concluded"
    assert [fact.kind for fact in told.reads] == ["referral.received", "single_assessment.concluded"]
    assert told.tellings == (), "nobody is told of what is done"


def test_who_takes_it_up_never_falls_on_a_day_with_nobody_in(story):
    told = explained(story, "single_assessment")
    assert [(each.day, each.tell, each.words) for each in told.tellings] == [
        (date(2026, 12, 30), ("team_manager",), "10 working days before it is due"),
        (date(2027, 1, 14), ("team_manager", "service_manager"), "On the day it is due"),
    ]
    story = Story()
    story.start("cin_plan", "2026-11-23")
    review = explained(story, "cin_plan_review")
    assert review.item.due_on == day("2027-02-23")
    story = Story()
    story.start("cin_plan", "2026-11-28")
    on_a_sunday = explained(story, "cin_plan_review").tellings[0]
    assert (on_a_sunday.day, on_a_sunday.moved_from) == (day("2027-02-26"), day("2027-02-28"))


def test_months_are_shown_as_passing_and_not_numbered():
    story = Story()
    story.start("cin_plan", "2026-02-28")
    told = explained(story, "cin_plan_review")
    assert told.interval == "3 months"
    assert {each.kind for each in told.days[1:]} == {"passed"}
    assert told.days[-1] == Day(date(2026, 5, 28), "passed", due=True)


def test_beginning_with_numbers_the_first_day():
    story = Story()
    story.event("decision.made", "2026-03-02")
    rules = rule_from("when: decision.made\nwithin: 21 days beginning with\ndone_by: action.done")
    told = explained(story, "tried", rules)
    assert told.days[0] == Day(date(2026, 3, 2), "counted", 1)
    assert told.days[-1] == Day(date(2026, 3, 22), "counted", 21, due=True)


def test_counted_back_the_due_day_comes_first():
    story = Story()
    story.event("action.agreed", "2026-12-01", payload={"agreed_by": "2027-01-04"})
    rules = rule_from("when: action.agreed\nfrom: {field: agreed_by}\nbefore: 3 working days\ndone_by: action.done")
    told = explained(story, "tried", rules)
    assert told.days[0] == Day(date(2026, 12, 29), "counted", 3, due=True)
    assert told.days[-1] == Day(date(2027, 1, 4), "zero")
    assert [each.reason for each in told.bank_holidays] == ["New Year's Day"]
    assert told.item.because == "3 working days before the opening on 4 January 2027"


def test_days_on_which_the_clock_stood_still_say_so():
    rules = rule_from(
        "when: referral.received\nwithin: 5 days\ndone_by: referral.decided\npause: [decision.requested, decision.made]"
    )
    story = Story()
    story.event("referral.received", "2026-03-02")
    story.event("decision.requested", "2026-03-04")
    story.event("decision.made", "2026-03-06")
    told = explained(story, "tried", rules)
    stopped = [each for each in told.days if each.kind == "stopped"]
    assert [each.day.day for each in stopped] == [4, 5]
    assert stopped[0].reason == "the clock stood still from 4 March 2026 to 6 March 2026"
    assert (told.days[-1].number, told.days[-1].due) == (5, True)


def test_the_same_day_and_what_cannot_be_told_have_no_calendar_to_speak_of():
    story = Story()
    story.event("action.agreed", "2026-03-02")
    same = rule_from("when: action.agreed\nwithin: same day\ndone_by: action.done")
    assert explained(story, "tried", same).days == (Day(date(2026, 3, 2), "zero", due=True),)
    unknown = rule_from("when: action.agreed\nfrom: {field: agreed_by}\nwithin: 3 days\ndone_by: action.done")
    assert explained(story, "tried", unknown).days == ()


def test_an_item_is_found_again_by_its_identity(story):
    items = story.items()
    wanted = items[-1]
    assert find_item(items, *wanted.identity) is wanted
    assert find_item(items, "single_assessment", "nobody", 1) is None
    with pytest.raises(KeyError):
        explain(wanted, story.facts(), rule_from("when: decision.made\nwithin: 1 day\ndone_by: action.done"), ENGLAND)
