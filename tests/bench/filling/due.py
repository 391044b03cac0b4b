"""Due items of the children whom nobody looks at: as many and as long as the engine would make. Those who are measured
are judged by the engine itself."""

from collections.abc import Iterator
from datetime import timedelta

from tests.bench.filling.children import Child
from tests.bench.filling.copying import Row


def plausible_items(child: Child, visits: list[Row]) -> Iterator[Row]:
    """One met item for each visit, then three that are open."""
    rule = "protection_plan_visit" if child.protected else "cin_plan_visit"
    for step, visit in enumerate(visits):
        yield _item(child, rule, step, status="met", due_on=visit["happened_on"] + timedelta(days=9),
                    closed_on=visit["happened_on"], closed_by=visit["event_id"])  # fmt: skip
    yield _item(child, rule, len(visits), due_on=child.today + timedelta(days=child.number % 30 - 8))
    yield _item(child, "single_assessment", 0, due_on=child.today + timedelta(days=child.number % 45))
    review = "review_conference" if child.protected else "cin_plan_review"
    yield _item(child, review, 0, due_on=child.today + timedelta(days=20 + child.number % 90))


def _item(child: Child, rule: str, step: int, **more: object) -> Row:
    return {
        "org": child.org, "subject_id": child.id, "case": child.case, "rule": rule, "edition": "1",
        "obligation": str(child.case), "step": step, "status": "open", "owed_by": "social_worker",
        "because": "20 working days from the last visit at which the child was seen, on 2 November 2026", **more,
    }  # fmt: skip
