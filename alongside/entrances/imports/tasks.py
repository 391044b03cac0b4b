"""Jobs: reading a file that was handed in, and bringing it in. The job worker does them, as the role of jobs."""

from uuid import UUID

from procrastinate.contrib.django import app

from alongside.entrances.imports.models import ImportRun


def ask_to_read(run: ImportRun) -> None:
    """Put in the queue, in the caller's transaction."""
    read_file.defer(run=str(run.id))


def ask_to_bring_in(run: ImportRun) -> None:
    """Put in the queue, in the caller's transaction."""
    bring_in.defer(run=str(run.id))


@app.task(name="imports.read_file")
def read_file(run: str) -> None:
    """Read it and make its preview."""
    from alongside.entrances.imports.taking_in.kept_runs import read_kept

    read_kept(UUID(run))


@app.task(name="imports.bring_in")
def bring_in(run: str) -> None:
    """Bring it in, or go on where it was stopped."""
    from alongside.entrances.imports.taking_in.kept_runs import bring_in_kept

    bring_in_kept(UUID(run))
