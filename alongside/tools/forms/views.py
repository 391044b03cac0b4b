"""Unfinished writing: the list, the words of one, putting away and bringing back, and saving while somebody types."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from alongside.platform.access.permissions import may
from alongside.platform.access.selectors import allowed
from alongside.platform.common.errors import NotThere, Refused
from alongside.tools.forms import actions, policy, selectors
from alongside.tools.forms.forms import as_answer, typed_in, version_in, window_in
from alongside.tools.forms.models import Draft

View = Callable[..., HttpResponseBase]


@may("visit.record")
@require_GET
def unfinished(request: HttpRequest) -> HttpResponse:
    """What I have begun and not finished."""
    user = request.actor  # type: ignore[attr-defined]
    drafts = list(selectors.my_unfinished(user))
    open_to_me = allowed(user, {d.about_id for d in drafts if d.about_id}, "child.read")
    rows = [{"draft": each, "href": _way_on(each, open_to_me), "begins": begins(each)} for each in drafts]
    away = [{"draft": each, "begins": begins(each)} for each in selectors.lately_discarded(user)]
    return render(request, "forms/unfinished.html", {"rows": rows, "away": away})


def _way_on(draft: Draft, open_to_me: set[UUID]) -> str:
    """Where to carry on; while the child is not open to its author, where its words can be read."""
    if draft.about_id and draft.about_id not in open_to_me:
        return reverse("forms:words", args=[draft.id])
    return f"{draft.page}?draft={draft.id}"


def begins(draft: Draft) -> str:
    """The first words of the longest thing that was typed."""
    said = max(_long_texts(draft), key=len, default="")
    return said if len(said) <= 120 else said[:120].rsplit(" ", 1)[0] + " …"


def _long_texts(draft: Draft) -> list[str]:
    """What was typed, longer than a choice or a date."""
    return [value.strip() for values in draft.content.values() for value in values if " " in value.strip()]


@may("visit.record")
@require_GET
def words(request: HttpRequest, draft: UUID) -> HttpResponse:
    """The words of one draft and nothing about the child: its author's, whatever they may open now."""
    found = selectors.my_draft(request.actor, draft)  # type: ignore[attr-defined]
    return render(request, "forms/words.html", {"draft": found, "texts": _long_texts(found)})


@may("visit.record")
@require_POST
def discard(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Put away, with a way back."""
    found = actions.discard_draft(by=request.actor, draft=draft)  # type: ignore[attr-defined]
    back = reverse("forms:bring_back", args=[draft])
    request.session["undo"] = {"text": f"“{found.title}” is put away. It is kept for 30 days.", "href": back}
    return redirect("forms:unfinished")


@may("visit.record")
@require_POST
def bring_back(request: HttpRequest, draft: UUID) -> HttpResponse:
    """Undo."""
    actions.bring_back_draft(by=request.actor, draft=draft)  # type: ignore[attr-defined]
    return redirect("forms:unfinished")


@may("visit.record")
@require_GET
def signed_in(request: HttpRequest) -> HttpResponse:
    """Where a sign-in in a second tab ends: the words are in the first."""
    return render(request, "forms/signed_in.html")


def answering_scripts(view: View) -> View:
    """A script cannot follow a redirect to a sign-in page: it is told where that page is, and keeps the words."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.actor:  # type: ignore[attr-defined]
            sign_in = redirect_to_login(reverse("forms:signed_in"))
            return JsonResponse({"sign_in_url": sign_in.url}, status=401)
        return view(request, *args, **kwargs)

    return guarded


@answering_scripts
@may("visit.record")
@require_POST
def autosave(request: HttpRequest) -> HttpResponseBase:
    """What is typed, as it is typed. The page's slip says which draft and whose; another person's is not saved."""
    user = request.actor  # type: ignore[attr-defined]
    known = policy.author_and_draft(request.POST.get("draft_of", ""))
    if known is None or known[0].account_id != user.account_id:
        return JsonResponse({"sign_in_url": reverse("forms:unfinished")}, status=403)
    try:
        kept = actions.save_draft(
            by=user,
            of=known[1],
            version=version_in(request.POST),
            content=typed_in(request.POST),
            window=window_in(request.POST),
        )
    except actions.DraftClash as clash:
        return JsonResponse({"theirs": as_answer(clash.theirs.content), "version": clash.theirs.version}, status=409)
    except Refused as refused:
        return JsonResponse({"message": str(refused)}, status=413)
    except NotThere as gone:
        return JsonResponse({"message": str(gone)}, status=404)
    return JsonResponse({"saved_at": kept.saved_at.isoformat(), "version": kept.version, "draft": str(kept.id)})
