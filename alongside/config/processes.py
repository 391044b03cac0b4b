"""The processes of a running copy: started together, stopped together."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import Self

from alongside.config import places
from alongside.config.with_parent import WATCHED
from alongside.platform.common.errors import PlainError

COMMAND_LINE = [sys.executable, "-m", "alongside.entrances.command_line"]
LONGEST_START = 60  # seconds
MOST_STARTS, WITHIN = 5, 300  # the job worker is started again so often within so many seconds, then given up
LONGEST_STOP = 25  # seconds; gunicorn lets a page in the making end, for at most 20


class Stopped(BaseException):
    """Somebody asked this copy to stop: Ctrl-C, the service manager, or the terminal was closed."""


@contextlib.contextmanager
def stop_when_asked() -> Iterator[None]:
    """Inside, being asked to stop unwinds everything in order; then this returns as if all was done."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in asked:  # once is enough: a second Ctrl-C must not cut the tidying short
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    asked = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    for each in asked:
        signal.signal(each, stop)
    try:
        yield
    except Stopped:
        print("\nStopped. What was saved is kept.")


def run_command(*words: str) -> None:
    """Run one of alongside's own commands and wait; its own words say what went wrong."""
    if subprocess.call([*COMMAND_LINE, *words], cwd=places.ROOT, start_new_session=True):
        raise PlainError(f"Alongside was not started: alongside {words[0]} did not end well (see above).")


class Processes:
    """The web server and the job worker. Leaving the block stops both."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.restarts: list[float] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self.running.values():
            process.terminate()
        end = time.monotonic() + LONGEST_STOP
        for process in self.running.values():
            try:
                process.wait(timeout=max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def start_web(self, host: str, port: int) -> None:
        gunicorn = [sys.executable, "-m", "gunicorn", "-c", "python:alongside.config.gunicorn"]
        self._start("web server", [*gunicorn, "-b", f"{host}:{port}", "alongside.config.wsgi"], "staff")

    def start_worker(self) -> None:
        self._start("job worker", [*COMMAND_LINE, "work"], "jobs")

    def _start(self, name: str, command: list[str], role: str) -> None:
        """In a session of its own, so that Ctrl-C reaches this process only, which then stops it."""
        env = {**os.environ, "ALONGSIDE_ROLE": role, WATCHED: "1"}
        self.running[name] = subprocess.Popen(
            command, env=env, cwd=places.ROOT, stdin=subprocess.PIPE, start_new_session=True
        )

    def wait_until_it_answers(self, host: str, port: int) -> None:
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            self._refuse_ended()
            with contextlib.suppress(OSError):
                return self._look(host, port)
            time.sleep(0.05)
        raise PlainError(f"The web server did not answer within {LONGEST_START} seconds.")

    def _look(self, host: str, port: int) -> None:
        page = http.client.HTTPConnection(host, port, timeout=20)
        page.request("GET", "/accounts/login/")
        status = page.getresponse().status
        if status >= 500:
            raise PlainError(f"The web server started, but its first page failed ({status}): see above.")

    def wait(self) -> None:
        """Until asked to stop, or one of them ends by itself and does not come up again, which is a fault."""
        while True:
            self._start_worker_again()
            self._refuse_ended()
            time.sleep(0.5)

    def _start_worker_again(self) -> None:
        """It ends when the database cuts it off. Pages must not go down with it: they find the database again."""
        ended = self.running["job worker"].poll()
        recent = [at for at in self.restarts if time.monotonic() - at < WITHIN]
        if ended is None or len(recent) >= MOST_STARTS:
            return
        print(f"The job worker ended (exit code {ended}). It is started again.", flush=True)
        time.sleep(len(recent))  # a database that comes up again needs a moment
        self.restarts = [*recent, time.monotonic()]
        self.start_worker()

    def _refuse_ended(self) -> None:
        for name, process in self.running.items():
            if process.poll() is not None:
                raise PlainError(f"The {name} ended by itself (exit code {process.returncode}): see above.")
