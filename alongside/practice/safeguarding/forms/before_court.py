"""Pre-proceedings and family group meetings."""

from alongside.practice.safeguarding.choices import PRE_PROCEEDINGS_OUTCOME
from alongside.practice.safeguarding.forms.asked import HappeningForm, choice


class PreProceedingsStarted(HappeningForm):
    day_label = "On which day did the legal planning meeting decide on pre-proceedings?"
    day_missing = "Say on which day it was decided."


class PreProceedingsStepped(HappeningForm):
    day_label = "On which day was it decided to step up or down?"
    day_missing = "Say on which day it was decided."
    outcome = choice("What was decided, in the census’s letters?", PRE_PROCEEDINGS_OUTCOME, "Choose what was decided.")


class FamilyMeetingOffered(HappeningForm):
    day_label = "On which day was the family offered a family group meeting?"
    day_missing = "Say on which day the meeting was offered."


class FamilyMeetingHeld(HappeningForm):
    day_label = "On which day was the family group meeting held?"
    day_missing = "Say on which day the meeting was held."
