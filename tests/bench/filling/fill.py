"""Filling an empty database: every row as the product's own actions would have left it, copied in bulk."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from alongside.config.database.make import as_superuser
from alongside.platform.access.models import Account, Tie
from alongside.platform.common.clock import today
from alongside.platform.common.ids import new_id
from alongside.platform.common.models import Subject
from alongside.record.casework.models import Allocation, Case
from alongside.record.chronology.models import Episode, Event, EventSubject
from alongside.record.organisations.models import Organisation
from alongside.record.people.models import Address, Household, Living, Person, Relationship, SchoolPlace
from alongside.record.timescales.models import DueItem
from alongside.record.workers.models import Hub, RoleHeld, Team
from alongside.record.workers.models import Worker as WorkerRow
from tests.bench.filling.children import FAMILY, GIVEN, Child
from tests.bench.filling.copying import Row, copy
from tests.bench.filling.due import plausible_items
from tests.bench.filling.judged import judge_measured
from tests.bench.filling.sizes import Size
from tests.bench.filling.workers import Council, Worker, make_council

JUDGED = ("caseload", "saving", "long", "few")  # by the engine; the others' items are only plausible
ORDER = (Subject, Organisation, Account, Hub, Team, WorkerRow, RoleHeld, Person, Household, Living, Address,
         Relationship, SchoolPlace, Case, Allocation, Tie, Episode, Event, EventSubject, DueItem)  # fmt: skip
CHUNK = 500  # children whose rows are held in memory at a time


def fill(database: str, size: Size, cast_file: Path) -> dict[str, int]:
    """Copy it all in, and write down who is measured at what. Returns the number of rows of each table.

    As the superuser, with the triggers that check foreign keys off: they cost more than all the rest.
    """
    council = make_council(size.workers)
    children = list(_children(council, size))
    school = new_id()
    council.rows[Subject].append({"id": school, "org": council.org, "kind": "organisation"})
    council.rows[Organisation].append(
        {"subject_id": school, "org": council.org, "kind": "school", "name": "Marsh Lane School"}
    )
    counts: dict[str, int] = {}
    with as_superuser(database) as connection, connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        _copy(cursor, council.rows, counts)
        for start in range(0, len(children), CHUNK):
            _copy(cursor, _rows_of(children[start : start + CHUNK], school), counts)
    measured = cast(council, children)
    counts["children judged by the engine"] = judge_measured(database, measured, JUDGED)
    with as_superuser(database) as connection:
        connection.execute("VACUUM (ANALYZE)")
    cast_file.write_text(json.dumps(measured, indent=1))
    return counts


def _copy(cursor: Any, rows: dict[type, list[Row]], counts: dict[str, int]) -> None:
    for model in ORDER:
        if model in rows:
            counts[model.__name__] = counts.get(model.__name__, 0) + copy(cursor, model, rows[model])


def _children(council: Council, size: Size) -> Iterator[Child]:
    """Each worker's children, two by two brothers and sisters."""
    number, family, day = 0, 0, today()
    for worker in council.workers:
        for place in range(worker.holds):
            number, family = number + 1, family + (place % 2 == 0)
            entries = size.entries if worker.what_for == "long" and not place else 12 + number * 7 % 16
            if worker.what_for == "few" and not place:
                entries = 5
            born = day - timedelta(days=900 + number * 37 % 5200)
            yield Child(number, family, council.org, worker, born, entries, day)


def _rows_of(children: list[Child], school: Any) -> dict[type, list[Row]]:
    rows: dict[type, list[Row]] = {model: [] for model in ORDER}
    homes: dict[int, Row] = {}
    for child in children:
        _who(child, school, homes, rows)
        _work(child, rows)
        _life(child, rows)
    return rows


def _who(child: Child, school: Any, homes: dict[int, Row], rows: dict[type, list[Row]]) -> None:
    """The child, and their family: two adults, one home, made with the first of its children."""
    org = child.org
    home = homes.get(child.family)
    if home is None:
        home = homes[child.family] = {"id": new_id(), "org": org, "name": FAMILY[child.family % len(FAMILY)],
                                      "parents": [new_id(), new_id()]}  # fmt: skip
        rows[Household].append(home)
        rows[Address].append({"org": org, "household_id": home["id"], "lines": f"{child.family} Harbour View",
                              "postcode": "EM1 1AA"})  # fmt: skip
        for each in home["parents"]:
            rows[Subject].append({"id": each, "org": org, "kind": "person"})
            rows[Person].append({"subject_id": each, "org": org, "is_child": False, "family_name": home["name"],
                                 "given_names": GIVEN[child.family % len(GIVEN)]})  # fmt: skip
            rows[Living].append({"org": org, "person_id": each, "household_id": home["id"]})
    rows[Subject].append({"id": child.id, "org": org, "kind": "person", "public_id": child.public_id})
    rows[Person].append(child.person())
    rows[Living].append({"org": org, "person_id": child.id, "household_id": home["id"]})
    rows[SchoolPlace].append({"org": org, "person_id": child.id, "school_id": school, "name": "Marsh Lane School"})
    for each, kind in zip(home["parents"], ("mother", "father"), strict=True):
        rows[Relationship].append({"org": org, "person_id": child.id, "other_id": each, "kind": kind,
                                   "parental_responsibility": True})  # fmt: skip


def _work(child: Child, rows: dict[type, list[Row]]) -> None:
    """The open case, who holds it, and the ties both make."""
    org, case, allocation, day = child.org, child.case, new_id(), child.began
    worker: Worker = child.worker
    rows[Case].append({"id": case, "org": org, "person_id": child.id, "team_id": worker.team, "line": "social_work",
                       "opened_on": day})  # fmt: skip
    rows[Allocation].append({"id": allocation, "org": org, "case_id": case, "person_id": child.id,
                             "worker_id": worker.id, "role": "social_worker", "started_on": day,
                             "reason": "has_room"})  # fmt: skip
    for holder, basis, source in ((worker.team, "team", case), (worker.id, "allocated", allocation)):
        rows[Tie].append({"org": org, "subject_id": child.id, "holder": holder, "since": day, "basis": basis,
                          "source": source})  # fmt: skip
    about = {"org": org, "subject_id": child.id, "started_on": day}
    rows[Episode].append({**about, "id": case, "kind": "case", "line": "social_work", "ref": case})
    rows[Episode].append({**about, "id": allocation, "kind": "allocation", "case_id": case, "ref": allocation})


def _life(child: Child, rows: dict[type, list[Row]]) -> None:
    started, plan = child.plan()
    rows[Episode].append(plan)
    visits: list[Row] = []
    for event, part in (*child.opening(), started, *child.rest()):
        rows[Event].append(event)
        rows[EventSubject].append(part)
        if part["kind"] == "visit.made":
            visits.append(part)
    if child.worker.what_for not in JUDGED:
        rows[DueItem] += plausible_items(child, visits)


def cast(council: Council, children: Iterable[Child]) -> dict[str, Any]:
    """Who is measured at what: {what for: [{email, children: [{id, public_id, family, entries}]}]}."""
    held: dict[str, list[dict[str, Any]]] = {}
    for child in children:
        held.setdefault(child.worker.email, []).append(
            {"id": str(child.id), "public_id": child.public_id, "family": child.family, "entries": child.entries}
        )
    found: dict[str, Any] = {"org": str(council.org)}
    for worker in council.workers:
        if worker.what_for != "rest":
            found.setdefault(worker.what_for, []).append(
                {"email": worker.email, "account": str(worker.account), "children": held[worker.email]}
            )
    return found
