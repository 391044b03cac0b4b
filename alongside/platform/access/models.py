"""Who signs in, and who stands where to whom. It knows plain ids, never children."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from alongside.platform.common.clock import today
from alongside.platform.common.ids import new_id


class Accounts(BaseUserManager["Account"]):
    """Makes accounts. Django asks for these two names."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save()
        return account

    def get_by_natural_key(self, email: str | None) -> "Account":
        return self.get(email__iexact=email)


class Account(AbstractBaseUser):
    """Somebody who may sign in. What they may see comes from ties, never from the account itself."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField(db_index=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.email


class Held(models.Model):
    """Something that a holder has to a subject for a time. `until` is the first day it no longer holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    org = models.UUIDField()
    subject = models.ForeignKey("common.Subject", models.CASCADE, related_name="+")
    holder = models.UUIDField()
    since = models.DateField(default=today)
    until = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.holder} to {self.subject_id}"


class Tie(Held):
    """Why a worker, team, home or account may know a subject. Written only by the action that allocates,
    places, covers or shares, in its own transaction; `source` is that record, so a nightly check can rebuild it."""

    basis = models.CharField(max_length=20)
    section = models.CharField(max_length=40, blank=True)
    source = models.UUIDField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["holder", "subject"], name="tie_holder", condition=Q(until=None)),
            models.Index(fields=["subject"], name="tie_subject"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="tie_ends_after_it_starts"),
        ]


class Restriction(Held):
    """A holder who may see a restricted subject. With no row for you, a restricted subject does not exist for you."""

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["holder"], name="restriction_holder")]


class Exclusion(Held):
    """A holder who must not see this subject, whatever else they hold: any deny wins."""

    because = models.CharField(max_length=40)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["holder"], name="exclusion_holder")]
