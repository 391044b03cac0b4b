"""The team that children new to us go to."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from alongside.entrances.imports.models import ImportRun
from alongside.entrances.imports.taking_in.job import Job


def team_of(job: Job) -> Any:
    """The team this run was told of, fetched once a process."""
    return _team(job.run)


@lru_cache(maxsize=4)
def _team(run: UUID) -> Any:
    return ImportRun.objects.select_related("team").get(id=run).team
