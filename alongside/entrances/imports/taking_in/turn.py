"""One import of a council at a time, held by a lock that ends with the session, however the session ends.

Two locks. The importing process holds `TURN`. The processes that write for it share `WRITING`: after a kill they may
be in the middle of a child for a moment, so the next import first waits until they are gone.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from alongside.platform.common.errors import Clash

TURN = 0x414C5455
WRITING = TURN + 1
LEFT_BEHIND = 60.0  # seconds to wait for processes of an import that was killed
RUNNING = """select exists (select from pg_locks l join pg_database d on d.oid = l.database
  where l.locktype = 'advisory' and d.datname = current_database() and l.granted and l.mode = 'ExclusiveLock'
    and l.classid = %s and l.objid = (hashtext(%s)::bigint & 4294967295)::oid)"""


class Busy(Clash):
    """Another import is running."""


@contextmanager
def our_turn(org: UUID) -> Iterator[None]:
    """Hold the council's turn to import. Raises Busy at once when another import holds it."""
    if not _ask("select pg_try_advisory_lock(%s, hashtext(%s))", TURN, org):
        raise Busy("Another import is running. Nothing was changed: wait until it is done.")
    try:
        _wait_for_those_left_behind(org)
        yield
    finally:
        _let_go(org)


def _wait_for_those_left_behind(org: UUID) -> None:
    end = time.monotonic() + LEFT_BEHIND
    while not _ask("select pg_try_advisory_lock(%s, hashtext(%s))", WRITING, org):
        if time.monotonic() > end:
            raise Busy("An import that was stopped is still writing. Nothing was changed: try again in a minute.")
        time.sleep(0.2)
    _ask("select pg_advisory_unlock(%s, hashtext(%s))", WRITING, org)


def _let_go(org: UUID) -> None:
    """A lost connection has let go of it already."""
    if connection.connection is not None and not connection.connection.closed:
        _ask("select pg_advisory_unlock(%s, hashtext(%s))", TURN, org)


def share_writing(org: UUID) -> None:
    """Say that this process writes for the import that is running, until its connection closes."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock_shared(%s, hashtext(%s))", [WRITING, str(org)])


def somebody_imports(org: UUID) -> bool:
    """Whether an import of this council is at work now, in whatever process."""
    return _ask(RUNNING, TURN, org)


def _ask(sql: str, lock: int, org: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, [lock, str(org)])
        return bool(cursor.fetchone()[0])
