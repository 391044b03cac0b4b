"""What the tests of killing need from inside a copy's own database, run in processes of their own.

ALONGSIDE_VAR=… python -m tests.faults.filling fill     the standing people; prints who may write, as JSON
ALONGSIDE_VAR=… python -m tests.faults.filling tell     every visit that is kept, with what stands beside it
"""

import json
import sys
from typing import Any

from alongside.config.database.opened import database_open
from alongside.entrances.command_line import set_up_django

COUNTS = {
    "notes": "SELECT count(*) FROM notes_note",
    "parts": "SELECT count(*) FROM notes_notechild",
    "events": "SELECT count(*) FROM chronology_event WHERE kind = 'visit.made'",
    "entries": "SELECT count(*) FROM chronology_eventsubject WHERE kind = 'visit.made'",
    "audited": "SELECT count(*) FROM audit_auditentry WHERE act = 'visit.made' AND outcome = 'wrote'",
}


def fill() -> dict[str, Any]:
    """Make the small council. Returns Amal's session, and Taz's public id."""
    from django.db import transaction

    from tests.machinery.council import make_council

    with transaction.atomic():
        council = make_council()
        session = council.browser("Amal").cookies["alongside_session"].value
        return {"session": session, "taz": council.children["Taz"].subject.public_id}


def tell() -> dict[str, Any]:
    """How often each text is kept; and notes, entries and audit rows, which must be as many. Read past every wall."""
    from alongside.config.database.addresses import DATABASE
    from alongside.config.database.make import as_superuser

    with as_superuser(DATABASE) as looking:
        texts = looking.execute("SELECT text, count(*) FROM notes_passage GROUP BY text").fetchall()
        counts = {name: looking.execute(sql).fetchone()[0] for name, sql in COUNTS.items()}  # type: ignore[index]
    return {"texts": dict(texts), "counts": counts}


if __name__ == "__main__":
    set_up_django("jobs")
    with database_open("jobs"):
        print(json.dumps({"fill": fill, "tell": tell}[sys.argv[1]]()))
