"""The code that proves somebody is the one who started this copy: it lies on its machine, readable by its user only."""

import secrets
from pathlib import Path

from django.conf import settings


def _file() -> Path:
    return Path(settings.SET_UP_CODE_FILE)


def set_up_code() -> str:
    """The code, made when first asked for. `alongside run` prints it while there is no council."""
    file = _file()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(4).upper())
    return file.read_text().strip()


def is_right(given: str) -> bool:
    """Compared in constant time."""
    return secrets.compare_digest(given.strip().upper().encode(), set_up_code().encode())


def forget() -> None:
    """Once used it is gone."""
    _file().unlink(missing_ok=True)
