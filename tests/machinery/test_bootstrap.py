"""What a stranger is told when their machine cannot run Alongside: one sentence that says what to do."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import bootstrap

Said = Callable[[Callable[[], None]], str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """The one sentence that something ends with."""

    def ended(what: Callable[[], None]) -> str:
        with pytest.raises(SystemExit) as end:
            what()
        assert end.value.code == 1
        lines = capsys.readouterr().err.strip().splitlines()
        assert len(lines) == 1
        return lines[0]

    return ended


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 15, 0)])
def test_a_python_that_does_not_fit(said: Said, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    assert "needs Python 3.11, 3.12, 3.13 or 3.14" in said(bootstrap.use_a_fitting_python)


def test_another_python_of_the_path_is_used_when_this_one_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: sys.executable if name == "python3.12" else None)
    went_on: list[str] = []
    monkeypatch.setattr(bootstrap.os, "execv", lambda path, words: went_on.extend(words) or sys.exit(0))
    with pytest.raises(SystemExit):
        bootstrap.use_a_fitting_python()
    assert went_on[:2] == [sys.executable, str(Path(bootstrap.__file__).resolve())]


def test_no_venv_module(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    sentence = said(bootstrap.check_venv_module)
    assert "venv module" in sentence
    assert f"python3.{sys.version_info[1]}-venv" in sentence


def test_no_room(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.shutil, "disk_usage", lambda path: SimpleNamespace(free=20 * 1024 * 1024))
    assert "20 MB are free" in said(bootstrap.check_room)


def test_a_changed_lock_is_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, value in (("ROOT", tmp_path), ("VENV", tmp_path), ("PYTHON", sys.executable)):
        monkeypatch.setattr(bootstrap, name, str(value))
    lock = tmp_path / "some.lock"
    lock.write_text("one==1")
    assert not bootstrap.is_installed("some.lock")
    Path(bootstrap.stamp_path("some.lock")).write_text(bootstrap.stamp_of("some.lock"))
    assert bootstrap.is_installed("some.lock")
    lock.write_text("one==2")
    assert not bootstrap.is_installed("some.lock")


def test_an_old_alongside_command_is_written_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path))
    command = tmp_path / "bin" / "alongside"
    command.parent.mkdir()
    command.write_text("an older one")
    bootstrap.write_launcher()
    assert 'if __name__ == "__main__":\n    sys.exit(main())' in command.read_text()
    assert command.stat().st_mode & 0o777 == 0o755
    before = command.stat().st_mtime_ns
    bootstrap.write_launcher()
    assert command.stat().st_mtime_ns == before, "left alone when it is as it should be"
