"""One way to write: together or not at all, audited, judged once, whoever writes and whatever they may see."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from alongside.platform.access.actor import Actor
from alongside.platform.access.models import Restriction
from alongside.platform.audit.models import AuditEntry
from alongside.platform.common.clock import today
from alongside.record.chronology.models import EventSubject
from alongside.record.timescales.actions import About, NewEvent, record_event, void_event, writing
from alongside.record.timescales.models import DueItem
from tests.machinery.council import Council

BEGAN = today() - timedelta(days=30)


def plan(council: Council, child: str, restriction: int | None = None, by: Actor | None = None) -> None:
    """A protection plan begins: core groups, reviews and visits fall due."""
    subject = council.children[child].pk
    with writing(by or council.as_system()) as w:
        event = w.event(
            NewEvent(
                kind="protection_plan.started",
                happened=BEGAN,
                about=(About(subject=subject, restriction=restriction),),
                area="practice.safeguarding",
                case=council.cases[child].id,
            )
        )
        w.start_episode("protection_plan", subject, BEGAN, event, case_id=council.cases[child].id)


def items(council: Council, child: str) -> dict[tuple[str, int], tuple[object, str]]:
    rows = DueItem.objects.filter(subject_id=council.children[child].pk).exclude(rule="allocate_worker")
    return {(row.rule, row.step): (row.due_on, row.status) for row in rows}


def visit(council: Council, child: str, by_role: str = "social_worker") -> NewEvent:
    about = About(subject=council.children[child].pk, part={"seen": "yes", "seen_alone": "yes"})
    return NewEvent(
        kind="visit.made",
        happened=today(),
        about=(about,),
        area="tools.notes",
        case=council.cases[child].id,
        payload={"by_role": by_role, "in_person": "yes"},
    )


def test_a_reserved_kind_is_written_by_its_own_area_only(council: Council) -> None:
    about = (About(subject=council.children["Taz"].pk),)
    with pytest.raises(LookupError, match="carries law"):
        record_event(
            by=council.as_system(),
            event=NewEvent(kind="section47.started", happened=today(), about=about, area="tools.notes"),
        )


def test_a_kind_nobody_declared_is_not_written(council: Council) -> None:
    about = (About(subject=council.children["Taz"].pk),)
    with pytest.raises(LookupError, match="No event kind"):
        record_event(
            by=council.as_system(),
            event=NewEvent(kind="visit.imagined", happened=today(), about=about, area="tools.notes"),
        )


def test_what_fails_in_the_middle_leaves_nothing(council: Council) -> None:
    before = EventSubject.objects.count(), AuditEntry.objects.count()
    with pytest.raises(ZeroDivisionError), writing(council.as_system()) as w:  # noqa: PT012
        w.event(visit(council, "Taz"))
        1 / 0  # noqa: B018
    assert (EventSubject.objects.count(), AuditEntry.objects.count()) == before


def test_a_visit_meets_the_visit_that_was_due_and_opens_the_next(council: Council) -> None:
    plan(council, "Taz")
    before = items(council, "Taz")
    record_event(by=council.acting("Amal"), event=visit(council, "Taz"))
    after = items(council, "Taz")
    assert after["protection_plan_visit", 1][1] in ("met", "met_late")
    assert after["protection_plan_visit", 2][1] == "open"
    others = {key: item for key, item in after.items() if key[0] != "protection_plan_visit"}
    assert others == {key: item for key, item in before.items() if key[0] != "protection_plan_visit"}


def test_the_brother_is_untouched(council: Council) -> None:
    plan(council, "Taz")
    plan(council, "Reuben")
    before = items(council, "Reuben")
    record_event(by=council.acting("Amal"), event=visit(council, "Taz"))
    assert items(council, "Reuben") == before


def test_a_visit_recorded_in_error_is_owed_again(council: Council) -> None:
    plan(council, "Taz")
    before = items(council, "Taz")
    amal = council.acting("Amal")
    made = record_event(by=amal, event=visit(council, "Taz"))
    void_event(by=amal, event=made, because="Wrong child")
    after = {key: item for key, item in items(council, "Taz").items() if item[1] != "withdrawn"}
    assert after == before


def test_a_writer_without_clearance_changes_nothing_hidden(council: Council) -> None:
    """A restricted plan is invisible to Amal. Her visit meets its visiting duty, and loses none of its items."""
    bea = council.acting("Bea")
    Restriction.objects.create(org=bea.org, subject_id=council.children["Taz"].pk, holder=council.workers["Bea"].pk)
    plan(council, "Taz", restriction=2, by=council.acting("Bea"))
    with connection.cursor() as cursor:
        cursor.execute("select timescales_facts(%s::uuid[])", [[council.children["Taz"].pk]])
        hidden = len(cursor.fetchone()[0]["episodes"])
    amal = council.acting("Amal")
    assert not EventSubject.objects.filter(kind="protection_plan.started").exists()
    assert not DueItem.objects.filter(rule="protection_plan_visit").exists()
    record_event(by=amal, event=visit(council, "Taz"))
    with connection.cursor() as cursor:
        cursor.execute("select timescales_facts(%s::uuid[])", [[council.children["Taz"].pk]])
        assert len(cursor.fetchone()[0]["episodes"]) == hidden
    assert EventSubject.objects.filter(kind="visit.made").count() == 1


def test_every_writing_is_audited_with_who_and_about_whom(council: Council) -> None:
    record_event(by=council.acting("Amal"), event=visit(council, "Taz"))
    entry = AuditEntry.objects.filter(act="visit.made").get()
    assert (entry.name, entry.outcome, entry.subjects) == ("Amal Okafor", "wrote", [council.children["Taz"].pk])


@pytest.mark.parametrize(
    "statement",
    [
        "update timescales_dueitem set status = 'met'",
        "delete from timescales_dueitem",
        "update audit_auditentry set name = ''",
        "delete from audit_auditentry",
    ],
)  # fmt: skip
def test_staff_cannot_touch_due_items_or_the_audit(council: Council, statement: str) -> None:
    council.acting("Bea")
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_another_council_sees_no_row(council: Council) -> None:
    council.acting("Dov")
    assert not EventSubject.objects.exists()
    assert not DueItem.objects.exists()
