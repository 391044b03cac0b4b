"""A whole copy of our own, started as `make run` starts it, and its processes, so that they can be killed.

Only what is below the process started here, or holds the database in this copy's own folder, is ever touched.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alongside.config import places

COMMAND = [sys.executable, "-m", "alongside.entrances.command_line"]
LONGEST = 240  # seconds for a start on a busy machine


@dataclass
class Copy:
    """A copy of the product with a var/ of its own. `start` and `stop` as often as need be."""

    var: Path
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = field(default=None)

    @property
    def env(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
        return {**kept, "ALONGSIDE_VAR": str(self.var)}

    def start(self) -> None:
        """Returns when pages answer."""
        self.port = self.port or _free_port()
        said = self.var.with_name("said")
        with said.open("w") as out:
            command = [*COMMAND, "run", "--empty", "--port", str(self.port)]
            self.process = subprocess.Popen(command, env=self.env, cwd=places.ROOT, stdout=out, stderr=out)
        end = time.monotonic() + LONGEST
        while "Ctrl-C stops it" not in said.read_text():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The copy did not start: {said.read_text()}")
            time.sleep(0.1)

    def ask(self, what: str) -> dict[str, Any]:
        """What tests.faults.filling finds or makes in this copy."""
        command = [sys.executable, "-m", "tests.faults.filling", what]
        done = subprocess.run(command, env=self.env, cwd=places.ROOT, capture_output=True, text=True, timeout=180)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return found

    def stop(self, seconds: float = 90) -> int:
        """Ask it to stop, if it still runs. Returns how it ended."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=seconds)

    def ends_by_itself(self, seconds: float) -> bool:
        assert self.process is not None
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=seconds)
        return self.process.poll() is not None

    def web_workers(self) -> list[int]:
        """gunicorn's second processes: below its first, which is below ours."""
        assert self.process is not None
        masters = [each for each in _below(self.process.pid) if "gunicorn" in _words(each)]
        return [worker for master in masters for worker in _below(master)]

    def postmaster(self) -> int:
        """The first process of this copy's own database."""
        return int((self.var / "postgres" / "data" / "postmaster.pid").read_text().split()[0])

    def database_sessions(self) -> list[int]:
        """The processes that serve this copy's web pages."""
        return [each for each in _below(self.postmaster()) if "alongside_staff" in _words(each)]


def kill(pid: int) -> None:
    """As the kernel does when memory runs out: no chance to tidy up."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


@contextlib.contextmanager
def a_copy(folder: Path) -> Iterator[Copy]:
    copy = Copy(folder / "var")
    try:
        copy.start()
        yield copy
    finally:
        if copy.process is not None:
            copy.stop()
        shutil.rmtree((copy.var / "postgres").resolve(), ignore_errors=True)


def _below(parent: int) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(after_name[1]) == parent:
                found.append(int(folder.name))
    return found


def _words(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
