"""Strategy discussions and section 47 enquiries (Children Act 1989 s47)."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
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


class StrategyDiscussion(OfACase):
    """Council, police, health and others decided together whether to enquire. `present` are codes of who took part."""

    held_on = models.DateField()
    decided_section47 = models.BooleanField()
    present = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [of_a_case("strategy_discussion")]

    def __str__(self) -> str:
        return f"Strategy discussion of {self.held_on}"


class Section47(Lasting):
    """An enquiry. One from a file stands for its strategy discussion too, because a file holds none.

    The conference that follows names this enquiry; `conference_not_required` is the decision that none does.
    """

    strategy_discussion = models.OneToOneField(
        StrategyDiscussion, models.PROTECT, null=True, blank=True, related_name="section47"
    )
    stands_for_strategy = models.BooleanField(default=False)
    conference_target_on = models.DateField(null=True, blank=True)
    conference_not_required = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [open_of_a_child("section47"), of_a_case("section47")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ends_after_it_starts("section47"),
            imported_once("section47", "started_on"),
            models.CheckConstraint(
                condition=Q(stands_for_strategy=False) | Q(strategy_discussion=None), name="section47_one_strategy"
            ),
        ]

    def __str__(self) -> str:
        return f"Section 47 enquiry from {self.started_on}"
