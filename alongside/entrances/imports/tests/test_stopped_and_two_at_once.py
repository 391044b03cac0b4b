"""An import that is killed goes on without a child twice; two at once do not run."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from alongside.config import places
from alongside.entrances.imports.models import ImportedChild, ImportRun
from alongside.entrances.imports.selectors import standing
from alongside.entrances.imports.taking_in.reading import Reading
from alongside.entrances.imports.taking_in.running import bring_in, new_run
from alongside.entrances.imports.taking_in.turn import TURN, Busy, our_turn
from alongside.entrances.imports.tests.bringing_in import Files, last_run
from alongside.entrances.imports.tests.census_files import child, message
from alongside.platform.common.clock import now
from alongside.platform.common.errors import Clash, Refused
from alongside.platform.common.ids import new_id
from alongside.practice.referrals.models import Referral
from alongside.record.people.models import Person
from alongside.record.workers.actions import add_team
from bootstrap import LAUNCHER

pytestmark = pytest.mark.django_db(transaction=True)
CHILDREN = 240
CENSUS = message("".join(child(f"K{number:04}") for number in range(CHILDREN)))


MODULE = ("-m", "alongside.entrances.command_line")


def start(path: Path, *program: str) -> "subprocess.Popen[bytes]":
    """`alongside import-census`, in a process of its own, in this test's database."""
    env = {**os.environ, "ALONGSIDE_DATABASE": str(connection.settings_dict["NAME"]), "PYTHONPATH": str(places.ROOT)}
    command = [sys.executable, *(program or MODULE), "import-census", str(path), "--json", "--processes", "2"]
    return subprocess.Popen(command, env=env, cwd=places.ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def brought_in() -> int:
    return Person.objects.filter(council_ref__startswith="K").count()


def wait_for(what: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 90
    while brought_in() < what:
        assert process.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < end
        time.sleep(0.02)


def test_killed_in_the_middle_it_goes_on_and_brings_no_child_in_twice(files: Files) -> None:
    path = files.write(CENSUS)
    process = start(path)
    wait_for(30, process)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    run = last_run()
    assert run.status == "importing"
    assert standing(files.council.system, run).stopped
    assert brought_in() < CHILDREN
    totals = files.census(path, processes=2)
    assert (totals.children, totals.new, totals.same) == (CHILDREN, CHILDREN, 0), "one run, as if it had not stopped"
    assert ImportRun.objects.count() == 1
    assert last_run().status == "done"
    referrals = Counter(Referral.objects.filter(person__council_ref__startswith="K").values_list("person", flat=True))
    assert (brought_in(), set(referrals.values()), len(referrals)) == (CHILDREN, {1}, CHILDREN)
    assert ImportedChild.objects.count() == CHILDREN
    assert files.census(path).same == CHILDREN


def test_the_command_line_brings_a_file_in_by_two_processes(files: Files) -> None:
    said, _ = start(files.write(CENSUS)).communicate(timeout=120)
    assert b'"new": 240' in said.splitlines()[-1]
    assert brought_in() == CHILDREN


@pytest.mark.parametrize("guard", ['if __name__ == "__main__":', "if True:"])
def test_the_command_that_people_type_brings_a_file_in_by_two_processes(files: Files, guard: str) -> None:
    typed = files.folder / "alongside"
    assert 'if __name__ == "__main__":' in LAUNCHER
    typed.write_text(LAUNCHER.format(python=sys.executable).replace('if __name__ == "__main__":', guard))
    process = start(files.write(CENSUS), str(typed))
    said, _ = process.communicate(timeout=120)
    assert (process.returncode, brought_in()) == (0, CHILDREN)
    assert b'"new": 240' in said.splitlines()[-1]


def test_the_second_of_two_is_told_who_runs_the_first(files: Files, connection_as) -> None:
    other = new_run(files.write(CENSUS, "other.xml"), by=files.council.system, kind="census")
    other.status, other.started_by_name = "importing", "Dara Okafor"
    other.save()
    jobs = connection_as("jobs")
    jobs.execute("select pg_advisory_lock(%s, hashtext(%s))", [TURN, str(files.council.system.org)])
    with pytest.raises(Clash, match=r"Another import is running since .*, started by Dara Okafor: other\.xml"):
        files.census(message())
    assert brought_in() == 0
    assert standing(files.council.system, other).working
    jobs.execute("select pg_advisory_unlock_all()")
    assert standing(files.council.system, other).stopped
    assert files.census(message()).new == 1


def test_the_turn_is_one_council_s(files: Files, connection_as) -> None:
    jobs = connection_as("jobs")
    jobs.execute("select pg_advisory_lock(%s, hashtext(%s))", [TURN, str(files.council.system.org)])
    with our_turn(new_id()):
        pass
    with pytest.raises(Busy), our_turn(files.council.system.org):
        pass


def test_an_exception_in_the_middle_leaves_a_run_that_can_go_on(files: Files) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.census(CENSUS, on_progress=stop)
    run = last_run()
    assert run.status == "interrupted"
    assert 0 < brought_in() < CHILDREN
    found = new_run(files.write(CENSUS), by=files.council.system, kind="census")
    assert found.id == run.id
    assert bring_in(found, Reading("census", files.folder / "census.xml"), by=files.council.system).new == CHILDREN


def test_gone_on_with_in_another_way_it_is_refused(files: Files) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    path, by = files.write(CENSUS), files.council.system
    with pytest.raises(KeyboardInterrupt):
        files.census(path, on_progress=stop)
    before = brought_in()
    with pytest.raises(Refused, match="No day was given, and now it is 1 September 2026"):
        files.census(path, go_live=date(2026, 9, 1))
    other = add_team(by=by, hub=files.council.team.hub, name="Pier")
    with pytest.raises(Refused, match="New children go to Harbour, and now it is Pier"):
        files.census(path, team=other)
    assert (brought_in(), last_run().status) == (before, "interrupted")
    assert files.census(path, team=files.council.team).new == CHILDREN


def test_the_same_day_again_goes_on(files: Files) -> None:
    run = new_run(files.write(message()), by=files.council.system, kind="census", go_live=date(2026, 9, 1))
    run.status, run.began_at = "interrupted", now()
    run.save()
    assert files.census(message(), go_live=date(2026, 9, 1)).children == 1
    assert ImportRun.objects.count() == 1
