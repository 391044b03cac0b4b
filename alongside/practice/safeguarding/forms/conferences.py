"""Child protection conferences."""

from typing import Any

from django import forms

from alongside.practice.safeguarding.choices import CATEGORIES_OF_ABUSE, CONFERENCE_DECISIONS, REVIEW_DECISIONS
from alongside.practice.safeguarding.forms.asked import HappeningForm, choice

DECIDED = "Choose what the conference decided."


class ConferenceHeld(HappeningForm):
    day_label = "On which day was the conference held?"
    day_missing = "Say on which day the conference was held."
    decision = choice("What did the conference decide?", CONFERENCE_DECISIONS, DECIDED)
    category = choice(
        "If there is a plan, which category of abuse?", CATEGORIES_OF_ABUSE, "Choose one from the list.", required=False
    )
    previous_plans = forms.IntegerField(
        label="If there is a plan, how many did the child have before?",
        help_text="With any council. Leave empty if you do not know",
        required=False,
        min_value=0,
        max_value=99,
        error_messages={"invalid": "Write a whole number, for example 0 or 1."},
    )

    def clean(self) -> dict[str, Any]:
        """A plan has a category; without one there is nothing to categorise."""
        found = super().clean() or self.cleaned_data
        if found.get("decision") == "plan" and not found.get("category"):
            self.add_error("category", "Choose the category of abuse the plan is for.")
        if found.get("decision") == "no_plan":
            found.update(category="", previous_plans=None)
        return found


class ConferenceReviewed(HappeningForm):
    day_label = "On which day was the review conference held?"
    day_missing = "Say on which day the review conference was held."
    decision = choice("What did the conference decide?", REVIEW_DECISIONS, DECIDED)
    category = choice(
        "Did the category of abuse change?",
        {"": "No, it is the same", **{key: f"Yes, to {words.lower()}" for key, words in CATEGORIES_OF_ABUSE.items()}},
        "Choose one from the list.",
        required=False,
    )
