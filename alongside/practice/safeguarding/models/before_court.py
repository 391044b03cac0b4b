"""Pre-proceedings and family group decision-making: module 5 of the census, new in 2026 to 2027."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.practice.safeguarding.models.of_a_case import (
    Lasting,
    OfACase,
    ends_after_it_starts,
    imported_once,
    of_a_case,
    open_of_a_child,
)


class PreProceedings(Lasting):
    """From the legal planning meeting that decided on it to the step up, to court, or down.

    Census items in order: N00827 letter, N00828 and N00829 family group meeting offered in it and held, N00830 first
    meeting, N00831 how many reviews, N00832 and N00833 the decision and its outcome, N00834 application to court,
    N00835 letter that proceedings begin. None: not known.
    """

    letter_sent_on = models.DateField(null=True, blank=True)
    family_meeting_offered = models.BooleanField(null=True, blank=True)
    family_meeting_held = models.BooleanField(null=True, blank=True)
    first_meeting_on = models.DateField(null=True, blank=True)
    review_meetings = models.PositiveSmallIntegerField(null=True, blank=True)
    stepped_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    applied_on = models.DateField(null=True, blank=True)
    proceedings_letter_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            open_of_a_child("pre_proceedings", "stepped_on"),
            of_a_case("pre_proceedings"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ends_after_it_starts("pre_proceedings", "stepped_on"),
            imported_once("pre_proceedings", "started_on"),
        ]

    def __str__(self) -> str:
        return f"Pre-proceedings from {self.started_on}"


class FamilyGroupMeeting(OfACase):
    """The family was offered a meeting to make its own plan, and it was held or not yet."""

    pre_proceedings = models.ForeignKey(
        PreProceedings, models.PROTECT, null=True, blank=True, related_name="family_group_meetings"
    )
    offered_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [of_a_case("family_group_meeting")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(held_on__gte=models.F("offered_on")),
                name="family_meeting_held_after_offer",
            ),
        ]

    def __str__(self) -> str:
        return f"Family group meeting offered {self.offered_on}"
