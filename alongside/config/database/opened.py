"""Opens the database for a command: starts the embedded cluster if it is not running."""

import contextlib
from collections.abc import Iterator

from alongside.config.database.addresses import DATABASE, real_server


@contextlib.contextmanager
def database_open(role: str) -> Iterator[None]:
    """While inside, the database answers. An embedded one is made, with its roles, if it is not there."""
    if real_server():
        yield
        return
    from alongside.config.database.embedded import Cluster
    from alongside.config.database.make import database_is_there, make_database, make_roles

    with Cluster().running() as started:
        if started or not database_is_there(DATABASE):
            make_roles()
            make_database(DATABASE)
        try:
            yield
        finally:
            _close_connections(role)


def _close_connections(role: str) -> None:
    """So that stopping the cluster does not cut a connection off."""
    if role:
        from django.db import connections

        connections.close_all()
