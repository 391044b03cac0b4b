"""Strategy discussions and section 47 enquiries."""

from typing import Any

from alongside.practice.safeguarding.choices import PRESENT
from alongside.practice.safeguarding.forms.asked import HappeningForm, choice, several


class StrategyDiscussionHeld(HappeningForm):
    day_label = "On which day was the strategy discussion?"
    day_missing = "Say on which day the strategy discussion was."
    present = several("Who took part?", PRESENT, "Choose who took part.")
    decided_section47 = choice(
        "What did it decide?",
        {"yes": "Enquire under section 47: the enquiry starts that day", "no": "No section 47 enquiry"},
        "Choose what the discussion decided.",
    )

    def said(self) -> dict[str, Any]:
        return {**super().said(), "decided_section47": self.cleaned_data["decided_section47"] == "yes"}


class EnquiryEnded(HappeningForm):
    day_label = "On which day was it decided that no conference was needed?"
    day_missing = "Say on which day it was decided."
