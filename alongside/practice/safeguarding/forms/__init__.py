"""What is asked when something has happened: a form for each happening, questions as labels."""

from alongside.practice.safeguarding.forms.asked import HappeningForm
from alongside.practice.safeguarding.forms.assessments import AssessmentConcluded, AssessmentStarted
from alongside.practice.safeguarding.forms.before_court import (
    FamilyMeetingHeld,
    FamilyMeetingOffered,
    PreProceedingsStarted,
    PreProceedingsStepped,
)
from alongside.practice.safeguarding.forms.conferences import ConferenceHeld, ConferenceReviewed
from alongside.practice.safeguarding.forms.enquiries import EnquiryEnded, StrategyDiscussionHeld
from alongside.practice.safeguarding.forms.plans import (
    CoreGroupHeld,
    NeedPlanEnded,
    NeedPlanReviewed,
    NeedPlanStarted,
    ProtectionPlanEnded,
)

__all__ = [
    "AssessmentConcluded",
    "AssessmentStarted",
    "ConferenceHeld",
    "ConferenceReviewed",
    "CoreGroupHeld",
    "EnquiryEnded",
    "FamilyMeetingHeld",
    "FamilyMeetingOffered",
    "HappeningForm",
    "NeedPlanEnded",
    "NeedPlanReviewed",
    "NeedPlanStarted",
    "PreProceedingsStarted",
    "PreProceedingsStepped",
    "ProtectionPlanEnded",
    "StrategyDiscussionHeld",
]
