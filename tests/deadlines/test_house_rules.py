"""The rules this house ships, against dates worked out by hand and by numpy, and what each says of itself."""

from datetime import date

import pytest

from alongside.record.chronology.kinds import all_kinds
from alongside.record.timescales.rules import all_rules
from tests.deadlines.builders import Story, day

RULES = all_rules()
EDITIONS = [rule for editions in RULES for rule in editions.all]


def first_due(story: Story, key: str) -> date | None:
    return next(item.due_on for item in story.items() if item.rule == key)


# (rule, day of the opening event, due)
DATED = [
    ("referral_decision", "2026-11-20", "2026-11-23"),
    ("referral_decision", "2026-11-21", "2026-11-23"),
    ("referral_decision", "2026-12-24", "2026-12-29"),
    ("referral_decision", "2022-09-16", "2022-09-20"),
    ("referral_acknowledged", "2026-04-02", "2026-04-07"),
    ("single_assessment", "2026-11-09", "2027-01-14"),
    ("single_assessment", "2025-11-03", "2026-01-08"),
    ("single_assessment", "2026-02-27", "2026-05-06"),
    ("single_assessment", "2022-08-01", "2022-10-05"),
    ("single_assessment", "2023-04-06", "2023-06-15"),
    ("initial_conference", "2025-12-01", "2025-12-22"),
    ("initial_conference", "2025-12-10", "2026-01-05"),
    ("initial_conference", "2026-03-27", "2026-04-21"),
    ("initial_conference", "2022-09-01", "2022-09-23"),
    ("first_core_group", "2025-12-24", "2026-01-12"),
    ("first_core_group", "2026-03-27", "2026-04-14"),
    ("first_core_group", "2022-05-20", "2022-06-07"),
    ("review_conference", "2026-11-30", "2027-02-28"),
    ("review_conference", "2025-12-19", "2026-03-19"),
    ("review_conference", "2023-11-30", "2024-02-29"),
    ("protection_plan_visit", "2026-03-27", "2026-04-14"),
    ("cin_plan_visit", "2026-01-31", "2026-02-27"),
    ("cin_plan_visit", "2025-05-02", "2025-06-03"),
    ("cin_plan_review", "2026-01-31", "2026-04-30"),
    ("allocate_worker", "2024-12-31", "2025-01-08"),
    ("allocate_worker", "2026-03-30", "2026-04-08"),
    ("section47_start", "2026-04-03", "2026-04-07"),
]
OPENS = {
    "referral_decision": "referral.received",
    "referral_acknowledged": "referral.received",
    "single_assessment": "referral.received",
    "initial_conference": "section47",
    "first_core_group": "protection_plan",
    "review_conference": "protection_plan",
    "protection_plan_visit": "protection_plan",
    "cin_plan_visit": "cin_plan",
    "cin_plan_review": "cin_plan",
    "allocate_worker": "case",
    "section47_start": "strategy_discussion.held",
}


@pytest.mark.parametrize(("key", "on", "due"), DATED)
def test_dated(key, on, due):
    story, opens = Story(), OPENS[key]
    if opens == "case":
        story.open_case(on)
    elif "." in opens:
        story.event(opens, on, payload={"section47": True})
    else:
        story.start(opens, on)
    assert first_due(story, key) == day(due)


@pytest.mark.parametrize("rule", EDITIONS, ids=lambda rule: f"{rule.key} {rule.edition}")
class TestEveryRule:
    def test_says_where_its_number_comes_from_and_never_more_than_was_read(self, rule):
        about = rule.about
        assert about.source
        assert about.checked_on >= date(2026, 11, 21)
        assert about.confidence in {"S", "M", "L"}, "nothing shipped here was read in the provision itself"
        assert (about.force == "local") == (about.confidence == "L")
        if about.confidence == "L":
            assert "No national number" in about.note
        else:
            assert about.source_url.startswith("https://")
            assert "Working Together" in about.source

    def test_the_2026_edition_says_that_its_text_was_not_read(self, rule):
        if rule.edition == "2026":
            assert rule.about.confidence == "M"
            assert "The 2026 text has not been read" in rule.about.note

    def test_can_be_met_by_something_that_somebody_writes(self, rule):
        assert rule.done_by
        assert all(match.kind in all_kinds() for match in rule.done_by)

    def test_is_said_in_the_words_of_the_work(self, rule):
        words = " ".join((rule.about.title, rule.about.means, rule.about.met_when, rule.about.shows_as)).lower()
        assert not any(word in words for word in ("overdue", "breach", "client", "service user", "victim", "n/a"))


def test_every_owner_is_a_role_of_this_house():
    assert {rule.about.owed_by for rule in EDITIONS} <= {
        "social_worker", "key_worker", "family_worker", "team_manager", "service_manager", "conference_chair",
    }  # fmt: skip


def test_the_edition_in_force_on_the_day_it_counts_from_decides():
    story = Story()
    story.event("referral.received", "2026-03-17")
    story.event("referral.received", "2026-03-18")
    found = [(item.due_on, item.edition) for item in story.items() if item.rule == "single_assessment"]
    assert found == [(day("2026-05-22"), "2013 to 2023"), (day("2026-05-26"), "2026")]


