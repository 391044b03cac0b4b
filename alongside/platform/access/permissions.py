"""`@may("child.read")`: every view says which permission it needs, and refuses without it.

A view also declares itself by this mark to the access matrix: a route without one fails the tests.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase

from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.platform.access.roles import PERMISSIONS

View = Callable[..., HttpResponseBase]


def may(permission: str) -> Callable[[View], View]:
    """Let only a signed-in actor with `permission` through; anyone else finds nothing there."""
    if permission not in PERMISSIONS:
        raise LookupError(f"No role carries the permission {permission!r}: add it to platform/access/roles.py.")

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor: Actor | None = getattr(request, "actor", None)
            if not actor:  # not "is None": the middleware's actor is found when first asked for
                return redirect_to_login(request.get_full_path())
            identify(actor)
            if not actor.may(permission):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return declare


def everyone(view: View) -> View:
    """A page that needs no sign-in, said on purpose."""
    view.permission = "everyone"  # type: ignore[attr-defined]
    return view
