"""A request to the council about a child, and what was decided about it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.platform.common.models import Record


class Referral(Record):
    """A referral as it came in. One with no further action opens no case.

    Codes are the census's (`choices.py`); a wrong one is kept as it came. `response` and `decided_on` go together.
    `source` is empty for what was recorded here, else the file, for example "census:2026".
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="referrals")
    case = models.ForeignKey("casework.Case", models.PROTECT, null=True, blank=True, related_name="referrals")
    received_on = models.DateField()
    source_code = models.CharField(max_length=20, blank=True)
    primary_need = models.CharField(max_length=20, blank=True)
    no_further_action = models.BooleanField(default=False)
    acknowledged_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    response = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person"], name="referral_waiting", condition=Q(decided_on=None)),
            models.Index(fields=["case"], name="referral_case"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # Two may come on one day; a file tells them apart by the day alone, so it brings one.
            models.UniqueConstraint(
                fields=["person", "received_on"], condition=~Q(source=""), name="one_imported_referral_a_day"
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("received_on")),
                name="referral_decided_after_received",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_on=None) | Q(acknowledged_on__gte=F("received_on")),
                name="referral_acknowledged_after_received",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None, response="") | (~Q(decided_on=None) & ~Q(response="")),
                name="referral_decided_with_response",
            ),
        ]

    def __str__(self) -> str:
        return f"Referral of {self.received_on}"
