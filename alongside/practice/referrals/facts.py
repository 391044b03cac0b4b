"""Named facts of referrals."""

from typing import Any

from alongside.platform.access.actor import Actor
from alongside.platform.common.named_facts import NamedFact
from alongside.practice.referrals.choices import PRIMARY_NEED
from alongside.practice.referrals.selectors import referrals_of


def received_on(user: Actor, person: Any) -> Any:
    """The day of the latest referral, None without one."""
    found = referrals_of(user, person.pk)
    return found[-1].received_on if found else None


def primary_need(user: Actor, person: Any) -> str:
    """The main need named in the latest referral, in words."""
    found = referrals_of(user, person.pk)
    return PRIMARY_NEED.get(found[-1].primary_need, found[-1].primary_need) if found else ""


def times_referred(user: Actor, person: Any) -> int:
    """How many referrals there have been."""
    return len(referrals_of(user, person.pk))


FACTS = (
    NamedFact("referral.received_on", "date", "Referred on", "ordinary", received_on),
    NamedFact("referral.primary_need", "text", "Main need when referred", "ordinary", primary_need),
    NamedFact("referral.times", "number", "How often referred", "ordinary", times_referred),
)
