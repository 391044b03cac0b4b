"""Child protection plans, and the core groups that carry them out."""

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


class ProtectionPlan(Lasting):
    """What keeps a child safe after a conference. The first category of abuse and the latest are both kept.

    `previous_plans` is how many the child had before, with any council (None: not known).
    """

    initial_category = models.CharField(max_length=20)
    latest_category = models.CharField(max_length=20)
    previous_plans = models.PositiveSmallIntegerField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [open_of_a_child("protection_plan"), of_a_case("protection_plan")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ends_after_it_starts("protection_plan"),
            imported_once("protection_plan", "started_on"),
        ]

    def __str__(self) -> str:
        return f"Child protection plan from {self.started_on}"


class CoreGroup(OfACase):
    """The people who carry out the plan met, the family among them."""

    plan = models.ForeignKey(ProtectionPlan, models.PROTECT, related_name="core_groups")
    held_on = models.DateField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [of_a_case("core_group")]

    def __str__(self) -> str:
        return f"Core group of {self.held_on}"
