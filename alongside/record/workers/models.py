"""The people who do the work, where they sit, and the roles they hold."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.platform.access.roles import ROLES
from alongside.platform.common.clock import today
from alongside.platform.common.ids import new_id


class Hub(models.Model):
    """A place or part of the service that holds teams."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    name = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "name"], name="one_hub_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team, pod or home. Every case belongs to one, so that no child is nobody's.

    `takes_new` is the team that new children go to when a file or a referral names no team.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    hub = models.ForeignKey(Hub, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)
    takes_new = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "name"], name="one_team_a_name"),
            models.UniqueConstraint(fields=["org"], condition=Q(takes_new=True), name="one_team_takes_new"),
        ]

    def __str__(self) -> str:
        return self.name


class Worker(models.Model):
    """Someone who works for the council. They may hold children before they have an account to sign in with."""

    subject = models.OneToOneField("common.Subject", models.PROTECT, primary_key=True, related_name="worker")
    org = models.UUIDField()
    account = models.OneToOneField("access.Account", models.PROTECT, null=True, blank=True, related_name="worker")
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    job_title = models.CharField(max_length=120, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="workers")
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "email"], condition=~Q(email=""), name="one_worker_an_email"),
        ]

    def __str__(self) -> str:
        return self.name


class RoleHeld(models.Model):
    """A role a worker holds; for a manager of a team, which. `until` is the first day they no longer hold it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    worker = models.ForeignKey(Worker, models.PROTECT, related_name="roles")
    role = models.CharField(max_length=40, choices=[(key, role.title) for key, role in ROLES.items()])
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="roles")
    since = models.DateField(default=today)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="role_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker}: {self.role}"
