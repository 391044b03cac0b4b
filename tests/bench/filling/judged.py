"""Due items of the children who are measured, made by the engine itself."""

from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.record.timescales.judging import judge
from tests.bench.database import working_in

AT_A_TIME = 50


def judge_measured(database: str, cast: dict[str, Any], kinds: tuple[str, ...]) -> int:
    """Judge the children of these groups. Returns how many."""
    org = UUID(cast["org"])
    ids = [UUID(child["id"]) for kind in kinds for worker in cast[kind] for child in worker["children"]]
    with working_in(database):
        for start in range(0, len(ids), AT_A_TIME):
            with transaction.atomic():
                judge(ids[start : start + AT_A_TIME], org=org)
    return len(ids)
