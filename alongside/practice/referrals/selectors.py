"""Reading referrals. First argument: the user; the caller has already been given the children by `people`."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.practice.referrals.models import Referral

BEING_DECIDED = "Referral being decided"


def referrals_of(user: Actor, person: UUID) -> "QuerySet[Referral]":
    """The referrals of one child, the latest first."""
    return Referral.objects.filter(org=user.org, person_id=person).select_related("case").order_by("-received_on")


def undecided(user: Actor, people: Iterable[UUID]) -> "QuerySet[Referral]":
    """Referrals of these children that nobody has decided, recorded here: no file says when one was decided."""
    rows = Referral.objects.filter(org=user.org, person_id__in=list(people), decided_on=None, source="")
    return rows.order_by("received_on")


def being_decided(user: Actor, people: Iterable[UUID]) -> set[UUID]:
    """Of these children, those with a referral being decided: one query, for the stage words of a caseload."""
    return set(undecided(user, people).values_list("person_id", flat=True))


def open_referrals(user: Actor, person: UUID) -> "QuerySet[Referral]":
    """Referrals of a child whose case is still open, so that their decision or answer may still be recorded."""
    return referrals_of(user, person).filter(case__closed_on=None).exclude(case=None)
