"""Reading runs and their rows. First argument: the user; another council's runs are not there."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, QuerySet
from procrastinate.contrib.django.models import ProcrastinateWorker

from alongside.entrances.imports.choices import WAITING, WORKING, Result, Status
from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.taking_in.turn import somebody_imports
from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import now
from alongside.platform.common.errors import NotThere
from alongside.record.organisations.selectors import council

ROWS_A_PAGE = 50
# The job worker says every ten seconds that it is there.
QUIET = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a run stands now. `stopped`: it was working, or waiting its turn, and nothing works on it any more."""

    run: ImportRun
    working: bool
    waiting: bool
    stopped: bool

    @property
    def words(self) -> str:
        return str(Status.INTERRUPTED.label if self.stopped else Status(self.run.status).label)


def runs(user: Actor) -> QuerySet[ImportRun]:
    """Every file handed in or brought in, the latest first."""
    return ImportRun.objects.filter(org=user.org).order_by("-created_at")


def run_of(user: Actor, public_id: str) -> ImportRun:
    """The run of this page's address. Raises NotThere."""
    found = ImportRun.objects.select_related("team").filter(org=user.org, public_id=public_id).first()
    if found is None:
        raise NotThere("There is no such page, or it is not one you can open.")
    return found


def standing(user: Actor, run: ImportRun) -> Standing:
    """One that says it is working, while no process holds the council's turn, was killed."""
    busy = run.status in WORKING and somebody_imports(user.org)
    if run.status in WORKING and not busy:
        run.refresh_from_db()  # it may have ended between the two questions
    stopped = run.status == Status.INTERRUPTED or (run.status in WORKING and not busy)
    return Standing(run, working=busy, waiting=run.status in WAITING, stopped=stopped)


def own_number(user: Actor) -> str:
    """The council's own authority number, "" where it is not known: then no file can be told from another's."""
    ours = council()
    return ours.code if ours is not None and ours.org == user.org else ""


def job_worker_answers() -> bool:
    """Whether the process that reads and brings in files is running."""
    return bool(ProcrastinateWorker.objects.filter(last_heartbeat__gte=now() - QUIET).exists())


def counts(user: Actor, run: ImportRun) -> dict[str, int]:
    """How many rows there are of each result."""
    counted = ImportRow.objects.filter(org=user.org, run=run).values_list("result").annotate(Count("id"))
    found = dict(counted)
    return {result.value: found.get(result.value, 0) for result in Result}


def rows(user: Actor, run: ImportRun, result: str = "") -> QuerySet[ImportRow]:
    """Rows of a run in the order of the file; of one result only, if named."""
    found = ImportRow.objects.filter(org=user.org, run=run)
    if result:
        return found.filter(result=result).order_by("line", "id")
    return found.order_by("line", "id")


def progress(user: Actor, run: ImportRun) -> dict[str, Any]:
    """For a page that looks every few seconds."""
    now_ = standing(user, run)
    return {"status": "interrupted" if now_.stopped else run.status, "done": run.done, "of": run.children}
