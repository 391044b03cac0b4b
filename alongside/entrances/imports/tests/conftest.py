"""The council whose files are brought in."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.db import transaction

from alongside.entrances.imports.tests.bringing_in import Files
from tests.machinery.council import Council, make_council

AsRole = Callable[[str], AbstractContextManager[None]]


@pytest.fixture
def committed(transactional_db: None) -> Council:
    """The small council, committed, so that other processes and roles see it."""
    with transaction.atomic():
        return make_council()


@pytest.fixture
def files(committed: Council, tmp_path: Path, working_as: AsRole) -> Iterator[Files]:
    """Files for it, with Django working as the role of jobs."""
    with working_as("jobs"):
        yield Files(committed, tmp_path)
