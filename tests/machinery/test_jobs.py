"""Background jobs: asked for by staff in the same transaction, done by the role of jobs."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.config import places
from alongside.config.jobs import tidy
from tests.machinery.database import name_of_database

WORK = "import django; django.setup(); from alongside.config.jobs import work; work(wait=False)"

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_job_is_only_there_when_what_it_belongs_to_was_saved() -> None:
    with transaction.atomic():
        tidy.defer(timestamp=0)
        transaction.set_rollback(True)
    assert ProcrastinateJob.objects.count() == 0
    with transaction.atomic():
        tidy.defer(timestamp=0)
    assert ProcrastinateJob.objects.count() == 1


def test_the_worker_does_it_as_the_role_of_jobs() -> None:
    now = timezone.now()
    Session.objects.create(session_key="ended", session_data="", expire_date=now - timedelta(hours=1))
    Session.objects.create(session_key="going-on", session_data="", expire_date=now + timedelta(hours=1))
    tidy.defer(timestamp=0)
    # In a process of its own, as in the product: the browser of other tests keeps an event loop in this one.
    env = {**os.environ, "ALONGSIDE_ROLE": "jobs", "ALONGSIDE_DATABASE": name_of_database()}
    subprocess.run([sys.executable, "-c", WORK], env=env, cwd=places.ROOT, check=True, timeout=60)
    assert [session.session_key for session in Session.objects.all()] == ["going-on"]
    assert [job.status for job in ProcrastinateJob.objects.all()] == ["succeeded"]


def test_each_night_s_work_is_known_to_the_worker() -> None:
    assert tidy.name in app.tasks
