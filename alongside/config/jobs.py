"""Background jobs: a queue in PostgreSQL, so a job is put there in the transaction that needs it.

An area keeps its jobs in its own tasks.py, which is found by itself; those of the copy itself are here.
"""

from typing import Any

from django.core.management import call_command
from procrastinate.contrib.django import app

KEEP_DONE_JOBS_HOURS = 30 * 24


@app.periodic(cron="10 3 * * *")
@app.task(queueing_lock="tidy", pass_context=True)
async def tidy(context: Any, timestamp: int) -> None:
    """Each night: forget sessions that have ended, and jobs done a month ago."""
    from asgiref.sync import sync_to_async

    await sync_to_async(call_command)("clearsessions")
    await context.app.job_manager.delete_old_jobs(nb_hours=KEEP_DONE_JOBS_HOURS)


def work(*, wait: bool = True) -> None:
    """Take jobs from the queue, two at a time, until asked to stop; without `wait`, until none is left."""
    of_django: Any = app.connector  # the one of procrastinate's Django part, which knows the database's address
    with app.replace_connector(of_django.get_worker_connector()) as worker:
        worker.run_worker(name="alongside", concurrency=2, delete_jobs="never", shutdown_graceful_timeout=10, wait=wait)
