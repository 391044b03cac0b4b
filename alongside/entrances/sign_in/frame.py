"""What the frame of every page needs, put there once: who reads, where they may go, the council's name."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import today
from alongside.record.organisations.selectors import council

# (name of the page, its words, the permission it needs): only pages that exist and that this reader may open are shown.
MENU = (
    ("desk:my_day", "My day", "my_day.read"),
    ("desk:caseload", "Children", "caseload.read"),
    ("forms:unfinished", "Unfinished", "visit.record"),
    ("desk:team", "Team", "team.read"),
    ("desk:waiting", "Waiting for a worker", "team.read"),
    ("desk:not_seen", "Not seen", "team.read"),
    ("imports:runs", "Files", "file.import"),
    ("council:set_up", "Hubs, teams and workers", "council.set_up"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Safe on error pages and before sign-in, where there is no actor."""
    actor: Actor | None = getattr(request, "actor", None)
    if not actor:
        return {"today": today(), "footer_links": footer_links()}
    return {
        "actor": actor,
        **council_words(actor.org),
        "nav": menu(actor, request.path),
        "home_href": "/",
        "sign_out_href": address("account_logout"),
        "account_href": address("account_change_password"),
        "today": today(),
        "undo": request.session.pop("undo", None),
        "footer_links": footer_links(),
    }


@lru_cache(maxsize=64)
def council_words(org: UUID) -> dict[str, Any]:
    """The council's name, and whether everyone in it is made up. Asked once: neither changes while pages are open."""
    found = council()
    return {"council": found.name if found else "", "made_up": settings.MADE_UP}


def menu(actor: Actor, path: str) -> list[dict[str, Any]]:
    """The main menu of this reader; the entry they are under is current."""
    entries = [(address(name), text) for name, text, permission in MENU if actor.may(permission)]
    under = max((href for href, _ in entries if href and path.startswith(href)), key=len, default="")
    return [{"href": href, "text": text, "current": href == under} for href, text in entries if href]


def footer_links() -> list[dict[str, str]]:
    """Pages for everyone that exist."""
    wanted = (("desk:rules", "Rules we count by"), ("desk:help", "Help and keyboard keys"))
    return [{"href": href, "text": text} for name, text in wanted if (href := address(name))]


def address(name: str) -> str:
    """The address of a page, or "" while the area that owns it is not installed."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
