"""A whole life: one strip, then the entries, as we know them now or as we knew them on a day."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.entrances.desk import lives
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import today
from alongside.platform.common.words import full_date
from alongside.platform.design.day_field import PastDay
from alongside.record.casework.selectors import child_bar
from alongside.record.chronology import selectors
from alongside.record.chronology.kinds import all_kinds
from alongside.record.chronology.selectors import PAGE, Wanted
from alongside.record.people import selectors as people
from alongside.record.people.names import first_name

ABOUT = {
    "people": ("Who they are", ("record.people",)),
    "visits": ("Visits and notes", ("tools.notes",)),
    "safety": ("Safety", ("practice.safeguarding",)),
    "help": ("Help and workers", ("record.casework", "practice.referrals")),
}


class ChooseForm(forms.Form):
    """What to show. A day that cannot be read shows today's knowledge and says so."""

    show = forms.ChoiceField(
        choices=[("all", "Everything"), ("chosen", "Significant and turning points")], required=False
    )
    about = forms.MultipleChoiceField(choices=[(key, title) for key, (title, _) in ABOUT.items()], required=False)
    as_at = PastDay("As at", required=False, not_yet="This day has not come yet. We are showing what we know today.")
    order = forms.ChoiceField(
        choices=[("happened", "When it happened"), ("recorded", "When we recorded it")], required=False
    )
    first = forms.ChoiceField(choices=[("latest", "Latest first"), ("oldest", "Oldest first")], required=False)
    words = forms.CharField(required=False, max_length=100)
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000)


@may("child.read")
def chronology(request: HttpRequest, public_id: str) -> HttpResponse:
    """All entries, or those chosen; prints oldest first for court when asked so."""
    user = request.actor
    person = people.child(user, public_id)
    form = ChooseForm(request.GET)
    wanted = _wanted(form)
    page = form.cleaned_data.get("page") or 1
    start = (page - 1) * PAGE
    rows = list(selectors.life(user, person.pk, wanted)[start : start + PAGE + 1])
    days = selectors.days_of_entries(user, person.pk, wanted.as_at)
    episodes = selectors.episodes(user, person.pk, wanted.as_at)
    note_read(user, "chronology.read", [person.pk], ref=f"as at {wanted.as_at or 'now'}")
    # The bar says what holds today, whatever day the page is as at.
    open_now = None if wanted.as_at else [each for each in episodes if each.ended_on is None]
    context = {
        **child_bar(user, person, "desk:chronology", open_now),
        "called": first_name(person),
        "form": form,
        "about": ABOUT,
        "sub": _sub(wanted, start, len(rows[:PAGE]), len(days)),
        "years": lives.years(rows[:PAGE], person, wanted),
        "pages": _pages(request, page, len(rows) > PAGE),
        "for_court": _href(request, first="oldest"),
        "life": lives.strip(person, episodes, days, wanted.as_at or today()),
        "spans": lives.as_table(episodes, wanted.as_at),
        "wanted": wanted,
    }
    return render(request, "desk/chronology.html", context)


def _wanted(form: ChooseForm) -> Wanted:
    form.is_valid()
    given: dict[str, Any] = form.cleaned_data
    areas = {area for key in given.get("about", []) for area in ABOUT[key][1]}
    kinds = frozenset(kind.name for kind in all_kinds().values() if kind.area in areas)
    return Wanted(
        chosen=given.get("show") == "chosen",
        kinds=kinds,
        words=given.get("words", "").strip(),
        as_at=given.get("as_at"),
        by_recorded=given.get("order") == "recorded",
        oldest_first=given.get("first") == "oldest",
    )


def _sub(wanted: Wanted, start: int, shown: int, whole: int) -> str:
    which = f"{start + 1} to {start + shown}" if start and shown else str(shown)
    return f"As at {full_date(wanted.as_at or today())}. Showing {which} of {max(whole, start + shown)} entries."


def _href(request: HttpRequest, **more: str) -> str:
    """This page as it was asked for, from its first page on, with something more asked."""
    asked = request.GET.copy()
    asked.pop("page", None)
    for name, value in more.items():
        asked[name] = value
    return f"?{asked.urlencode()}"


def _pages(request: HttpRequest, page: int, more: bool) -> dict[str, Any]:
    """Links to the pages before this one and, if there is more, to the next; {} where one page holds all."""
    last = page + more
    if last == 1:
        return {}
    links = [{"text": str(n), "href": _href(request, page=str(n)), "current": n == page} for n in range(1, last + 1)]
    return {
        "links": [*links[:1], None, *links[-4:]] if last > 6 else links,
        "earlier": links[page - 2]["href"] if page > 1 else "",
        "later": links[page]["href"] if more else "",
    }
