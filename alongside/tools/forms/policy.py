"""A page's right to keep what is typed on it, also after its author was signed out.

The page carries a signed slip: whose page, which draft. With it the words of a press on Save that came after the
session ended are kept for their author, and nothing can be read. It holds for a week and for that one draft.
"""

from dataclasses import dataclass
from uuid import UUID

from django.core import signing

from alongside.platform.access.actor import Actor

SALT = "alongside.tools.forms.slip"
A_WEEK = 7 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Of:
    """What a draft is a draft of, as the page being written says. `id` is the draft's own, made with the page."""

    id: UUID
    form: str
    title: str
    page: str
    about: UUID | None = None


def slip(user: Actor, of: Of) -> str:
    """Signed words for the hidden field `draft_of`."""
    about = str(of.about) if of.about else ""
    said = [str(user.org), str(user.account_id), user.name, str(of.id), of.form, of.title, of.page, about]
    return signing.dumps(said, salt=SALT, compress=True)


def author_and_draft(signed: str) -> tuple[Actor, Of] | None:
    """Whose page it was and which draft, or None if the slip is not ours or a week old. The actor may see nothing."""
    try:
        org, account, name, draft, form, title, page, about = signing.loads(signed, salt=SALT, max_age=A_WEEK)
    except (signing.BadSignature, ValueError):
        return None
    of = Of(UUID(draft), form, title, page, UUID(about) if about else None)
    return Actor(org=UUID(org), name=name, account_id=UUID(account)), of
