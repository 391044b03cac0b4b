"""Background jobs: asked for by staff in the same transaction, done by the role of jobs."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.config.jobs import tidy, work

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_job_is_only_there_when_what_it_belongs_to_was_saved() -> None:
    with transaction.atomic():
        tidy.defer(timestamp=0)
        transaction.set_rollback(True)
    assert ProcrastinateJob.objects.count() == 0
    with transaction.atomic():
        tidy.defer(timestamp=0)
    assert ProcrastinateJob.objects.count() == 1


def test_the_worker_does_it_as_the_role_of_jobs(working_as: Callable[[str], AbstractContextManager[None]]) -> None:
    now = timezone.now()
    Session.objects.create(session_key="ended", session_data="", expire_date=now - timedelta(hours=1))
    Session.objects.create(session_key="going-on", session_data="", expire_date=now + timedelta(hours=1))
    tidy.defer(timestamp=0)
    with working_as("jobs"):
        work(wait=False)
    assert [session.session_key for session in Session.objects.all()] == ["going-on"]
    assert [job.status for job in ProcrastinateJob.objects.all()] == ["succeeded"]


def test_each_night_s_work_is_known_to_the_worker() -> None:
    assert tidy.name in app.tasks
