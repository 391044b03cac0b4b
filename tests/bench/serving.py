"""The product and the floor, each under gunicorn with two plain workers, on a port of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alongside.config import places

WORKERS = 2
SLOWEST_START = 60  # seconds


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    pid: int

    def worked(self) -> float:
        """Milliseconds of processor time that its workers have used so far; 0 where the system does not tell.

        What else runs on the machine makes a page slower, but hardly adds to this.
        """
        each = Path(f"/proc/{self.pid}/task/{self.pid}/children")
        if not each.exists():
            return 0.0
        stats = [Path(f"/proc/{worker}/stat").read_text() for worker in each.read_text().split()]
        used = [stat.rpartition(")")[2].split() for stat in stats]
        return sum(int(fields[11]) + int(fields[12]) for fields in used) * 1000 / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def serving(application: str, settings: str, role: str) -> Iterator[Server]:
    """Serves while inside."""
    port = _free_port()
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings, "ALONGSIDE_ROLE": role}
    command = [sys.executable, "-m", "gunicorn", "-c", "python:alongside.config.gunicorn", "-w", str(WORKERS)]
    server = subprocess.Popen(
        [*command, "-b", f"127.0.0.1:{port}", application],
        env=environment, cwd=places.ROOT, start_new_session=True,
    )  # fmt: skip
    try:
        _wait(server, port)
        yield Server(port, server.pid)
    finally:
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=20)
        server.kill()
        server.wait()


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + SLOWEST_START
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"The server ended at once, with exit code {server.returncode}: see above.")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not listen within {SLOWEST_START} seconds.")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
