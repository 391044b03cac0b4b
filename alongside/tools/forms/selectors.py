"""Reading one's own drafts. Nobody reads another's, whatever they may see of the child."""

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import now
from alongside.platform.common.errors import NotThere
from alongside.tools.forms.models import UNFINISHED, Draft


def of_author(user: Actor) -> QuerySet[Draft]:
    """Every draft of this user's. A job has no account and writes no drafts."""
    if user.account_id is None:
        return Draft.objects.none()
    return Draft.objects.filter(account=user.account_id)


def my_unfinished(user: Actor) -> QuerySet[Draft]:
    """What this user has begun and not finished, the latest saved first."""
    return of_author(user).filter(UNFINISHED).order_by("-saved_at")


def unfinished_about(user: Actor, form: str, subject: UUID) -> QuerySet[Draft]:
    """The same, of one form about one subject."""
    return my_unfinished(user).filter(form=form, about_id=subject)


def my_draft(user: Actor, draft: UUID) -> Draft:
    """One draft of this user's, finished or not, discarded or not. Raises NotThere."""
    found = of_author(user).filter(id=draft).first()
    if found is None:
        raise NotThere("There is no such draft.")
    return found


def lately_discarded(user: Actor) -> QuerySet[Draft]:
    """What was put away in the last 30 days and can be brought back."""
    since = now() - timedelta(days=30)
    mine = of_author(user).filter(finished_at=None, discarded_at__gte=since)
    return mine.order_by("-discarded_at")
