"""Child protection conferences: the first, and each review."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.practice.safeguarding.models.enquiries import Section47
from alongside.practice.safeguarding.models.of_a_case import OfACase, imported_once, of_a_case
from alongside.practice.safeguarding.models.protection_plans import ProtectionPlan


class Conference(OfACase):
    """Who met decided. `decision` is a code of `choices.CONFERENCE_DECISIONS`, empty when a file does not say.

    `section47` is the enquiry a first conference followed; `plan` is what a review looked at, or the first one began.
    """

    class Kind(models.TextChoices):
        INITIAL = "initial", "First conference"
        REVIEW = "review", "Review conference"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    held_on = models.DateField()
    decision = models.CharField(max_length=20, blank=True)
    section47 = models.ForeignKey(Section47, models.PROTECT, null=True, blank=True, related_name="conferences")
    plan = models.ForeignKey(ProtectionPlan, models.PROTECT, null=True, blank=True, related_name="conferences")

    class Meta:
        indexes: ClassVar[list[models.Index]] = [of_a_case("conference")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            imported_once("conference", "kind", "held_on", "section47", "plan"),
            models.CheckConstraint(condition=Q(kind="initial") | ~Q(plan=None), name="review_has_its_plan"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.held_on}"
