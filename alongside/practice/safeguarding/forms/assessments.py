"""Single assessments."""

from typing import Any

from django import forms

from alongside.practice.safeguarding.choices import FACTORS, NO_FACTORS
from alongside.practice.safeguarding.forms.asked import HappeningForm, several


class AssessmentStarted(HappeningForm):
    day_label = "On which day did the assessment start?"
    day_missing = "Say on which day the assessment started."


class AssessmentConcluded(HappeningForm):
    day_label = "On which day did a manager sign off the assessment?"
    day_missing = "Say on which day the assessment was signed off."
    factors = several(
        "What did the assessment find?", FACTORS, "Choose what the assessment found, or “No factors found”."
    )

    def clean_factors(self) -> Any:
        """The census takes "no factors" alone."""
        chosen = self.cleaned_data["factors"]
        if NO_FACTORS in chosen and len(chosen) > 1:
            raise forms.ValidationError("“No factors found” stands alone. Take it away, or take the others away.")
        return chosen
