"""Making the council and the organisations it works with."""

from uuid import UUID

from django.db import connection, transaction

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Subject
from alongside.record.organisations.choices import Kind
from alongside.record.organisations.models import Organisation
from alongside.record.organisations.selectors import council


def set_up_council(*, name: str, code: str) -> Organisation:
    """The first act on an empty installation. `code` is the three-digit local authority number ("" if not known)."""
    with transaction.atomic():
        _one_at_a_time()
        if council() is not None:
            raise Refused("This council has already been set up. Nothing was changed.")
        key = new_id()
        identify(Actor(org=key, name="Setting up", is_system=True))
        subject = Subject.objects.create(id=key, kind=Subject.Kind.ORGANISATION, org=key)
        return Organisation.objects.create(subject=subject, org=key, kind=Kind.COUNCIL, name=name, code=code)


def _one_at_a_time() -> None:
    """Two presses on "Set up" at once must not make two councils; held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended('the council of this installation', 0))")


def find_or_add_school(*, by: Actor, name: str) -> UUID:
    """The school of this name, added if the council does not know it yet. Returns its subject id."""
    found = Organisation.objects.filter(org=by.org, kind=Kind.SCHOOL, name__iexact=name.strip()).first()
    if found:
        return found.subject_id
    subject = Subject.objects.create(kind=Subject.Kind.ORGANISATION, org=by.org)
    Organisation.objects.create(subject=subject, org=by.org, kind=Kind.SCHOOL, name=name.strip())
    return subject.id
