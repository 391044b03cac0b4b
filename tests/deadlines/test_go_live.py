"""What came in by a file: not judged before go-live, begun afresh on it, and nobody unseen slips through."""

from datetime import UTC, date, datetime

import pytest

from alongside.record.timescales.engine.judge import state
from tests.deadlines.builders import Story, day

LIVE = {"census": date(2026, 4, 1)}


def imported() -> Story:
    return Story(source="census:2026")


def told(story: Story, rule: str, **how: object) -> list[str]:
    return [line for line in story.told(**{"go_live": LIVE, **how}) if line.startswith(f"{rule} ")]


def test_a_chain_that_stood_late_is_not_judged_and_begins_afresh():
    story = imported()
    story.start("protection_plan", "2025-12-19")
    assert told(story, "protection_plan_visit") == [
        "protection_plan_visit 1: 2026-01-07 not_judged 2026-04-01",
        "protection_plan_visit 2: 2026-04-17 open",
    ]
    again = next(item for item in story.items(go_live=LIVE) if item.restarted and item.rule == "protection_plan_visit")
    assert again.because == (
        "10 working days from 1 April 2026, the day this record began. What fell due before is not judged"
    )


def test_it_is_judged_without_a_go_live_day():
    story = imported()
    story.start("protection_plan", "2025-12-19")
    assert told(story, "protection_plan_visit", go_live={}) == ["protection_plan_visit 1: 2026-01-07 open"]


def test_what_was_recorded_here_is_always_judged():
    story = Story()
    story.start("protection_plan", "2025-12-19")
    assert told(story, "protection_plan_visit") == ["protection_plan_visit 1: 2026-01-07 open"]


def test_what_falls_due_on_the_go_live_day_is_judged():
    story = imported()
    story.start("protection_plan", "2026-03-18")
    assert told(story, "protection_plan_visit") == ["protection_plan_visit 1: 2026-04-01 open"]


def test_imported_and_met_counts_and_imported_and_met_late_is_met_late():
    story = imported()
    story.event("referral.received", "2025-11-03")
    story.event("single_assessment.concluded", "2026-01-08")
    assert told(story, "single_assessment") == ["single_assessment 1: 2026-01-08 met 2026-01-08"]
    story.events[-1] = story.event("single_assessment.concluded", "2026-01-09")
    del story.events[-2]
    assert told(story, "single_assessment") == ["single_assessment 1: 2026-01-08 met_late 2026-01-09"]


def test_an_assessment_never_concluded_is_not_judged_and_not_asked_for_again():
    story = imported()
    story.event("referral.received", "2025-11-03")
    assert told(story, "single_assessment") == ["single_assessment 1: 2026-01-08 not_judged 2026-04-01"]
    assert "It fell due before this record began on 1 April 2026" in story.items(go_live=LIVE)[0].because


def test_what_ended_before_go_live_is_not_judged_rather_than_missed():
    story = imported()
    story.start("cin_plan", "2025-06-02")
    story.end("cin_plan", "2025-10-06")
    assert told(story, "cin_plan_visit") == ["cin_plan_visit 1: 2025-06-30 not_judged 2025-10-06"]


def test_a_visit_after_go_live_meets_the_fresh_start_not_the_old_step():
    story = imported()
    story.start("protection_plan", "2025-12-19")
    story.source = ""
    story.visit("2026-04-08")
    assert told(story, "protection_plan_visit") == [
        "protection_plan_visit 1: 2026-01-07 not_judged 2026-04-01",
        "protection_plan_visit 2: 2026-04-17 met 2026-04-08",
        "protection_plan_visit 3: 2026-04-22 open",
    ]


def test_a_case_that_came_without_a_worker_asks_for_one_from_go_live():
    story = imported()
    story.open_case("2025-06-02")
    assert told(story, "allocate_worker") == [
        "allocate_worker 1: 2025-06-09 not_judged 2026-04-01",
        "allocate_worker 2: 2026-04-10 open",
    ]


class TestNotSeenSinceBeforeGoLive:
    """P-07: owed by the team manager in five working days, until the child is seen."""

    rule = "not_seen_since_go_live"

    def test_a_child_not_known_to_be_seen_stands_on_the_list(self):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        item = next(item for item in story.items(go_live=LIVE) if item.rule == self.rule)
        assert (item.due_on, item.status, item.owed_by) == (day("2026-04-10"), "open", "team_manager")
        assert item.because == (
            "Not known to have been seen. 5 working days from 1 April 2026, the day this record began"
        )
        assert state(item, day("2026-04-11")) == "overdue"

    def test_even_one_whose_plan_began_days_before(self):
        story = imported()
        story.start("cin_plan", "2026-03-30")
        assert told(story, self.rule) == ["not_seen_since_go_live 1: 2026-04-10 open"]

    def test_one_seen_longer_ago_than_the_interval_allows(self):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        story.visit("2026-03-17")
        item = next(item for item in story.items(go_live=LIVE) if item.rule == self.rule)
        assert item.because.startswith("Last known to be seen on 17 March 2026.")

    def test_not_one_seen_within_the_interval(self):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        story.visit("2026-03-18")
        assert told(story, self.rule) == []

    @pytest.mark.parametrize(("seen", "role", "out"), [("yes", "key_worker", "met"), ("no", "social_worker", "open")])
    def test_until_seen_by_anyone(self, seen, role, out):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        story.source = ""
        story.visit("2026-04-07", seen=seen, role=role)
        assert out in told(story, self.rule)[0]

    def test_it_ends_with_the_plan(self):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        story.source = ""
        story.end("protection_plan", "2026-04-07")
        assert told(story, self.rule) == ["not_seen_since_go_live 1: 2026-04-10 ended 2026-04-07"]

    def test_not_for_a_plan_that_ended_before_nor_for_one_made_here(self):
        story = imported()
        story.start("cin_plan", "2025-06-02")
        story.end("cin_plan", "2026-03-02")
        assert told(story, self.rule) == []
        story = Story()
        story.start("protection_plan", "2025-12-19")
        assert told(story, self.rule) == []

    def test_two_plans_on_one_go_live_day_make_one_item(self):
        story = imported()
        story.start("cin_plan", "2025-06-02")
        story.start("protection_plan", "2025-12-19")
        assert told(story, self.rule) == ["not_seen_since_go_live 1: 2026-04-10 open"]

    def test_two_sources_with_days_of_their_own(self):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        story.source = "people:1"
        story.start("cin_plan", "2025-12-19")
        both = {**LIVE, "people": date(2026, 5, 1)}
        assert told(story, self.rule, go_live=both) == [
            "not_seen_since_go_live 1: 2026-04-10 open",
            "not_seen_since_go_live 1: 2026-05-11 open",
        ]

    def test_a_go_live_day_by_the_full_name_of_its_source_comes_first(self):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        assert told(story, self.rule, go_live={"census": date(2026, 5, 1), "census:2026": date(2026, 4, 1)}) == [
            "not_seen_since_go_live 1: 2026-04-10 open"
        ]

    def test_what_was_not_known_then_did_not_stand(self):
        story = imported()
        story.start("protection_plan", "2025-12-19")
        before = datetime(2025, 1, 1, tzinfo=UTC)
        assert told(story, self.rule, known_at=before) == []
