"""What every record of safeguarding has: its case, its child, where it came from; and, where it lasts, its episode."""

from django.db import models
from django.db.models import F, Q

from alongside.platform.common.models import Record


class OfACase(Record):
    """Something that happened in a case. `source` is empty for what was recorded here, else e.g. "census:2026".

    `withdrawn`: recorded in error. It is kept, and counts for nothing.
    """

    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    source = models.CharField(max_length=60, blank=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Lasting(OfACase):
    """Something that holds from one day to another; `episode` is the same on the spine, where rules read it."""

    episode = models.OneToOneField("chronology.Episode", models.PROTECT, related_name="+")
    started_on = models.DateField()

    class Meta:
        abstract = True


def ends_after_it_starts(name: str, last: str = "ended_on") -> models.CheckConstraint:
    """The last day is not before the first."""
    return models.CheckConstraint(
        condition=Q(**{last: None}) | Q(**{f"{last}__gte": F("started_on")}), name=f"{name}_ends_after_it_starts"
    )


def imported_once(name: str, *fields: str) -> models.UniqueConstraint:
    """A file's own key: the same block again is the same record. What is recorded here is not held to it."""
    return models.UniqueConstraint(
        fields=["case", *fields], condition=~Q(source=""), name=f"{name}_imported_once", nulls_distinct=False
    )


def open_of_a_child(name: str, last: str = "ended_on") -> models.Index:
    """What is open for a child, for a caseload."""
    return models.Index(fields=["person"], name=f"{name}_open", condition=Q(withdrawn=False, **{last: None}))


def of_a_case(name: str) -> models.Index:
    """All of one case."""
    return models.Index(fields=["case"], name=f"{name}_case")
