"""Child in need plans (Children Act 1989 s17) and their reviews."""

from typing import ClassVar

from django.db import models

from alongside.practice.safeguarding.models.of_a_case import (
    Lasting,
    OfACase,
    ends_after_it_starts,
    imported_once,
    of_a_case,
    open_of_a_child,
)


class InNeedPlan(Lasting):
    """What is agreed with a family under section 17."""

    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [open_of_a_child("in_need_plan"), of_a_case("in_need_plan")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ends_after_it_starts("in_need_plan"),
            imported_once("in_need_plan", "started_on"),
        ]

    def __str__(self) -> str:
        return f"Child in need plan from {self.started_on}"


class InNeedReview(OfACase):
    """The family and those who help them looked at the plan together."""

    plan = models.ForeignKey(InNeedPlan, models.PROTECT, related_name="reviews")
    held_on = models.DateField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [of_a_case("in_need_review")]

    def __str__(self) -> str:
        return f"Review of {self.held_on}"
