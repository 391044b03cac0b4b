"""A whole copy of Alongside for a journey: real processes, a database of its own, real transactions.

def test_a_day(site):
    with site.inside("jobs"):       # Django in this test works in the site's database, as that role
        ...make what the journey needs...
    page.goto(site.address + "/")
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from alongside.config import places
from tests.machinery.database import in_role
from tests.machinery.template import drop_test_database, make_test_database


@dataclass(frozen=True)
class Site:
    address: str
    database: str
    blocker: "pytest.FixtureRequest"

    @contextlib.contextmanager
    def inside(self, role: str = "staff") -> Iterator[None]:
        with self.blocker.unblock(), in_role(role, self.database):  # type: ignore[attr-defined]
            yield


@pytest.fixture(scope="module")
def site(running_cluster: None, django_db_blocker: "pytest.FixtureRequest") -> Iterator[Site]:
    """One site for all journeys of a file, empty at first."""
    name, port = f"test_{os.getpid()}_site", _free_port()
    make_test_database(name)
    web = _start(name, port)
    try:
        _wait_for(port, web)
        yield Site(f"http://127.0.0.1:{port}", name, django_db_blocker)
    finally:
        web.terminate()
        web.wait(timeout=20)
        drop_test_database(name)


def _start(database: str, port: int) -> "subprocess.Popen[bytes]":
    env = {**os.environ, "ALONGSIDE_DATABASE": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    bind = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "-c", "python:alongside.config.gunicorn", "-b", bind]
    return subprocess.Popen([*command, "alongside.config.wsgi"], env=env, cwd=places.ROOT)


def _wait_for(port: int, web: "subprocess.Popen[bytes]", seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if web.poll() is not None:
            raise RuntimeError(f"The site ended at once, with exit code {web.returncode}.")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"The site did not answer within {seconds} seconds.")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
