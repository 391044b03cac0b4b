"""Who may open, allocate and close, in the words of the work."""

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import allowed
from alongside.platform.common.errors import NotThere
from alongside.record.casework.models import Case


def check_may_allocate(actor: Actor, case: Case) -> None:
    """The manager of the case's team, or of the service. Anyone else learns nothing."""
    _check(actor, case, "case.allocate")


def check_may_close(actor: Actor, case: Case) -> None:
    """A worker who holds the child, or the team's manager."""
    _check(actor, case, "event.record")


def _check(actor: Actor, case: Case, act: str) -> None:
    if actor.is_system:
        return
    if case.person_id not in allowed(actor, [case.person_id], act):
        raise NotThere("There is no such case.")
