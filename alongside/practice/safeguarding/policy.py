"""Who may record what, in the words of the work. These are matters of law, so not everyone who holds a child may."""

from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import allowed
from alongside.platform.common.errors import NotThere, Refused

ACT = "event.record"
MANAGERS = frozenset({"team_manager", "service_manager"})
SOCIAL_WORK = MANAGERS | {"social_worker"}

# What is done -> which roles may record it, for a child they stand alongside.
WHO: dict[str, frozenset[str]] = {
    "assessment": SOCIAL_WORK,
    "enquiry": SOCIAL_WORK,
    "conference": SOCIAL_WORK | {"conference_chair"},
    "protection_plan": SOCIAL_WORK | {"conference_chair"},
    "core_group": SOCIAL_WORK,
    # Working Together lets somebody else than a social worker lead work under section 17.
    "need_plan": SOCIAL_WORK | {"family_worker"},
    "before_court": SOCIAL_WORK,
    "family_meeting": SOCIAL_WORK | {"family_worker"},
}
ONLY = {
    "need_plan": "Only a social worker, a family worker or their manager can record this.",
    "family_meeting": "Only a social worker, a family worker or their manager can record this.",
    "conference": "Only a social worker, the conference chair or a manager can record this.",
    "protection_plan": "Only a social worker, the conference chair or a manager can record this.",
}
OTHERWISE = "Only a social worker or their manager can record this."


def has_role(actor: Actor, what: str) -> bool:
    """Whether a role of theirs may record this at all."""
    return actor.is_system or not WHO[what].isdisjoint(actor.roles)


def check_may_record(actor: Actor, person: UUID, what: str) -> None:
    """Raises NotThere for a child this actor does not stand alongside, Refused for a role that may not record this."""
    if actor.is_system:
        return
    if person not in allowed(actor, [person], ACT):
        raise NotThere("There is no such child.")
    if not has_role(actor, what):
        raise Refused(f"{ONLY.get(what, OTHERWISE)} Nothing was saved.")
