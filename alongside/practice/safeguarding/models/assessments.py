"""The single assessment of a child's needs."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from alongside.practice.safeguarding.models.of_a_case import (
    Lasting,
    ends_after_it_starts,
    imported_once,
    of_a_case,
    open_of_a_child,
)


class Assessment(Lasting):
    """Started on one day, looked at on the way (`internal_review_on`), concluded the day a manager authorised it.

    `factors` are the census's codes, found at the end; a wrong one is kept as it came.
    """

    internal_review_on = models.DateField(null=True, blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    factors = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [open_of_a_child("assessment", "concluded_on"), of_a_case("assessment")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ends_after_it_starts("assessment", "concluded_on"),
            imported_once("assessment", "started_on"),
        ]

    def __str__(self) -> str:
        return f"Assessment from {self.started_on}"
