"""Who looked, wrote or was refused. Insert-only: no role that serves people may change or remove a row.

Rows are not chained here: a separate sealer does that (46 against 1,411 transactions a second, security.md §1.5).
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from alongside.platform.common.ids import new_id


class AuditEntry(models.Model):
    """One look, write or refusal. Never holds the value of a field."""

    class Outcome(models.TextChoices):
        READ = "read"
        WROTE = "wrote"
        REFUSED = "refused"

    # Made here, not by a sequence: an insert that returned the row would need the right to read the audit.
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    org = models.UUIDField(null=True)
    account = models.UUIDField(null=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=40, blank=True)
    act = models.CharField(max_length=80)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    subjects = ArrayField(models.UUIDField(), default=list)
    ref = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [GinIndex(fields=["subjects"], name="audit_subjects")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.name} {self.outcome} {self.act}"
