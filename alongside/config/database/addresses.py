"""Which database this process talks to, and as which role.

A real server is named by ALONGSIDE_DB_<ROLE>_URL (postgresql://user:password@host:5432/name);
without any, it is the embedded cluster under var/.
"""

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg

from alongside.config import places
from alongside.config.database.roles import LOGINS, role_name
from alongside.platform.common.errors import PlainError

DATABASE = os.environ.get("ALONGSIDE_DATABASE", "alongside")
SHORT_LOGINS = tuple(name.removeprefix("alongside_") for name in LOGINS)


def real_server() -> bool:
    """Whether any role's address is given: then all that are used must be."""
    return any(_address_of(role) for role in SHORT_LOGINS)


def _address_of(role: str) -> str:
    return os.environ.get(f"ALONGSIDE_DB_{role.upper()}_URL", "")


# Pages ask the same few questions over and over: prepared, PostgreSQL plans each once a connection, not once a page.
PREPARED = {"server_side_binding": True, "prepare_threshold": 3}


def database_settings(role: str) -> dict[str, Any]:
    """Django's DATABASES["default"] for `role` ("staff", "jobs", "migrator" …)."""
    if role not in SHORT_LOGINS:
        raise PlainError(f"ALONGSIDE_ROLE must be one of {', '.join(SHORT_LOGINS)}, not {role!r}.")
    if real_server() and not _address_of(role):
        raise PlainError(f"ALONGSIDE_DB_{role.upper()}_URL is not set, and other roles' addresses are: set it too.")
    settings = _from_address(_address_of(role)) if real_server() else _embedded(role)
    options = {**settings.get("OPTIONS", {}), "application_name": f"alongside {role}", "connect_timeout": 5}
    if role == "migrator":
        options["options"] = "-c role=alongside_owner"
    return {
        "ENGINE": "django.db.backends.postgresql",
        **settings,
        "OPTIONS": {**options, **(PREPARED if role == "staff" else {})},
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": False,
    }


def _embedded(role: str) -> dict[str, Any]:
    from alongside.config.database.embedded import socket_folder

    return {
        "NAME": DATABASE,
        "USER": role_name(role),
        "HOST": str(socket_folder()),
        "PORT": "5432",
        "OPTIONS": {"passfile": str(places.SECRETS / "pgpass")},
    }


def _from_address(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    socket = options.pop("host", "")  # postgresql://user@/name?host=/folder/of/the/socket
    return {
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or socket,
        "PORT": str(parts.port or options.pop("port", 5432)),
        "OPTIONS": options,
    }


def connect(role: str, database: str = "") -> "psycopg.Connection[tuple[Any, ...]]":
    """A connection outside Django, each statement in a transaction of its own; the embedded one's name may be given."""
    settings = database_settings(role)
    options = {name: value for name, value in settings["OPTIONS"].items() if name not in PREPARED}
    try:
        return psycopg.connect(
            host=settings["HOST"], port=settings["PORT"], user=settings["USER"], password=settings.get("PASSWORD"),
            dbname=database or settings["NAME"], autocommit=True, **options,
        )  # fmt: skip
    except psycopg.OperationalError as fault:
        where = f"{settings['HOST']} as {settings['USER']}"
        raise PlainError(f"The database could not be reached at {where}: {str(fault).strip()}") from fault
