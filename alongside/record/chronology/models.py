"""The spine: one happening is one event, with several subjects; what holds over time is an episode.

Written only by actions, through `timescales.actions.writing`. Corrected by voiding and writing anew, never by editing.
"""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from alongside.platform.common.clock import now
from alongside.platform.common.ids import new_id
from alongside.record.chronology.choices import Significance


class Episode(models.Model):
    """What holds over time: a case, an allocation, a protection plan. `ended_on` is the day it ended.

    A new one may start that same day; one that started and ended on one day is kept, and overlaps nothing.
    `line` is the service line of a case; `singular` marks kinds of which a subject has one at a time.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    subject = models.ForeignKey("common.Subject", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    case = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    ref = models.UUIDField(null=True, blank=True)
    line = models.CharField(max_length=60, blank=True)
    singular = models.BooleanField(default=False)
    restriction = models.PositiveSmallIntegerField(default=0)
    restricted = models.BooleanField(default=False)
    started_by = models.UUIDField(null=True, blank=True)
    ended_by = models.UUIDField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["subject", "kind"], name="episode_subject")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ExclusionConstraint(
                name="one_episode_at_a_time",
                expressions=[
                    ("subject", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (Func("started_on", "ended_on", function="daterange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(singular=True, voided_at=None),
            ),
            models.CheckConstraint(
                name="episode_ends_after_it_starts", condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} from {self.started_on}"


class Event(models.Model):
    """One dated happening. Holds only what any of its subjects may know; what differs is on `EventSubject`.

    `payload` follows the kind's declaration. `source` is empty for what was recorded here, else e.g. "census:2026".
    `author_name` is kept as it was on the day: people marry, leave and are renamed, and a record is signed once.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    kind = models.CharField(max_length=60)
    case = models.ForeignKey(Episode, models.PROTECT, null=True, blank=True, related_name="+")
    author = models.UUIDField(null=True, blank=True)
    author_name = models.CharField(max_length=200)
    author_role = models.CharField(max_length=40, blank=True)
    payload = models.JSONField(default=dict)
    source = models.CharField(max_length=60, blank=True)
    ref = models.UUIDField(null=True, blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    voided_because = models.CharField(max_length=400, blank=True)

    def __str__(self) -> str:
        return self.kind


class EventSubject(models.Model):
    """An event as one subject has it: own headline, own restriction, own part (seen, seen alone).

    `happened` is an instant; `precise` says whether its time of day is known. `happened_on` is its London date.
    A list of a child's life reads this table by one index.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    event = models.ForeignKey(Event, models.PROTECT, related_name="abouts")
    subject = models.ForeignKey("common.Subject", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    happened = models.DateTimeField()
    happened_on = models.DateField()
    precise = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(default=now)
    voided_at = models.DateTimeField(null=True, blank=True)
    headline = models.CharField(max_length=300)
    line = models.CharField(max_length=400, blank=True)
    words = models.CharField(max_length=600, blank=True)
    significance = models.CharField(max_length=14, choices=Significance.choices, default=Significance.ROUTINE)
    restriction = models.PositiveSmallIntegerField(default=0)
    restricted = models.BooleanField(default=False)
    episodes = ArrayField(models.UUIDField(), default=list, blank=True)
    part = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject", "-happened", "-id"], name="eventsubject_life"),
            models.Index(fields=["event"], name="eventsubject_event"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["event", "subject"], name="one_part_a_subject"),
        ]

    def __str__(self) -> str:
        return self.headline
