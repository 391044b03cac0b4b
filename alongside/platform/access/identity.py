"""Telling PostgreSQL who is acting, for this transaction only.

Never for the session: a pooled connection would hand one person's identity to the next (security.md §4.3, trap 1).
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from alongside.platform.access.actor import Actor

SET = "select set_config('alongside.org', %s, true), set_config('alongside.account', %s, true), \
set_config('alongside.holders', %s, true)"


def identify(actor: Actor | None) -> None:
    """Set, or with None clear, the identity that row security reads. Must run inside a transaction."""
    org, account, holders = ("", "", "") if actor is None else _settings(actor)
    with connection.cursor() as cursor:
        cursor.execute(SET, [org, account, holders])


def _settings(actor: Actor) -> tuple[str, str, str]:
    return str(actor.org), str(actor.account_id or ""), joined(actor.holders)


def joined(ids: Iterable[UUID]) -> str:
    """A PostgreSQL array literal of ids."""
    return "{" + ",".join(str(each) for each in ids) + "}"
