"""Several writers on one child at once end as if they had come one after another."""

import threading

import pytest
from django.db import connection, transaction

from alongside.record.chronology.models import EventSubject
from alongside.record.timescales.actions import record_event
from alongside.record.timescales.judging import judge
from alongside.record.timescales.models import DueItem
from alongside.record.timescales.tests.test_writing import plan, visit
from tests.machinery.council import Council, make_council

FIELDS = ("rule", "obligation", "step", "due_on", "status", "closed_by")


@pytest.mark.django_db(transaction=True)
def test_eight_writers_on_one_child_end_like_one_after_another() -> None:
    with transaction.atomic():
        council = make_council()
        plan(council, "Taz")
    faults: list[BaseException] = []
    threads = [threading.Thread(target=_write, args=(council, faults)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not faults
    taz = council.children["Taz"].pk
    with transaction.atomic():
        council.as_system()
        assert EventSubject.objects.filter(subject_id=taz, kind="visit.made").count() == 8
        after = sorted(DueItem.objects.filter(subject_id=taz).exclude(status="withdrawn").values_list(*FIELDS), key=str)
        judge([taz], org=council.system.org)
        again = sorted(DueItem.objects.filter(subject_id=taz).exclude(status="withdrawn").values_list(*FIELDS), key=str)
    assert after == again
    visits = {step: status for rule, _, step, _, status, _ in after if rule == "protection_plan_visit"}
    assert list(visits.values()).count("open") == 1


def _write(council: Council, faults: list[BaseException]) -> None:
    try:
        with transaction.atomic():
            amal = council.acting("Amal")
            record_event(by=amal, event=visit(council, "Taz"))
    except BaseException as fault:  # shown by the test
        faults.append(fault)
    finally:
        connection.close()
