"""The same meeting typed by two people is kept once."""

from datetime import timedelta

import pytest

from alongside.platform.common.clock import today
from alongside.platform.common.errors import Refused
from alongside.practice.safeguarding.actions import hold_core_group, start_protection_plan
from tests.machinery.council import Council


def test_the_same_meeting_is_not_recorded_twice(council: Council) -> None:
    plan = start_protection_plan(
        by=council.as_system(),
        case=council.cases["Taz"],
        started_on=today() - timedelta(days=9),
        initial_category="NEG",
    )
    amal = council.acting("Amal")
    hold_core_group(by=amal, plan=plan, held_on=today())
    with pytest.raises(Refused, match="already recorded"):
        hold_core_group(by=amal, plan=plan, held_on=today())
