"""Sent twice, written once: a double press, or a retry after a lost answer, gets the first answer again."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Sent

View = Callable[..., HttpResponseBase]
CLAIM = """insert into common_sent (key, account, address, answer, at) values (%s, %s, %s, '', now())
on conflict (key) do nothing returning key"""


def new_key() -> str:
    """A key for the hidden field `sent_key` of a form."""
    return str(new_id())


def once(view: View) -> View:
    """Carry out each POST of a form once. Runs inside the request's transaction, below `@may`.

    A second POST with the same key waits for the first to commit (the unique key holds it), then is sent where the
    first was. A form that came back with errors wrote nothing, so its key is free again.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        key = _key(request)
        if key is None:
            return view(request, *args, **kwargs)
        account: UUID = request.user.pk  # type: ignore[assignment]
        if not _claimed(key, account, request.path):
            before = Sent.objects.filter(key=key, account=account).first()
            return HttpResponseRedirect(before.answer if before and before.answer else request.path)
        response = view(request, *args, **kwargs)
        mine = Sent.objects.filter(key=key)
        if response.status_code == HttpResponseRedirect.status_code:
            mine.update(answer=response["Location"][:400])  # type: ignore[index]
        else:
            mine.delete()
        return response

    return guarded


def _key(request: HttpRequest) -> UUID | None:
    if request.method != "POST":
        return None
    try:
        return UUID(request.POST.get("sent_key", ""))
    except ValueError:
        return None


def _claimed(key: UUID, account: UUID, address: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, [key, account, address[:400]])
        return cursor.fetchone() is not None
