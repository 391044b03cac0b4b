"""What can be recorded of a child's referrals now, and the page on which to do it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.platform.access.actor import Actor
from alongside.practice.referrals import policy
from alongside.practice.referrals.actions import BEFORE
from alongside.practice.referrals.happenings import HAPPENINGS, Happening
from alongside.practice.referrals.selectors.referrals import open_referrals


@dataclass(frozen=True, slots=True)
class Recordable:
    """A line of a list: its words and the address of its page."""

    key: str
    text: str
    href: str


def recordable(user: Actor, person: Any) -> list[Recordable]:
    """What this user can record of this child's referrals now. Only what applies."""
    if not policy.has_role(user):
        return []
    found = open_referrals(user, person.pk)
    return [_line(each, person.subject.public_id) for each in HAPPENINGS if each.targets(found)]


def pages_for(user: Actor, kinds: Iterable[str], public_id: str) -> list[Recordable]:
    """The pages that record an event of one of these kinds, for a due item that waits for it. No query."""
    wanted = frozenset(kinds) if policy.has_role(user) else frozenset()
    return [_line(each, public_id) for each in HAPPENINGS if wanted & set(each.kinds)]


def in_error_page(user: Actor, kind: str, public_id: str, event: UUID) -> str:
    """Where an entry of this kind is taken back; "" for one of another area, or that this user may not record."""
    return reverse("referrals:in_error", args=[public_id, event]) if kind in BEFORE and policy.has_role(user) else ""


def _line(each: Happening, public_id: str) -> Recordable:
    return Recordable(each.key, each.title, reverse("referrals:happened", args=[public_id, each.key]))
