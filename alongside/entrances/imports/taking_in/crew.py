"""Two processes that write children while a third reads the file: twice as fast on two cores, memory flat.

Trap: this module is loaded by a process that has not set Django up yet, so it asks for models only inside functions.
Children go out in small lots over pipes; however the importing process ends, the pipe ends and so does the writer.
"""

import contextlib
import logging
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any

from alongside.entrances.imports.taking_in.job import Job
from alongside.platform.common.errors import PlainError

LOT = 25  # children written between two reports
AHEAD = 2  # lots waiting at each writer, so that none waits for the reader


class LostWriter(PlainError):  # noqa: N818, the words of the work
    """A writing process ended before its time."""


def in_lots(items: Iterable[Any], size: int = LOT) -> Iterator[list[Any]]:
    """Lists of at most `size`."""
    lot: list[Any] = []
    for item in items:
        lot.append(item)
        if len(lot) == size:
            yield lot
            lot = []
    if lot:
        yield lot


def work_through(job: Job, lots: Iterator[list[Any]], processes: int) -> Iterator[Any]:
    """What `write_lot` says of each lot, as they are done. With no processes of its own the work is done here."""
    if processes < 2:
        from alongside.entrances.imports.taking_in.lots import write_lot

        for lot in lots:
            yield write_lot(job, lot)
        return
    crew = Crew(job, processes)
    try:
        yield from crew.through(lots)
    finally:
        crew.leave()


class Crew:
    """Writing processes and their pipes."""

    def __init__(self, job: Job, processes: int) -> None:
        from django.db import connection

        context = multiprocessing.get_context("spawn")
        settings = {
            name: value for name, value in connection.settings_dict.items() if name not in ("TEST", "TIME_ZONE")
        }
        self.pipes: list[Connection] = []
        self.processes = []
        for _ in range(processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=_write, args=(theirs, settings, job), daemon=True)
            with _no_program():
                process.start()
            theirs.close()  # or its end would never be seen
            self.pipes.append(ours)
            self.processes.append(process)

    def through(self, lots: Iterator[list[Any]]) -> Iterator[Any]:
        waiting = dict.fromkeys(self.pipes, 0)
        more = True
        while more or any(waiting.values()):
            for pipe in self.pipes:
                while more and waiting[pipe] < AHEAD:
                    lot = next(lots, None)
                    more = lot is not None
                    if more:
                        self._send(pipe, lot)
                        waiting[pipe] += 1
            for pipe in wait([pipe for pipe, number in waiting.items() if number], timeout=60):  # type: ignore[assignment]
                yield self._answer(pipe)  # type: ignore[arg-type]
                waiting[pipe] -= 1  # type: ignore[index]

    def _send(self, pipe: Connection, lot: Any) -> None:
        try:
            pipe.send(lot)
        except OSError as fault:
            raise self._lost() from fault

    def _answer(self, pipe: Connection) -> Any:
        try:
            said = pipe.recv()
        except (EOFError, OSError) as fault:
            raise self._lost() from fault
        if isinstance(said, BaseException):
            raise said
        return said

    def _lost(self) -> LostWriter:
        return LostWriter(
            "The import stopped: a process that writes it ended. What was brought in is kept; start it again to go on."
        )

    def leave(self) -> None:
        """Let the writers finish the child they are at, then go."""
        for pipe in self.pipes:
            with contextlib.suppress(OSError):
                pipe.close()
        for process in self.processes:
            process.join(timeout=30)
            if process.is_alive():
                process.terminate()


@contextlib.contextmanager
def _no_program() -> Iterator[None]:
    """A new process runs the program that started it once more, unless that program guards itself. Ours shall not,
    whatever started it: meanwhile the program is an empty one."""
    program = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program


def _write(pipe: Connection, settings: dict[str, Any], job: Job) -> None:
    """The life of a writing process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the importing process, which then lets us finish
    write_lot = _set_up(settings, job)
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(_answered(write_lot, job, pipe.recv()))


def _set_up(settings: dict[str, Any], job: Job) -> Callable[[Job, list[Any]], Any]:
    import django

    django.setup()
    from django.db import connection

    from alongside.entrances.imports.taking_in.lots import write_lot
    from alongside.entrances.imports.taking_in.turn import share_writing

    connection.settings_dict.update(settings)
    share_writing(job.by.org)
    return write_lot


def _answered(write_lot: Callable[[Job, list[Any]], Any], job: Job, lot: list[Any]) -> Any:
    try:
        return write_lot(job, lot)
    except PlainError as fault:
        return fault
    except Exception as fault:
        logging.getLogger(__name__).exception("A writer of run %s stopped.", job.run)
        return LostWriter(f"The import stopped: {type(fault).__name__}. What was brought in is kept; start it again.")
