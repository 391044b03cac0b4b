"""The one decision: may this actor do this to this section of this subject. Pure; deny by default; any deny wins.

The order is binding (design §4): conflict lockout, exclusion, seal, restriction, relationship, share grant, section,
field.
Lockouts and seals arrive with the Need to know issue; their places are kept here, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.platform.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands between an actor and one subject today, fetched in one query by `selectors.standing`."""

    subject: UUID
    bases: tuple[tuple[str, str], ...] = ()  # (basis, section); section "" is the whole record
    excluded: bool = False
    restricted: bool = False
    cleared: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes or no, and which rule said so (for the audit, never for the person refused)."""

    allowed: bool
    rule: str


def decide(actor: Actor, standing: Standing, section: str, act: str) -> Answer:
    """May `actor` do `act` to `section` of the subject of `standing`?"""
    if actor.is_system:
        return Answer(True, "system")
    if not actor.may(act):
        return Answer(False, "role")
    if standing.excluded:
        return Answer(False, "exclusion")
    if standing.restricted and not standing.cleared:
        return Answer(False, "restriction")
    return _by_tie(standing.bases, section)


def _by_tie(bases: Sequence[tuple[str, str]], section: str) -> Answer:
    for basis, reach in bases:
        if not reach or reach == section:
            return Answer(True, basis)
    return Answer(False, "no tie")
