"""Reading referrals. First argument: the user; the caller has already been given the children by `people`."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.practice.referrals.models import Referral

BEING_DECIDED = "Referral being decided"


def referrals_of(user: Actor, person: UUID) -> list[Referral]:
    """The referrals of one child with the cases they opened, the earliest first."""
    rows = Referral.objects.filter(org=user.org, person_id=person).select_related("case")
    return list(rows.order_by("received_on", "id"))


def undecided(user: Actor, people: Iterable[UUID]) -> "QuerySet[Referral]":
    """Referrals of these children that nobody has decided, recorded here: no file says when one was decided."""
    rows = Referral.objects.filter(org=user.org, person_id__in=list(people), decided_on=None, source="")
    return rows.order_by("received_on")


def being_decided(user: Actor, people: Iterable[UUID]) -> set[UUID]:
    """Of these children, those with a referral being decided: one query, for the stage words of a caseload."""
    return set(undecided(user, people).values_list("person_id", flat=True))


def open_referrals(user: Actor, person: UUID) -> list[Referral]:
    """Referrals of a child whose case is still open, so that their decision or answer may still be recorded."""
    return [each for each in referrals_of(user, person) if each.case is not None and each.case.closed_on is None]
