"""Drafts: what somebody is typing, kept on the server until it is finished."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.platform.common.clock import now
from alongside.platform.common.ids import new_id

UNFINISHED = Q(finished_at=None, discarded_at=None)


class Draft(models.Model):
    """One unfinished form of one author. Its id is made with the page, so a retry never makes a second draft.

    `form` says which form ("visit"), `page` is the path it is written on, `title` what a list calls it. `content` is
    the form as posted: {field: [values]}. `version` goes up by one with every save; a save names the one it started
    from. `window` is the page load that saved last, so that a window never clashes with itself. `finished_as` is the
    record it became. `about` may stop being visible to the author: their words stay theirs, so `restricted` stays
    false here and a stricter wall stands in its place: a row is only ever its author's.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    restricted = models.BooleanField(default=False)
    account = models.UUIDField()
    form = models.CharField(max_length=60)
    about = models.ForeignKey("common.Subject", models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200)
    page = models.CharField(max_length=200)
    content = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    window = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)
    saved_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_as = models.UUIDField(null=True, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "-saved_at"], name="draft_unfinished", condition=UNFINISHED),
        ]

    def __str__(self) -> str:
        return self.title
