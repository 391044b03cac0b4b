"""Where a running copy keeps things: all under var/, which git ignores.

ALONGSIDE_VAR names another place for it.
"""

import os
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("ALONGSIDE_VAR") or ROOT / "var").absolute()

POSTGRES = VAR / "postgres"
SECRETS = VAR / "secrets"
STATIC = VAR / "static"
MAIL = VAR / "mail"
IMPORTS = VAR / "imports"
PEOPLE = VAR / "people-to-sign-in.json"  # of the made-up council; there when it was loaded
UPLOADS = VAR / "uploads"
SET_UP_CODE = SECRETS / "set_up_code"  # proves who started an empty copy; gone once there is a council


def private_folder(path: Path) -> Path:
    """`path` as a folder that only this user may enter, made if need be."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    return path


def write_private(path: Path, text: str) -> None:
    """Write `text` where only this user may read it, whole or not at all."""
    private_folder(path.parent)
    unfinished = path.with_name(path.name + ".new")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    unfinished.replace(path)


def kept_secret(name: str) -> str:
    """The secret of that name of this copy, made the first time it is asked for."""
    path = SECRETS / name
    if not path.exists():
        write_private(path, secrets.token_urlsafe(48))
    return path.read_text()
