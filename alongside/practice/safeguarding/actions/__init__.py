"""Every way to write in safeguarding, one noun a file. Its reserved kinds of event are written nowhere else."""

from alongside.practice.safeguarding.actions.assessments import conclude_assessment, start_assessment
from alongside.practice.safeguarding.actions.before_court import (
    hold_family_group_meeting,
    offer_family_group_meeting,
    start_pre_proceedings,
    step_pre_proceedings,
)
from alongside.practice.safeguarding.actions.conferences import hold_conference, review_conference
from alongside.practice.safeguarding.actions.corrections import correct_record
from alongside.practice.safeguarding.actions.enquiries import end_section47, hold_strategy_discussion, start_section47
from alongside.practice.safeguarding.actions.need_plans import end_in_need_plan, review_in_need_plan, start_in_need_plan
from alongside.practice.safeguarding.actions.protection_plans import (
    end_protection_plan,
    hold_core_group,
    start_protection_plan,
)
from alongside.practice.safeguarding.actions.taking_back import entry_to_take_back, take_back

__all__ = [
    "conclude_assessment",
    "correct_record",
    "end_in_need_plan",
    "end_protection_plan",
    "end_section47",
    "entry_to_take_back",
    "hold_conference",
    "hold_core_group",
    "hold_family_group_meeting",
    "hold_strategy_discussion",
    "offer_family_group_meeting",
    "review_conference",
    "review_in_need_plan",
    "start_assessment",
    "start_in_need_plan",
    "start_pre_proceedings",
    "start_protection_plan",
    "start_section47",
    "step_pre_proceedings",
    "take_back",
]
