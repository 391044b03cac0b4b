"""Every view declares its permission; what is open is open on purpose."""

import pytest
from django.http import HttpResponse
from django.urls import get_resolver, path

from alongside.platform.access.permissions import everyone, may
from alongside.platform.access.roles import PERMISSIONS
from tests.architecture.routes import routes, undeclared

# Views that are not ours, by the module they are defined in, each with the reason it may stand without a mark.
NOT_OURS = (
    ("allauth.", "Sign-in itself: nobody is signed in yet, or allauth asks for it by its own decorators."),
    ("django.views.static", "Style sheets, scripts and fonts: the same for everyone, about nobody."),
    ("django.contrib.staticfiles", "The same, while developing."),
)


def test_every_view_declares_its_permission():
    faults = undeclared(routes(get_resolver().url_patterns), NOT_OURS)
    assert not faults, "Mark these with @may(…) or @everyone:\n" + "\n".join(faults)


def test_every_permission_declared_is_carried_by_a_role():
    declared = {r.permission for r in routes(get_resolver().url_patterns)} - {None, "everyone"}
    assert declared <= PERMISSIONS


def test_the_walk_finds_pages():
    """A walk that found nothing would pass everything."""
    assert len([r for r in routes(get_resolver().url_patterns) if r.permission]) > 5


def bare(request):
    return HttpResponse()


def test_it_bites_a_bare_view():
    assert len(undeclared(routes([path("lost/", bare)]), NOT_OURS)) == 1


@pytest.mark.parametrize("view", [may("child.read")(bare), everyone(lambda request: HttpResponse())])
def test_it_accepts_a_declared_view(view):
    assert undeclared(routes([path("found/", view)]), NOT_OURS) == []
