"""Reading one's own drafts. Nobody reads another's, whatever they may see of the child."""

from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import now
from alongside.platform.common.errors import NotThere
from alongside.tools.forms.models import UNFINISHED, Draft


def my_unfinished(user: Actor) -> QuerySet[Draft]:
    """What this user has begun and not finished, the latest saved first."""
    return Draft.objects.filter(UNFINISHED, account=user.account_id).order_by("-saved_at")


def unfinished_about(user: Actor, form: str, subject: UUID) -> QuerySet[Draft]:
    """The same, of one form about one subject."""
    return my_unfinished(user).filter(form=form, about_id=subject)


def my_draft(user: Actor, draft: UUID) -> Draft:
    """One draft of this user's, finished or not, discarded or not. Raises NotThere."""
    found = Draft.objects.filter(id=draft, account=user.account_id).first()
    if found is None:
        raise NotThere("There is no such draft.")
    return found


def lately_discarded(user: Actor) -> QuerySet[Draft]:
    """What was put away in the last 30 days and can be brought back."""
    since = now() - timedelta(days=30)
    mine = Draft.objects.filter(account=user.account_id, finished_at=None, discarded_at__gte=since)
    return mine.order_by("-discarded_at")
