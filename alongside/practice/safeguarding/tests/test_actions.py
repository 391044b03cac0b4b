"""Actions write the record, its event and its episode, and what is due follows."""

import pytest

from alongside.practice.safeguarding import actions
from alongside.practice.safeguarding.tests.world import World, days_ago, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world()


def test_assessment(world):
    a = actions.start_assessment(by=world.amal, case=world.case, started_on=days_ago(50))
    print(a.episode)
