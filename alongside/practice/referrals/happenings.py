"""Every "record that it happened" of referrals: what is asked, which referrals it may be about, which action."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.platform.access.actor import Actor
from alongside.practice.referrals import actions, forms
from alongside.practice.referrals.models import Referral


@dataclass(frozen=True, slots=True)
class Happening:
    """`key` is in the address and begins with "referral-"; `kinds` are the events it writes."""

    key: str
    title: str
    kinds: tuple[str, ...]
    form: type[forms.HappeningForm]
    applies: Callable[[Referral], bool]
    record: Callable[..., Any]

    @property
    def done(self) -> str:
        """The note after saving."""
        return f"Recorded: {self.title.removeprefix('Record that ')}"

    def targets(self, referrals: Sequence[Referral]) -> list[Referral]:
        """Those of the referrals that this may be recorded of."""
        return [each for each in referrals if self.applies(each)]


def _decided(by: Actor, target: Referral, on: date, *, response: str) -> Referral:
    return actions.decide_referral(by=by, referral=target, decided_on=on, response=response)


def _acknowledged(by: Actor, target: Referral, on: date) -> Referral:
    return actions.acknowledge_referral(by=by, referral=target, acknowledged_on=on)


HAPPENINGS = (
    Happening(
        "referral-decided",
        "Record that the referral was decided",
        ("referral.decided",),
        forms.Decided,
        lambda referral: referral.decided_on is None,
        _decided,
    ),
    Happening(
        "referral-acknowledged",
        "Record that the person who referred was told",
        ("referral.acknowledged",),
        forms.Acknowledged,
        lambda referral: referral.acknowledged_on is None,
        _acknowledged,
    ),
)
BY_KEY = {each.key: each for each in HAPPENINGS}
