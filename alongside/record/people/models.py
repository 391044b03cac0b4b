"""Children and the adults round them: who they are, where and with whom they live, who is who to whom."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Record


class Person(models.Model):
    """A child or an adult. Its key is a Subject. Names may be empty: the census holds none.

    `lea` and `council_ref` are the census's keys (LEA, LAchildID). Codes are the census's; a wrong one is kept as it
    came, with a doubt beside it. `restricted` copies the subject's, for row security.
    """

    subject = models.OneToOneField("common.Subject", models.PROTECT, primary_key=True, related_name="person")
    org = models.UUIDField()
    restricted = models.BooleanField(default=False)
    is_child = models.BooleanField(default=True)
    lea = models.CharField(max_length=3, blank=True)
    council_ref = models.CharField(max_length=40, blank=True)
    given_names = models.CharField(max_length=120, blank=True)
    family_name = models.CharField(max_length=120, blank=True)
    known_as = models.CharField(max_length=120, blank=True)
    pronouns = models.CharField(max_length=40, blank=True)
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=10, blank=True)
    ethnicity = models.CharField(max_length=10, blank=True)
    disabilities = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    upn = models.CharField(max_length=20, blank=True)
    former_upn = models.CharField(max_length=20, blank=True)
    upn_unknown = models.CharField(max_length=10, blank=True)
    nhs_number = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["org", "lea", "council_ref"], condition=~Q(council_ref=""), name="one_person_a_reference"
            ),
        ]

    def __str__(self) -> str:
        return self.council_ref or str(self.subject_id)


class Household(Record):
    """People who live together."""

    name = models.CharField(max_length=200)
    council_ref = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["org", "council_ref"], condition=~Q(council_ref=""), name="one_household_a_reference"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Living(Record):
    """A person lives in a household for a time. `until` is the first day they no longer do."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="livings")
    household = models.ForeignKey(Household, models.PROTECT, related_name="livings")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="living_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.household}"


class Address(Record):
    """Where a household lives. Protected addresses are another record (Need to know), never this one."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="addresses")
    lines = models.CharField(max_length=300)
    postcode = models.CharField(max_length=10, blank=True)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.lines}, {self.postcode}".strip(", ")


class Relationship(Record):
    """Who `other` is to `person` ("mother"), and whether they hold parental responsibility (None: not known)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="relations")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    parental_responsibility = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "other", "kind"], name="one_relationship_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.other}: {self.kind} of {self.person}"


class SchoolPlace(Record):
    """The school a file said a child goes to. Enrolment with its law comes with the education area."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="school_places")
    school = models.ForeignKey("common.Subject", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Correction(Record):
    """What was held of a person before it was put right, and what after, in words; who did it and when.

    `source` is empty where a worker did it on "Who this is", else the file ("census:2026").
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="corrections")
    field = models.CharField(max_length=60)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    by = models.UUIDField(null=True, blank=True)
    by_name = models.CharField(max_length=200)
    source = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["person", "-at"], name="correction_person")]

    def __str__(self) -> str:
        return f"{self.field}: {self.before} to {self.after}"


class Doubt(models.Model):
    """Something a file said about a child that may be wrong. It went in as it came; somebody should look.

    `about` says which block ("Referral of 6 October 2022"); `code` is the census's own rule where there is one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    restricted = models.BooleanField(default=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="doubts")
    about = models.CharField(max_length=200, blank=True)
    field = models.CharField(max_length=60)
    code = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=400)
    source = models.CharField(max_length=60)
    line = models.PositiveIntegerField(null=True, blank=True)
    found_on = models.DateField()
    settled_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.reason
