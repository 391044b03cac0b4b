"""Each story, whole: everything that was ever due, and nothing else."""

import random

import pytest

from alongside.record.timescales.engine.facts import Facts
from alongside.record.timescales.engine.judge import due_items
from alongside.record.timescales.rules import all_rules
from tests.deadlines.builders import ENGLAND, told
from tests.deadlines.stories import STORIES


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_story(story):
    assert story.story().told(go_live=story.go_live) == story.expected


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_told_in_another_order_it_is_the_same_story(story):
    facts = story.story().facts()
    for seed in range(5):
        shuffled = random.Random(seed)
        events = shuffled.sample(facts.events, len(facts.events))
        episodes = shuffled.sample(facts.episodes, len(facts.episodes))
        again = Facts(facts.subject, facts.kind, tuple(events), tuple(episodes))
        items = due_items(again, all_rules(), ENGLAND, go_live=story.go_live)
        assert [told(item) for item in items] == story.expected


def test_there_are_enough_of_them():
    assert len(STORIES) >= 20
    assert len({story.name for story in STORIES}) == len(STORIES)
