"""Child protection plans, core groups and child in need plans: each needs only its day."""

from alongside.practice.safeguarding.forms.asked import HappeningForm


class CoreGroupHeld(HappeningForm):
    day_label = "On which day did the core group meet?"
    day_missing = "Say on which day the core group met."


class ProtectionPlanEnded(HappeningForm):
    day_label = "On which day did the child protection plan end?"
    day_missing = "Say on which day the plan ended."


class NeedPlanStarted(HappeningForm):
    day_label = "On which day was the child in need plan agreed?"
    day_missing = "Say on which day the plan was agreed."


class NeedPlanReviewed(HappeningForm):
    day_label = "On which day was the plan reviewed with the family?"
    day_missing = "Say on which day the plan was reviewed."


class NeedPlanEnded(HappeningForm):
    day_label = "On which day did the child in need plan end?"
    day_missing = "Say on which day the plan ended."
