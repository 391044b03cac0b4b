"""Files that people handed in, kept as they came until they are brought in: a folder only this user may enter.

They hold children's details, so they are outside the database and its copies, and are removed when a run ends.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

PIECE = 1 << 20


def folder() -> Path:
    """The folder, made if need be."""
    place = Path(settings.IMPORTS_FOLDER)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.chmod(0o700)
    return place


def place_of(run: UUID) -> Path:
    """Where the file of this run is kept."""
    return folder() / f"{run}.file"


def keep(run: UUID, pieces: Iterable[bytes]) -> tuple[str, int]:
    """Keep the bytes whole or not at all. Returns their SHA-256 and how many there are."""
    unfinished = folder() / f"{run}.unfinished"
    total = hashlib.sha256()
    size = 0
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
                total.update(piece)
                size += len(piece)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    unfinished.replace(place_of(run))
    return total.hexdigest(), size


def remove(run: UUID) -> None:
    """The file is no longer needed."""
    place_of(run).unlink(missing_ok=True)


def fingerprint(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a file that stays where it is."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            total.update(piece)
    return total.hexdigest(), path.stat().st_size
