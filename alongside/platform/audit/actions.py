"""Writing the audit: inside the transaction, before the first byte of the answer leaves. No audit, no data."""

from collections.abc import Iterable
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.audit.models import AuditEntry

Outcome = AuditEntry.Outcome


def entry(actor: Actor, act: str, outcome: str, subjects: Iterable[UUID] = (), ref: object = "") -> AuditEntry:
    """An unsaved row, for writings that save many at once."""
    return AuditEntry(
        org=actor.org,
        account=actor.account_id,
        name=actor.name,
        role=actor.role,
        act=act,
        outcome=outcome,
        subjects=list(subjects),
        ref=str(ref)[:200],
    )


def note_read(actor: Actor, act: str, subjects: Iterable[UUID], ref: object = "") -> None:
    """`actor` looked at these subjects."""
    entry(actor, act, Outcome.READ, subjects, ref).save(force_insert=True)


def note_write(actor: Actor, act: str, subjects: Iterable[UUID], ref: object = "") -> None:
    """`actor` wrote about these subjects."""
    entry(actor, act, Outcome.WROTE, subjects, ref).save(force_insert=True)


def note_refusal(actor: Actor, act: str, subjects: Iterable[UUID] = (), ref: object = "") -> None:
    """`actor` was refused. Called after the rollback, in a transaction of its own, before the 404 leaves."""
    entry(actor, act, Outcome.REFUSED, subjects, ref).save(force_insert=True)
