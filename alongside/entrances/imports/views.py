"""Pages of the data manager. The job worker reads and brings in; pages ask it to, and show how a file stands."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from alongside.entrances.imports import actions, selectors
from alongside.entrances.imports.choices import OF_A_CHILD, Result, Status
from alongside.entrances.imports.forms import FileForm
from alongside.entrances.imports.models import ImportRun
from alongside.entrances.imports.report import report
from alongside.platform.access.actor import Actor
from alongside.platform.access.permissions import may
from alongside.platform.audit.actions import note_read
from alongside.platform.common.clock import london_date
from alongside.platform.common.errors import PlainError
from alongside.platform.common.sent import new_key, once
from alongside.platform.common.words import full_date, time_of_day

RUNS_SHOWN = 50
ODD_FIRST = (Result.KEPT_ASIDE, Result.CORRECTED_HERE, Result.FLAGGED, Result.CHANGED, Result.NEW, Result.SAME)


@may("file.import")
@once
def runs(request: HttpRequest) -> HttpResponse:
    """Every file so far, and handing in another."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = _hand_in(request.actor, form.cleaned_data)  # type: ignore[attr-defined]
            return redirect("imports:run", made.public_id)
        except PlainError as refused:
            form.add_error(None, str(refused))
    actor: Actor = request.actor  # type: ignore[attr-defined]
    context = {
        "form": form,
        "rows": [_line(actor, each) for each in selectors.runs(actor)[:RUNS_SHOWN]],
        "answers": selectors.job_worker_answers(),
        "sent_key": new_key(),
    }
    return render(request, "imports/runs.html", context, status=422 if form.is_bound else 200)


def _hand_in(actor: Actor, given: dict[str, Any]) -> ImportRun:
    return actions.hand_in_file(
        by=actor,
        kind=given["kind"],
        file_name=given["file"].name,
        pieces=given["file"].chunks(),
        go_live=given["go_live"],
        add_workers=given["add_workers"],
    )


def _line(actor: Actor, run: ImportRun) -> dict[str, Any]:
    return {"run": run, "standing": selectors.standing(actor, run), "when": when(run)}


def when(run: ImportRun) -> str:
    """ "21 November 2026, 10:04am"."""
    return f"{full_date(london_date(run.created_at))}, {time_of_day(run.created_at)}"


@may("file.import")
def run(request: HttpRequest, public_id: str) -> HttpResponse:
    """One file: how it stands, what it would do or did, line by line."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = selectors.run_of(actor, public_id)
    stands = selectors.standing(actor, found)
    shown = request.GET.get("result", "")
    shown = shown if shown in Result.values else ""
    context: dict[str, Any] = {
        "run": found,
        "standing": stands,
        "when": when(found),
        "answers": not (stands.waiting or stands.working) or selectors.job_worker_answers(),
        "sent_key": new_key(),
        "result": shown,
        "ours": selectors.own_number(actor),
    }
    if found.status in (Status.PREVIEWED, Status.DONE) or stands.stopped:
        counted = selectors.counts(actor, found)
        context |= {
            "filters": _filters(found, counted, shown),
            "counts": counted,
            **_rows(request, actor, found, shown),
        }
        note_read(actor, "file.read", [], found.id)
    return render(request, "imports/run.html", context)


def _filters(run: ImportRun, counted: dict[str, int], shown: str) -> list[dict[str, Any]]:
    """The results that have rows, what is odd first. The one shown is current."""
    found = [{"text": "All", "number": sum(counted.values()), "href": "?", "current": not shown}]
    for result in ODD_FIRST:
        if counted[result.value]:
            found.append(
                {
                    "text": str(result.label),
                    "number": counted[result.value],
                    "href": f"?result={result.value}",
                    "current": shown == result.value,
                }
            )
    return found


def _rows(request: HttpRequest, actor: Actor, run: ImportRun, shown: str) -> dict[str, Any]:
    pages = Paginator(selectors.rows(actor, run, shown), selectors.ROWS_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    lines = [{"row": row, "words": str(Result(row.result).label), "odd": row.result not in OF_A_CHILD} for row in page]
    return {"lines": lines, "page": page, "pages": _links(page, shown)}


def _links(page: Page, shown: str) -> dict[str, Any]:
    def href(number: int) -> str:
        return f"?result={shown}&page={number}" if shown else f"?page={number}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [
        {"text": f"{number:,}", "href": href(number), "current": number == page.number}
        if isinstance(number, int)
        else None
        for number in numbers
    ]
    return {
        "links": links if page.paginator.num_pages > 1 else [],
        "earlier": href(page.previous_page_number()) if page.has_previous() else "",
        "later": href(page.next_page_number()) if page.has_next() else "",
    }


@may("file.import")
def progress(request: HttpRequest, public_id: str) -> HttpResponse:
    """How far it is, for the page's own script."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return JsonResponse(selectors.progress(actor, selectors.run_of(actor, public_id)))


@may("file.import")
def download(request: HttpRequest, public_id: str) -> HttpResponse | StreamingHttpResponse:
    """All rows as CSV."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = selectors.run_of(actor, public_id)
    note_read(actor, "file.report_downloaded", [], found.id)
    # Joined here, inside the request's transaction: a stream would be read after it, without an identity.
    text = "".join(report(selectors.rows(actor, found).iterator(chunk_size=2000)))
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="import-{found.public_id}.csv"'
    return answer


def _pressed(request: HttpRequest, public_id: str, action: Callable[..., ImportRun], said: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = selectors.run_of(actor, public_id)
    try:
        action(by=actor, run=found)
        messages.info(request, said)
    except PlainError as refused:
        messages.warning(request, str(refused))
    return redirect("imports:run", public_id)


@may("file.import")
@require_POST
@once
def confirm(request: HttpRequest, public_id: str) -> HttpResponse:
    """Bring it in."""
    return _pressed(request, public_id, actions.confirm_run, "The file is being brought in.")


@may("file.import")
@require_POST
@once
def resume(request: HttpRequest, public_id: str) -> HttpResponse:
    """Go on where it stopped."""
    return _pressed(
        request, public_id, actions.resume_run, "It goes on where it stopped. No child is brought in twice."
    )


@may("file.import")
@require_POST
@once
def drop(request: HttpRequest, public_id: str) -> HttpResponse:
    """Do not bring it in."""
    return _pressed(request, public_id, actions.drop_run, "The file was not brought in, and is no longer kept here.")
