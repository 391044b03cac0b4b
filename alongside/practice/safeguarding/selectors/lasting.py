"""All that ever lasted for a child."""

from typing import Any
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.practice.safeguarding.models.of_a_case import Lasting
from alongside.practice.safeguarding.selectors.stages import STAGES


def lasting_records(user: Actor, person: UUID) -> dict[str, list[Any]]:
    """What lasts of one child by kind ("assessment", "section47" …), the earliest first, with its episode and case.

    With those recorded in error: a later file must find them, so as not to bring them again.
    """
    kinds: dict[str, type[Lasting]] = {"assessment" if k == "single_assessment" else k: STAGES[k][0] for k in STAGES}
    return {
        kind: list(
            model._default_manager.filter(org=user.org, person_id=person)
            .select_related("episode", "case")
            .order_by("started_on", "id")
        )
        for kind, model in kinds.items()
    }
