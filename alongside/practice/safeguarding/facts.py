"""Named facts of safeguarding: what a form, a letter, a condition or another area may read of it."""

from typing import Any

from alongside.platform.access.actor import Actor
from alongside.platform.common.named_facts import NamedFact
from alongside.practice.safeguarding.choices import CATEGORIES_OF_ABUSE
from alongside.practice.safeguarding.models import Assessment, ProtectionPlan
from alongside.practice.safeguarding.selectors import stages, standing


def _plan(user: Actor, person: Any) -> ProtectionPlan | None:
    found = standing(user, ProtectionPlan, person.pk).filter(ended_on=None).order_by("-started_on").first()
    return found if isinstance(found, ProtectionPlan) else None


def stage(user: Actor, person: Any) -> str:
    """What weighs most of what is open, or "" with nothing open."""
    held = stages(user, [person.pk]).get(person.pk)
    return held[0].words if held else ""


def on_protection_plan(user: Actor, person: Any) -> bool:
    """Whether the child has a child protection plan now."""
    return _plan(user, person) is not None


def category(user: Actor, person: Any) -> str:
    """The latest category of the plan the child has now, in words."""
    plan = _plan(user, person)
    return CATEGORIES_OF_ABUSE.get(plan.latest_category, plan.latest_category) if plan else ""


def last_assessed(user: Actor, person: Any) -> Any:
    """The day the last assessment was concluded, None if none was."""
    done = standing(user, Assessment, person.pk).exclude(concluded_on=None)
    return done.order_by("-concluded_on").values_list("concluded_on", flat=True).first()


FACTS = (
    NamedFact("safeguarding.stage", "text", "What is open for the child", "ordinary", stage),
    NamedFact(
        "safeguarding.on_protection_plan", "yes_no", "Has a child protection plan", "ordinary", on_protection_plan
    ),
    NamedFact("safeguarding.category", "text", "Category of abuse, the latest", "ordinary", category),
    NamedFact("safeguarding.last_assessed", "date", "Last assessment concluded on", "ordinary", last_assessed),
)
