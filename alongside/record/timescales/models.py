"""Due items as the engine last judged them: dates and how they ended, never today's state (that is a comparison)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.platform.common.ids import new_id


class DueItem(models.Model):
    """Something owed. Its identity (subject, rule, obligation, step) lasts: late reasons and alerts hang on it.

    `status` is open, paused, met, met_late, ended, missed, not_judged, cannot_tell, or withdrawn (its opening was
    voided). `owed_by` is a role; the person is found when it is read. `because` is the grey line under the title.
    Staff never write this table: `timescales_store` does, after judging all facts, whoever pressed Save.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    subject = models.ForeignKey("common.Subject", models.PROTECT, related_name="+")
    case = models.UUIDField(null=True, blank=True)
    rule = models.CharField(max_length=80)
    edition = models.CharField(max_length=40)
    obligation = models.CharField(max_length=120)
    step = models.IntegerField()
    opened_by = models.UUIDField(null=True, blank=True)
    counted_from = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=12)
    closed_by = models.UUIDField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    owed_by = models.CharField(max_length=40)
    because = models.CharField(max_length=400)
    restriction = models.PositiveSmallIntegerField(default=0)
    restricted = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["subject", "due_on"],
                name="dueitem_open",
                condition=Q(status__in=["open", "paused", "cannot_tell"]),
            ),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["subject", "rule", "obligation", "step"], name="dueitem_identity"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.due_on}"


class GoLive(models.Model):
    """The day from which a source's unmet duties are judged: older ones came from a system we cannot answer for."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    source = models.CharField(max_length=60)
    day = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "source"], name="one_go_live_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.day}"
