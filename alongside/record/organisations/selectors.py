"""Finding the council and the organisations it works with."""

from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.record.organisations.choices import Kind
from alongside.record.organisations.models import Organisation


def council() -> Organisation | None:
    """The council of this installation, or None before it has been set up."""
    return Organisation.objects.filter(kind=Kind.COUNCIL).order_by("subject_id").first()


def schools(user: Actor) -> QuerySet[Organisation]:
    """The schools this council knows, by name."""
    return Organisation.objects.filter(org=user.org, kind=Kind.SCHOOL).order_by("name")
