"""Hubs, teams and workers from a CSV file: read whole, shown, then written whole or not at all."""

import csv
import io
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from alongside.platform.access.actor import Actor
from alongside.platform.access.roles import ROLES
from alongside.platform.common.errors import PlainError
from alongside.record.workers import actions

COLUMNS = ("hub", "team", "name", "email", "job title", "roles")
BIGGEST = 1_000_000  # bytes; a council of 5,000 workers is about half a megabyte
LONGEST = {"hub": 120, "team": 120, "name": 200, "email": 254, "job title": 120}  # characters, as the records hold
BY_TITLE = {role.title.lower(): key for key, role in ROLES.items()} | {key: key for key in ROLES}


@dataclass(frozen=True, slots=True)
class Row:
    """One worker of the file; `roles` are keys."""

    line: int
    hub: str
    team: str
    name: str
    email: str
    job_title: str
    roles: tuple[str, ...]


def read_workers(text: str) -> tuple[list[Row], list[str]]:
    """The rows and, in sentences with their lines, what is wrong. Raises PlainError for a file of another kind."""
    lines = csv.DictReader(io.StringIO(text.lstrip("\ufeff").replace("\0", "")), dialect=_dialect(text))
    try:
        return _read(lines)
    except csv.Error as fault:
        raise PlainError(
            f"This is not a CSV file: on line {lines.reader.line_num} or before it a quotation mark is not closed "
            "where its cell ends. Put it right, save the list as CSV (UTF-8) and try again."
        ) from fault


def _read(lines: "csv.DictReader[str]") -> tuple[list[Row], list[str]]:
    names = {str(name).strip().lower().replace("_", " "): name for name in lines.fieldnames or []}
    if missing := [column for column in ("name", "team", "hub") if column not in names]:
        raise PlainError(
            f"The first line must name the columns. Missing: {', '.join(missing)}. We know: {', '.join(COLUMNS)}."
        )
    rows: list[Row] = []
    wrong: list[str] = []
    seen: dict[str, int] = {}
    for given in lines:
        values = {column: (given.get(names.get(column, ""), "") or "").strip() for column in COLUMNS}
        if not any(values.values()):
            continue
        row, faults = _row(lines.line_num, values)
        if row.email and row.email in seen:
            faults.append(f"Line {row.line}: {row.email} is already on line {seen[row.email]}.")
        seen.setdefault(row.email, row.line)
        wrong += faults
        rows.append(row)
    return rows, wrong


def _dialect(text: str) -> Any:
    first = text.split("\n", 1)[0]
    return type("Given", (csv.excel,), {"delimiter": max(",;\t", key=first.count), "strict": True})


def _row(line: int, values: dict[str, str]) -> tuple[Row, list[str]]:
    faults = [
        f"Line {line}: the {column} is longer than {most} characters."
        for column, most in LONGEST.items()
        if len(values[column]) > most
    ]
    if not values["name"]:
        faults.append(f"Line {line}: a worker has no name.")
    if values["team"] and not values["hub"]:
        faults.append(f"Line {line}: the team {values['team']} has no hub beside it.")
    if values["email"]:
        try:
            validate_email(values["email"])
        except ValidationError:
            faults.append(f"Line {line}: “{values['email']}” is not an e-mail address.")
    asked = [word.strip().lower() for word in values["roles"].replace("|", ";").split(";") if word.strip()]
    unknown = [word for word in asked if word not in BY_TITLE]
    if unknown:
        known = ", ".join(role.title for role in ROLES.values())
        faults.append(f"Line {line}: there is no role “{unknown[0]}”. The roles are: {known}.")
    roles = tuple(BY_TITLE[word] for word in asked if word in BY_TITLE)
    row = Row(line, values["hub"], values["team"], values["name"], values["email"].lower(), values["job title"], roles)
    return row, faults


@transaction.atomic
def add_all(*, by: Actor, rows: list[Row]) -> int:
    """Write all rows. Raises PlainError at the first that cannot be written; then nothing of the file is."""
    hubs: dict[str, Any] = {}
    teams: dict[str, Any] = {}
    for row in rows:
        try:
            if row.hub and row.hub not in hubs:
                hubs[row.hub] = actions.add_hub(by=by, name=row.hub)
            if row.team and row.team not in teams:
                teams[row.team] = actions.add_team(by=by, hub=hubs[row.hub], name=row.team)
            add_one(by, row.name, row.email, row.job_title, teams.get(row.team), row.roles)
        except PlainError as fault:
            raise PlainError(f"Line {row.line}: {fault} Nothing of this file was written.") from fault
    return len(rows)


def add_one(by: Actor, name: str, email: str, job_title: str, team: Any, roles: tuple[str, ...]) -> Any:
    """A worker with their roles and, if there is an address, an account they open through “forgotten password”."""
    worker = actions.add_worker(by=by, name=name, email=email, job_title=job_title, team=team)
    for role in roles:
        actions.give_role(by=by, worker=worker, role=role, team=team if role == "team_manager" else None)
    if worker.email:
        actions.open_account(by=by, worker=worker)
    return worker
