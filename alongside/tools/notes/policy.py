"""Who may record a visit, and in which role they made it."""

from collections.abc import Collection
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import allowed
from alongside.platform.common.errors import NotThere

# In this order where somebody holds several: a visit by a social worker is one whoever else they are.
DIRECT = ("social_worker", "family_worker", "key_worker")


def check_may_record(actor: Actor, people: Collection[UUID]) -> None:
    """Someone who works with every one of these children. For anyone else they are not there; nothing is written."""
    if allowed(actor, people, "visit.record") != set(people):
        raise NotThere("There is no such page, or it is not one you can open.")


def role_on_visit(actor: Actor, held: Collection[str]) -> str:
    """The role this visit was made in: the one they hold for this child, else their own.

    A key worker's visit is not the social worker's, even where that key worker is also a social worker elsewhere.
    """
    for role in DIRECT:
        if role in held:
            return role
    return next((role for role in DIRECT if role in actor.roles), actor.role)
