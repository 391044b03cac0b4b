"""The council itself, and the schools and agencies it works with."""

from typing import ClassVar

from django.db import models

from alongside.record.organisations.choices import Kind


class Organisation(models.Model):
    """A body with a life of its own. Its key is a Subject, so things can happen to it and be due from it.

    `code` is the authority's three-digit number for a council, the URN for a school, else empty.
    """

    subject = models.OneToOneField("common.Subject", models.PROTECT, primary_key=True, related_name="organisation")
    org = models.UUIDField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "kind", "name"], name="one_organisation_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
