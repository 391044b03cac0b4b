"""Keeping, finishing, discarding drafts. Nothing typed is refused but for its size; a second window loses nothing."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.http import QueryDict

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.common.clock import now
from alongside.platform.common.errors import Clash, NotThere, Refused
from alongside.platform.common.ids import new_id
from alongside.tools.forms.forms import Fields, typed_in, version_in, window_in
from alongside.tools.forms.models import Draft
from alongside.tools.forms.policy import Of, author_and_draft, slip
from alongside.tools.forms.selectors import of_author

__all__ = [
    "DraftClash", "Fields", "Of", "bring_back_draft", "discard_draft", "finish_draft", "keep_after_sign_out",
    "save_draft", "slip", "typed_in", "version_in", "window_in",
]  # fmt: skip

Content = Mapping[str, list[str]]
LARGEST = 1_000_000  # bytes of JSON
KEPT = timedelta(days=30)
NO_DRAFT = "There is no such draft."


class DraftClash(Clash):
    """The draft was saved elsewhere since this version. `theirs` is how it stands now; nothing was overwritten."""

    def __init__(self, theirs: Draft) -> None:
        super().__init__("This was changed in another window since you opened it. Both are kept: choose what stands.")
        self.theirs = theirs


def save_draft(*, by: Actor, of: Of, version: int, content: Content, window: UUID | None = None) -> Draft:
    """Keep what is typed. `version` is the one it started from, 0 for none. Saving a discarded draft brings it back.

    `window` is the page load it is typed in: a save whose answer was lost is no clash for the same window's next one.
    Raises DraftClash if it was saved elsewhere or finished since, Refused if it is more than 1 MB, NotThere if the id
    is another person's.
    """
    _check_size(content)
    mine = of_author(by).filter(id=of.id, finished_at=None)
    at = now()
    values: dict[str, Any] = {"content": dict(content), "window": window, "saved_at": at, "discarded_at": None}
    if mine.filter(version=version).update(version=F("version") + 1, **values):
        return Draft(id=of.id, org=by.org, version=version + 1, saved_at=at, content=dict(content))
    found = of_author(by).filter(id=of.id).first()
    if found is None:
        return _begin(by, of, content, window)
    if found.content == dict(content) and not found.finished_at:
        return found  # a retry of a save whose answer was lost
    if window and mine.filter(version=found.version, window=window).update(version=F("version") + 1, **values):
        found.version, found.saved_at = found.version + 1, at
        return found
    raise DraftClash(found)


def _begin(by: Actor, of: Of, content: Content, window: UUID | None) -> Draft:
    if by.account_id is None:
        raise NotThere(NO_DRAFT)
    draft = Draft(id=of.id, org=by.org, account=by.account_id, form=of.form, about_id=of.about, content=dict(content))
    draft.title, draft.page, draft.window = of.title[:200], of.page, window
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError:
        if found := of_author(by).filter(id=of.id).first():  # another window of the author's began it just now
            raise DraftClash(found) from None
        raise NotThere(NO_DRAFT) from None
    return draft


def _check_size(content: Content) -> None:
    if len(json.dumps(dict(content))) > LARGEST:
        raise Refused(
            "This is more than one draft can hold (1 MB, some 300 pages). What was saved before is safe. "
            "Finish this in two parts: copy the end of it into a second one."
        )


def keep_after_sign_out(post: QueryDict) -> Of | None:
    """A press on Save that came after the session had ended: keep its words for whoever the page's signed slip names.

    Nothing is shown and nothing else is written. If the draft was changed elsewhere they become a draft of their own.
    Returns where they are, None if the slip is not ours. Must run inside a transaction.
    """
    known = author_and_draft(post.get("draft_of", ""))
    if known is None:
        return None
    author, of = known
    identify(author)
    try:
        save_draft(by=author, of=of, version=version_in(post), content=typed_in(post), window=window_in(post))
    except DraftClash:
        of = replace(of, id=new_id())
        save_draft(by=author, of=of, version=0, content=typed_in(post))
    finally:
        identify(None)
    return of


def finish_draft(*, by: Actor, draft: UUID, version: int, became: UUID, window: UUID | None = None) -> None:
    """The draft became a record. One that was never saved is nothing to finish. Raises DraftClash as `save_draft`."""
    mine = of_author(by).filter(id=draft, finished_at=None)
    here = Q(version=version) | Q(window=window) if window else Q(version=version)
    done = mine.filter(here).update(finished_at=now(), finished_as=became, version=F("version") + 1, discarded_at=None)
    if not done and (found := of_author(by).filter(id=draft).first()):
        raise DraftClash(found)


def discard_draft(*, by: Actor, draft: UUID) -> Draft:
    """Put a draft away. It is kept 30 days and can be brought back. Also removes what was put away longer ago."""
    found = _mine(by, draft)
    Draft.objects.filter(id=draft).update(discarded_at=now())
    old = now() - KEPT
    of_author(by).filter(Q(discarded_at__lt=old) | Q(finished_at__lt=old)).delete()
    return found


def bring_back_draft(*, by: Actor, draft: UUID) -> Draft:
    """Undo a discard."""
    found = _mine(by, draft)
    Draft.objects.filter(id=draft).update(discarded_at=None)
    return found


def _mine(by: Actor, draft: UUID) -> Draft:
    found = of_author(by).filter(id=draft, finished_at=None).first()
    if found is None:
        raise NotThere(NO_DRAFT)
    return found