def test_each_step_of_a_chain_has_its_own_edition():
    story = Story()
    story.start("protection_plan", "2025-12-19")
    story.event("conference.reviewed", "2026-03-12")
    story.event("conference.reviewed", "2026-09-01")
    found = [(item.step, item.edition) for item in story.items() if item.rule == "review_conference"]
    assert found == [(1, "2013 to 2023"), (2, "2013 to 2023"), (3, "2026")]


def test_what_opened_before_the_first_edition_is_not_taken_in():
    story = Story()
    story.event("referral.received", "2013-04-14")
    assert "single_assessment" not in {item.rule for item in story.items()}


def test_a_referral_that_needs_no_assessment_is_asked_for_none():
    story = Story()
    story.event("referral.received", "2026-11-09")
    story.event("referral.decided", "2026-11-10", payload={"response": "early_help"})
    assert "single_assessment 1: 2027-01-14 ended 2026-11-10" in story.told()


def test_the_file_says_nothing_of_decisions_so_imported_referrals_are_not_asked_about():
    story = Story(source="census:2026")
    story.event("referral.received", "2026-11-09")
    assert {item.rule for item in story.items()} == {"single_assessment"}


@pytest.mark.parametrize("source", ["9", "10"])
def test_nobody_is_told_where_nobody_gave_a_name(source):
    story = Story()
    story.event("referral.received", "2026-11-09", payload={"source": source})
    assert "referral_acknowledged" not in {item.rule for item in story.items()}


def test_the_conference_counts_from_the_strategy_discussion_that_began_the_enquiries():
    story = Story()
    story.start("section47", "2026-03-04", strategy_discussion_on="2026-03-02", stands_for_strategy=False)
    item = next(item for item in story.items() if item.rule == "initial_conference")
    assert item.due_on == day("2026-03-23")
    assert item.because == "15 working days from the strategy discussion on 2 March 2026"


def test_an_imported_enquiry_stands_in_for_its_strategy_discussion_and_says_so():
    story = Story(source="census:2026")
    story.start("section47", "2026-03-04", stands_for_strategy=True)
    item = next(item for item in story.items() if item.rule == "initial_conference")
    assert item.due_on == day("2026-03-25")
    assert "stands in for their strategy discussion, on 4 March 2026" in item.because


def test_no_conference_needed_ends_the_duty_and_a_held_one_meets_it():
    story = Story()
    story.start("section47", "2026-03-04", stands_for_strategy=True)
    story.end("section47", "2026-03-10", conference_not_required=True)
    assert "initial_conference 1: 2026-03-25 ended 2026-03-10" in story.told()
    story = Story()
    story.start("section47", "2026-03-04", stands_for_strategy=True)
    story.event("conference.held", "2026-03-20")
    story.end("section47", "2026-03-20", conference_not_required=False)
    assert "initial_conference 1: 2026-03-25 met 2026-03-20" in story.told()


def test_enquiries_that_ended_with_a_conference_to_come_still_owe_it():
    story = Story()
    story.start("section47", "2026-03-04", stands_for_strategy=True)
    story.end("section47", "2026-03-18", conference_not_required=False)
    assert "initial_conference 1: 2026-03-25 open" in story.told()


def test_a_new_social_worker_on_the_same_day_leaves_nobody_without_one():
    story = Story()
    story.open_case("2026-03-02")
    story.start("allocation", "2026-03-03", name="first", role="social_worker")
    story.end("allocation", "2026-05-05", name="first", role="social_worker")
    assert "allocate_again 1: 2026-05-12 open" in story.told()
    story.start("allocation", "2026-05-05", name="second", role="social_worker")
    assert "allocate_again 1: 2026-05-12 met 2026-05-05" in story.told()


def test_closing_the_case_asks_for_no_new_worker():
    story = Story()
    story.open_case("2026-03-02")
    story.start("allocation", "2026-03-03", role="social_worker")
    story.end("allocation", "2026-05-05", role="social_worker")
    story.close_case("2026-05-05")
    assert "allocate_again" not in {item.rule for item in story.items()}


def test_every_kind_of_the_areas_is_declared_with_its_owner():
    kinds = all_kinds()
    assert kinds["visit.made"].area == "tools.notes"
    assert not kinds["visit.made"].reserved
    assert {"seen", "seen_alone", "by_role", "in_person"} <= set(kinds["visit.made"].payload)
    for name in ("referral.received", "protection_plan.started", "section47.ended", "case.closed", "person.born"):
        assert kinds[name].reserved, name
    assert kinds["worker_check.recorded"].subjects == ("worker",)


def test_a_headline_is_filled_from_the_payload_or_falls_back_to_the_title():
    kind = all_kinds()["action.agreed"]
    assert kind.headline_for({"what": "blackout blind"}) == "Agreed: blackout blind"
    assert kind.headline_for({"what": ""}) == "Action agreed"
    assert kind.headline_for({"what": "a"}, {"what": "b"}) == "Agreed: b", "the subject's own part first"
