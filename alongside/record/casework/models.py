"""Cases and who holds them. Both are episodes of the spine too, so that rules and other areas can read them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.platform.common.models import Record


class Case(Record):
    """A spell of work with one child, from the day it was opened. Its key is also its episode's."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="cases")
    team = models.ForeignKey("workers.Team", models.PROTECT, related_name="cases")
    line = models.CharField(max_length=60)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    closing_reason = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "opened_on"], name="case_person"),
            models.Index(fields=["team"], name="case_team_open", condition=Q(closed_on=None)),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("opened_on")), name="case_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line} from {self.opened_on}"


class Allocation(Record):
    """A worker holds a case in a role. Its key is also its episode's. `withdrawn` is an allocation undone.

    `ended_by` is the allocation that took its place, or the case whose closing ended it: undoing that brings it back.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="allocations")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    worker = models.ForeignKey("workers.Worker", models.PROTECT, related_name="allocations")
    role = models.CharField(max_length=40)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=40)
    note = models.CharField(max_length=600, blank=True)
    withdrawn = models.BooleanField(default=False)
    ended_by = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["worker"], name="allocation_now", condition=Q(ended_on=None, withdrawn=False)),
            models.Index(fields=["case"], name="allocation_case"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["case", "role"], condition=Q(ended_on=None, withdrawn=False), name="one_worker_a_role_now"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="allocation_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker}, {self.role}"
