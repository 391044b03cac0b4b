"""Records of safeguarding a child, one noun a file."""

from alongside.practice.safeguarding.models.assessments import Assessment
from alongside.practice.safeguarding.models.before_court import FamilyGroupMeeting, PreProceedings
from alongside.practice.safeguarding.models.conferences import Conference
from alongside.practice.safeguarding.models.enquiries import Section47, StrategyDiscussion
from alongside.practice.safeguarding.models.need_plans import InNeedPlan, InNeedReview
from alongside.practice.safeguarding.models.protection_plans import CoreGroup, ProtectionPlan

__all__ = [
    "Assessment",
    "Conference",
    "CoreGroup",
    "FamilyGroupMeeting",
    "InNeedPlan",
    "InNeedReview",
    "PreProceedings",
    "ProtectionPlan",
    "Section47",
    "StrategyDiscussion",
]
