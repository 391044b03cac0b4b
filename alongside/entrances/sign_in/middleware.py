"""Who is acting, for every request; and the one answer for what is not there or not theirs."""

from collections.abc import Callable

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.audit.actions import note_refusal
from alongside.platform.common.errors import Clash, NotThere, PlainError
from alongside.record.workers.selectors import actor_of

GetResponse = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Puts the Actor on the request (None when nobody is signed in), found when first asked for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        if "\0" in request.path:  # no address of ours holds one, and PostgreSQL refuses to look for it
            raise Http404
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The view's transaction is already rolled back here; the refusal is kept in one of its own."""
        if isinstance(error, (NotThere, Http404)):
            _keep_refusal(request)
            return render(request, "404.html", status=404)
        if isinstance(error, PlainError):
            return render(
                request, "said.html", {"sentence": str(error)}, status=409 if isinstance(error, Clash) else 400
            )
        return None


def _actor(request: HttpRequest) -> Actor | None:
    return actor_of(request.user) if request.user.is_authenticated else None  # type: ignore[arg-type]


def _keep_refusal(request: HttpRequest) -> None:
    if not request.user.is_authenticated:
        return
    with transaction.atomic():
        actor = actor_of(request.user)  # type: ignore[arg-type]
        identify(actor)
        note_refusal(actor, "page.refused", ref=request.path)
