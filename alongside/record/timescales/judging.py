"""Reading all the facts of some subjects, judging them by the rules, and storing what is due by difference."""

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.platform.common.ids import new_id
from alongside.record.timescales.engine.calendars import Calendars
from alongside.record.timescales.engine.explanation import Explanation, explain, find_item
from alongside.record.timescales.engine.facts import EpisodeFact, Fact, Facts
from alongside.record.timescales.engine.items import DueItem
from alongside.record.timescales.engine.judge import due_items
from alongside.record.timescales.models import DueItem as StoredItem
from alongside.record.timescales.rules import all_rules

RESTRICTED = 2


@cache
def calendars() -> Calendars:
    """Working days of England. Council and school calendars join with the Deadlines issue."""
    return Calendars.england()


def lock(subjects: Collection[UUID]) -> None:
    """One writer at a time on each subject, until the transaction ends; taken in the order of the ids."""
    with connection.cursor() as cursor:
        cursor.execute("select timescales_lock(%s::uuid[])", [list(subjects)])


def judge(subjects: Collection[UUID], *, org: UUID) -> None:
    """Judge these subjects and store their due items. The lock must be held."""
    given = read_facts(subjects)
    rows: list[dict[str, Any]] = []
    for facts in given.of:
        for item in due_items(facts, all_rules(), calendars(), go_live=given.go_live):
            rows.append(_row(item, facts.subject, org))
    with connection.cursor() as cursor:
        cursor.execute(
            "select timescales_store(%s::uuid[], %s::jsonb)", [list(subjects), json.dumps(rows, default=str)]
        )


class Given:
    """The facts of some subjects and the go-live day of each source."""

    def __init__(self, of: list[Facts], go_live: dict[str, date]) -> None:
        self.of = of
        self.go_live = go_live


def read_facts(subjects: Collection[UUID]) -> Given:
    """All facts of these subjects, whoever asks: through the definer function, never through row security."""
    with connection.cursor() as cursor:
        cursor.execute("select timescales_facts(%s::uuid[])", [list(subjects)])
        found = cursor.fetchone()[0]
    found = found if isinstance(found, dict) else json.loads(found)
    events: dict[str, list[Fact]] = defaultdict(list)
    episodes: dict[str, list[EpisodeFact]] = defaultdict(list)
    for subject, *row in found["events"]:
        events[subject].append(_fact(row))
    for subject, *row in found["episodes"]:
        episodes[subject].append(_episode(row))
    facts = [
        Facts(UUID(subject), kind, tuple(events[subject]), tuple(episodes[subject]))
        for subject, kind in found["kinds"].items()
    ]
    return Given(facts, {source: date.fromisoformat(day) for source, day in found["go_live"].items()})


def _fact(row: list[Any]) -> Fact:
    id_, kind, day, at, recorded, voided, replaces, payload, part, case, episodes, line, source, restriction = row
    return Fact(
        id=UUID(id_),
        kind=kind,
        day=date.fromisoformat(day),
        at=_instant(at),
        recorded_at=datetime.fromisoformat(recorded),
        voided_at=_instant(voided),
        replaces=_id(replaces),
        payload=payload,
        part=part,
        case=_id(case),
        episodes=frozenset(map(UUID, episodes)),
        line=line,
        source=source,
        restriction=restriction,
    )


def _episode(row: list[Any]) -> EpisodeFact:
    id_, kind, start, end, started_by, ended_by, case, restriction = row
    return EpisodeFact(
        id=UUID(id_),
        kind=kind,
        start=date.fromisoformat(start),
        end=date.fromisoformat(end) if end else None,
        started_by=_id(started_by),
        ended_by=_id(ended_by),
        case=_id(case),
        restriction=restriction,
    )


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _row(item: DueItem, subject: UUID, org: UUID) -> dict[str, Any]:
    return {
        "id": new_id(),
        "org": org,
        "subject_id": subject,
        "case": item.case,
        "rule": item.rule,
        "edition": item.edition,
        "obligation": item.obligation,
        "step": item.step,
        "opened_by": item.opened_by,
        "counted_from": item.counted_from,
        "due_on": item.due_on,
        "due_at": item.due_at,
        "status": item.status,
        "closed_by": item.closed_by,
        "closed_on": item.closed_on,
        "owed_by": item.owed_by,
        "because": item.because[:400],
        "restriction": item.restriction,
        "restricted": item.restriction >= RESTRICTED,
    }


def explained(item: StoredItem, subject: UUID) -> Explanation | None:
    """The arithmetic of a stored item, judged anew from all facts. None if its rule is no longer defined."""
    given = read_facts([subject])
    if not given.of:
        return None
    items = due_items(given.of[0], all_rules(), calendars(), go_live=given.go_live)
    found = find_item(items, item.rule, item.obligation, item.step)
    return explain(found, given.of[0], all_rules(), calendars()) if found else None
