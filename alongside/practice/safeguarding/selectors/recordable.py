"""What can be recorded for a child now, and the page on which to do it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.platform.access.actor import Actor
from alongside.practice.safeguarding import policy
from alongside.practice.safeguarding.actions.undoing import UNDOING
from alongside.practice.safeguarding.happenings import HAPPENINGS, Happening
from alongside.practice.safeguarding.open_work import OpenWork, open_work


@dataclass(frozen=True, slots=True)
class Recordable:
    """A line of a list: its words and the address of its page."""

    key: str
    text: str
    href: str


def applying(user: Actor, work: OpenWork) -> list[Happening]:
    """The happenings that something open waits for and that this user may record."""
    return [each for each in HAPPENINGS if policy.has_role(user, each.what) and each.targets(work)]


def recordable(user: Actor, person: Any) -> list[Recordable]:
    """What this user can record for this child now. Only what applies."""
    return [_line(each, person.subject.public_id) for each in applying(user, open_work(user, person.pk))]


def pages_for(user: Actor, kinds: Iterable[str], public_id: str) -> list[Recordable]:
    """The pages that record an event of one of these kinds, for a due item that waits for it. No query."""
    wanted = frozenset(kinds)
    fitting = [each for each in HAPPENINGS if wanted & set(each.kinds) and policy.has_role(user, each.what)]
    return [_line(each, public_id) for each in fitting]


def in_error_page(user: Actor, kind: str, public_id: str, event: UUID) -> str:
    """Where an entry of this kind is taken back; "" for one of another area, or that this user may not record."""
    undoing = UNDOING.get(kind)
    if undoing is None or not policy.has_role(user, undoing.what):
        return ""
    return reverse("safeguarding:in_error", args=[public_id, event])


def _line(each: Happening, public_id: str) -> Recordable:
    return Recordable(each.key, each.title, reverse("safeguarding:happened", args=[public_id, each.key]))
