"""Who may receive and decide referrals."""

from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import allowed
from alongside.platform.common.errors import NotThere, Refused

ACT = "event.record"
# Working Together: a social worker and their manager decide how to respond.
DECIDING = frozenset({"social_worker", "team_manager", "service_manager"})


def has_role(actor: Actor) -> bool:
    """Whether a role of theirs may receive and decide referrals at all."""
    return actor.is_system or not DECIDING.isdisjoint(actor.roles)


def check_may_receive(actor: Actor, person: UUID, *, is_new: bool) -> None:
    """A child put on the record in this same saving is nobody's yet; any other must be the actor's to know."""
    if not is_new:
        check_may_decide(actor, person)
    elif not has_role(actor):
        raise Refused("Only a social worker or their manager can take a referral. Nothing was saved.")


def check_may_decide(actor: Actor, person: UUID) -> None:
    """Raises NotThere for a child this actor does not stand alongside, Refused for a role that may not decide."""
    if actor.is_system:
        return
    if person not in allowed(actor, [person], ACT):
        raise NotThere("There is no such child.")
    if not has_role(actor):
        raise Refused("Only a social worker or their manager can record this. Nothing was saved.")
