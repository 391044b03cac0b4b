"""Files brought in: each run, what became of each line, and what the last file said of each child."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from alongside.entrances.imports.choices import Kind, Result, Status
from alongside.platform.common.clock import now
from alongside.platform.common.ids import new_id, new_public_id
from alongside.platform.common.models import Record


class ImportRun(models.Model):
    """One file, from being handed in to being brought in. `totals` counts by result; `about` is what its header says.

    `authority` is set when someone said on purpose that the file is another local authority's.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    public_id = models.CharField(max_length=22, unique=True, default=new_public_id, editable=False)
    org = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.UPLOADED)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    started_by = models.UUIDField(null=True, blank=True)
    started_by_name = models.CharField(max_length=200)
    created_at = models.DateTimeField(default=now)
    began_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    about = models.JSONField(default=dict)
    totals = models.JSONField(default=dict)
    children = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    go_live = models.DateField(null=True, blank=True)
    team = models.ForeignKey("workers.Team", models.PROTECT, null=True, blank=True, related_name="+")
    add_workers = models.BooleanField(default=False)
    authority = models.CharField(max_length=3, blank=True)
    refused = models.CharField(max_length=600, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["org", "-created_at"], name="importrun_latest")]

    def __str__(self) -> str:
        return f"{self.file_name} {self.status}"


class ImportRow(models.Model):
    """What became, or would become, of one line: of a child as a whole, or of something odd in one block of it.

    Before a run is confirmed its rows are the preview; after, the report. `as_given` is the text of what was kept
    aside, so that nothing of the file is lost. For a child who is restricted here `held` stays empty.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows")
    line = models.IntegerField()
    child_ref = models.CharField(max_length=100, blank=True)
    result = models.CharField(max_length=10, choices=Result.choices)
    about = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=30, blank=True)
    field = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=800, blank=True)
    in_file = models.CharField(max_length=300, blank=True)
    held = models.CharField(max_length=300, blank=True)
    as_given = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["run", "result", "line"], name="importrow_list")]

    def __str__(self) -> str:
        return f"{self.line} {self.child_ref} {self.result}"


class ImportedChild(Record):
    """What the last file of a kind said about one child, block by block, for telling apart three things:

    the file says what it said before; the file says something new; somebody has put it right here meanwhile.
    `content` is {block: {field: value}}, `records` {block: id of the record made of it}, `doubts` what was flagged.
    Written in the child's own transaction, so a child that is here has been brought in, whole.
    """

    kind = models.CharField(max_length=8, choices=Kind.choices)
    lea = models.CharField(max_length=3, blank=True)
    child_ref = models.CharField(max_length=100)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    content = models.JSONField(default=dict)
    records = models.JSONField(default=dict)
    doubts = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    last_run = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "kind", "lea", "child_ref"], name="one_imported_child_a_reference"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.lea} {self.child_ref}"
