"""Bringing in a census: how fast, how much memory, and against reading the same file with lxml alone.

The command line does it, in an empty database, as a data manager would.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from lxml import etree

from alongside.config import places
from alongside.config.database.embedded import home
from alongside.platform.access.actor import Actor
from alongside.platform.access.identity import identify
from alongside.record.organisations.actions import set_up_council
from alongside.record.workers.actions import add_hub, add_team
from tests.bench.database import empty, make_copy, working_in

DATABASE = "bench_import"
LEA = "899"  # the made-up census's own
COMMAND_LINE = [sys.executable, "-m", "alongside.entrances.command_line"]
SLOWEST, LARGEST_MB = 60.0, 300.0  # the bars: seconds for 5,500 children, memory of a process


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """One import. `mb` is the most memory that any one of its processes held; the database's own are not counted.

    `cpu_seconds` and `database_seconds` are processor time of its processes and of the database's: what else runs on the
    machine makes `seconds` longer, but hardly these.
    """

    children: int
    file_mb: float
    seconds: float
    cpu_seconds: float
    database_seconds: float
    lxml_seconds: float
    mb: float
    due_items: int
    said: dict[str, Any]

    @property
    def per_second(self) -> float:
        return self.children / self.seconds

    @property
    def times_lxml(self) -> float:
        return self.seconds / self.lxml_seconds


def bring_in(children: int) -> BroughtIn:
    """Make a census of this many children, read it with lxml alone, and bring it in to an empty database."""
    make_copy(DATABASE, like=empty())
    _set_up()
    with tempfile.TemporaryDirectory() as folder:
        _run([*COMMAND_LINE, "make-census", "--children", str(children), "--out", folder])
        file = Path(folder) / "census.xml"
        alone = min(read_alone(file) for _ in range(3))
        before, began = database_worked(), time.perf_counter()
        said, used = _run([*COMMAND_LINE, "import-census", "--json", str(file)])
        seconds, database = time.perf_counter() - began, database_worked() - before
        size = file.stat().st_size / 1e6
    with working_in(DATABASE), connection.cursor() as cursor, transaction.atomic():
        identify(Actor(org=_org(), name="The bench", is_system=True))
        cursor.execute("select count(*) from timescales_dueitem")
        items = cursor.fetchone()[0]
    mb = used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    cpu = used.ru_utime + used.ru_stime
    return BroughtIn(children, size, seconds, cpu, database, alone, mb, items, json.loads(said))


def read_alone(file: Path) -> float:
    """Seconds to read every element of the file with lxml, keeping none."""
    began = time.perf_counter()
    for _, element in etree.iterparse(str(file), tag="Child"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return time.perf_counter() - began


def database_worked() -> float:
    """Seconds of processor time the cluster has used so far, its ended processes too; 0 where the system does not tell."""
    first = (home() / "data" / "postmaster.pid").read_text().split()[0]
    total = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            pid, fields = stat.parent.name, stat.read_text().rpartition(")")[2].split()
            if pid == first or fields[1] == first:
                total += sum(int(each) for each in fields[11 : 15 if pid == first else 13])
    return total / os.sysconf("SC_CLK_TCK")


def told(few: BroughtIn, many: BroughtIn) -> list[tuple[bool | None, str]]:
    """(met, words) of each bar; None where there is none."""
    each = [
        (None, f"import of {found.children:,} children ({found.file_mb:.1f} MB): {found.seconds:.1f} s, "
               f"{found.per_second:.0f} children/s, {found.cpu_seconds:.1f} s of its processes' and "
               f"{found.database_seconds:.1f} s of the database's processor time, "
               f"{found.times_lxml:.0f} × lxml alone ({found.lxml_seconds:.2f} s), {found.mb:.0f} MB, "
               f"{found.due_items:,} due items; {found.said}")
        for found in (few, many)
    ]  # fmt: skip
    grown, larger = many.mb / few.mb, many.file_mb / few.file_mb
    return [
        *each,
        (many.seconds <= SLOWEST, f"import of {many.children:,}: {many.seconds:.1f} s, at most {SLOWEST:.0f}"),
        (many.mb < LARGEST_MB, f"import: {many.mb:.0f} MB in its largest process, under {LARGEST_MB:.0f}"),
        (grown < larger, f"import: a file {larger:.1f} × as large takes {grown:.2f} × the memory"),
    ]


def _set_up() -> None:
    """The council whose census it is, with one team for new children."""
    with working_in(DATABASE), transaction.atomic():
        council = set_up_council(name="Bench Council", code=LEA)
        system = Actor(org=council.org, name="The bench", is_system=True)
        add_team(by=system, hub=add_hub(by=system, name="Marsh Hub"), name="New children", takes_new=True)


def _org() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("select org from workers_team limit 1")
        return cursor.fetchone()[0]


def _run(command: list[str]) -> tuple[str, Any]:
    """(what it printed, what it and all its processes used)."""
    environment = {**os.environ, "ALONGSIDE_DATABASE": DATABASE, "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    with tempfile.TemporaryFile("w+") as out:
        started = subprocess.Popen(command, env=environment, cwd=places.ROOT, stdout=out)
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        if started.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with exit code {started.returncode}: see above.")
        out.seek(0)
        return out.read(), used
