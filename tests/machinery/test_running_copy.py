"""A whole copy, started as `make run` starts it: it answers, keeps its data, and leaves nothing behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from alongside.config import places
from alongside.entrances.command_line import COMMANDS, is_there

COMMAND = [sys.executable, "-m", "alongside.entrances.command_line"]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def environment(var: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
    return {**kept, "ALONGSIDE_VAR": str(var)}


def alongside(var: Path, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    env = {**environment(var), **more}
    return subprocess.run([*COMMAND, *words], env=env, cwd=places.ROOT, capture_output=True, text=True, timeout=120)


@contextmanager
def running(var: Path, port: int, stop: int) -> Iterator[None]:
    """A copy that answers; leaving asks it to stop with the signal `stop`."""
    said = var.with_name("said")
    with said.open("w") as out:
        copy = subprocess.Popen(
            [*COMMAND, "run", "--empty", "--port", str(port)],
            env=environment(var),
            cwd=places.ROOT,
            stdout=out,
            stderr=out,
        )
    try:
        end = time.monotonic() + 240
        while "Ctrl-C stops it" not in said.read_text():
            assert copy.poll() is None, said.read_text()
            assert time.monotonic() < end, said.read_text()
            time.sleep(0.1)
        yield
    finally:
        copy.send_signal(stop)
        code = copy.wait(timeout=60)
    assert code == 0, said.read_text()


def processes_of(var: Path) -> list[str]:
    """Command lines of processes that were started for this copy, found by the folder in their environment or words."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            setting = (folder / "environ").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if int(folder.name) != os.getpid() and (str(var) in words or f"ALONGSIDE_VAR={var}" in setting):
            found.append(words)
    return found


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """A var/ of its own. As root the database may lie elsewhere, behind a link; that goes too."""
    yield tmp_path / "var"
    shutil.rmtree((tmp_path / "var" / "postgres").resolve(), ignore_errors=True)


def page(port: int, path: str) -> "urllib.request.http.client.HTTPResponse":  # type: ignore[name-defined]
    return urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20)


@pytest.mark.slow
def test_a_copy_starts_answers_keeps_its_data_and_leaves_nothing(var: Path) -> None:
    port = free_port()
    with running(var, port, signal.SIGINT):
        answer = page(port, "/accounts/login/")
        html = answer.read().decode()
        assert answer.status == 200
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "no-store" in answer.headers["Cache-Control"]
        for style in re.findall(r'href="(/static/[^"]+\.css)"', html):
            assert page(port, style).status == 200
        assert "set-up/" in var.with_name("said").read_text()
        second = alongside(var, "run", "--port", str(port))
        assert second.returncode == 1
        assert f"port {port}" in second.stderr
        assert len(second.stderr.strip().splitlines()) == 1
    assert processes_of(var) == []
    made = (var / "postgres" / "data" / "PG_VERSION").stat().st_ino
    for folder in ("postgres/data", "secrets", "mail"):
        assert (var / folder).stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in (var / "secrets").iterdir() if path.name[:7] != "cluster")

    begun = time.monotonic()
    with running(var, port, signal.SIGTERM):
        seconds = time.monotonic() - begun
        assert seconds < 10 * slowness(), f"the second start took {seconds:.1f} s"
    assert (var / "postgres" / "data" / "PG_VERSION").stat().st_ino == made
    assert processes_of(var) == []


def slowness() -> float:
    """How many times slower than alone this machine is just now: processes that wait for a processor, for each."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def test_a_real_server_needs_trial(tmp_path: Path) -> None:
    said = alongside(
        tmp_path,
        "run",
        ALONGSIDE_DB_STAFF_URL="postgresql://alongside_staff@127.0.0.1:1/none",
        ALONGSIDE_SECRET_KEY="x" * 50,
    )
    assert said.returncode == 1
    assert "--trial" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_real_server_that_does_not_answer_is_said_in_one_sentence(tmp_path: Path) -> None:
    address = "postgresql://alongside_staff:secret@127.0.0.1:1/none"
    said = alongside(tmp_path, "check", ALONGSIDE_DB_STAFF_URL=address, ALONGSIDE_SECRET_KEY="x" * 50)
    assert said.returncode == 1
    assert "could not be reached" in said.stderr
    assert "Traceback" not in said.stderr
    assert "secret" not in said.stderr


def test_a_real_server_needs_a_secret_key_of_its_own(tmp_path: Path) -> None:
    said = alongside(tmp_path, "check", ALONGSIDE_DB_STAFF_URL="postgresql://alongside_staff@127.0.0.1:1/none")
    assert said.returncode == 1
    assert "ALONGSIDE_SECRET_KEY" in said.stderr


def test_help_is_quick_and_loads_no_area(tmp_path: Path) -> None:
    said = alongside(tmp_path, "--help")
    assert said.returncode == 0
    assert {"run", "migrate", "make-roles", "check"} <= set(re.findall(r"^  ([a-z-]+)  ", said.stdout, re.MULTILINE))
    assert not (tmp_path / "secrets").exists()


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if command.words and is_there(command)])
def test_every_command_says_what_it_does_without_a_database(name: str, tmp_path: Path) -> None:
    if name == "manage":
        pytest.skip("its words are Django's own")
    said = alongside(tmp_path, name, "--help")
    assert said.returncode == 0, said.stderr
    assert f"alongside {name}" in said.stdout
    assert not (tmp_path / "postgres").exists()
