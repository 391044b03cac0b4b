"""The rules everything is counted by, with their sources; and help."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.platform.access.permissions import may
from alongside.platform.access.roles import ROLES
from alongside.platform.common.words import full_date
from alongside.record.timescales.engine.rule import Editions, Rule
from alongside.record.timescales.rules import all_rules

CONFIDENCE = {
    "V": "Read in the provision itself",
    "S": "Read in a secondary page, not yet checked against the source",
    "M": "From memory: not yet checked against the source",
    "L": "Local setting: there is no national number",
}
FORCE = {"law": "Law", "guidance": "Statutory guidance", "local": "Local setting"}


@may("help.read")
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule, in words, with source, edition and how far it has been checked."""
    return render(request, "desk/rules.html", {"rules": [_of(each) for each in all_rules()]})


def _of(editions: Editions) -> dict[str, Any]:
    return {"key": editions.key, **in_words(editions.last), "earlier": [_span(each) for each in editions.all[:-1]]}


def in_words(rule: Rule) -> dict[str, Any]:
    """A rule as its page says it."""
    about = rule.about
    owner = ROLES.get(about.owed_by)
    return {
        "title": about.title,
        "means": about.means,
        "met_when": about.met_when,
        "source": about.source,
        "source_url": about.source_url,
        "edition": rule.edition,
        "force": FORCE.get(about.force, about.force),
        "confidence": CONFIDENCE[about.confidence],
        "unchecked": about.confidence in ("S", "M"),
        "checked_on": full_date(about.checked_on),
        "in_force": _span(rule),
        "owed_by": owner.title if owner else about.owed_by.replace("_", " "),
        "note": about.note,
    }


def _span(rule: Rule) -> str:
    until = f" to {full_date(rule.in_force_to)}" if rule.in_force_to else ""
    return f"{rule.edition}: from {full_date(rule.in_force_from)}{until}"


@may("help.read")
def help_page(request: HttpRequest) -> HttpResponse:
    """What the pages mean and which keys they know."""
    return render(request, "desk/help.html", {"confidence": CONFIDENCE})
