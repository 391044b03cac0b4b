"""What the tests of importing share: a council that commits, and files brought in as the role of jobs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps

from alongside.entrances.imports.actions import import_census, import_people
from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.entrances.imports.taking_in.job import Totals
from tests.machinery.council import Council

QUIET = ("ImportRun", "ImportRow", "AuditEntry", "GoLive")


@dataclass
class Files:
    """Brings files in for the council, as `alongside import-census` does."""

    council: Council
    folder: Path

    def write(self, content: bytes | str, name: str = "census.xml") -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def census(self, content: bytes | Path, **options: Any) -> Totals:
        path = content if isinstance(content, Path) else self.write(content)
        options = {"expected_lea": "201", "processes": 1, **options}
        return import_census(path, by=self.council.system, **options)

    def people(self, content: str, **options: Any) -> Totals:
        return import_people(self.write(content, "people.csv"), by=self.council.system, **options)


def last_run() -> ImportRun:
    return ImportRun.objects.latest("created_at")


def rows(result: str, **more: Any) -> list[ImportRow]:
    """Rows of the last run."""
    return list(ImportRow.objects.filter(run=last_run(), result=result, **more).order_by("line"))


def everything() -> dict[str, int]:
    """How many rows every table of ours has, but for the books that imports keep about themselves."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
    return {model.__name__: model._default_manager.count() for model in ours if model.__name__ not in QUIET}
