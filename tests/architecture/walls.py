"""The second wall: which tables the database itself guards."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, models

GUARDED = """
select c.relname, c.relrowsecurity and c.relforcerowsecurity,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org' and not a.attisdropped),
       array(select p.polname::text from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
from pg_class c where c.relkind = 'r' and c.relname = any(%s)
"""


@dataclass(frozen=True)
class Wall:
    """What the catalogue says of one table."""

    table: str
    forced: bool
    has_org: bool
    restrictive: tuple[str, ...]


def walls(tables: Iterable[str]) -> list[Wall]:
    """Read from PostgreSQL's own catalogue, so that a migration that forgot shows."""
    with connection.cursor() as cursor:
        cursor.execute(GUARDED, [list(tables)])
        return [Wall(name, forced, org, tuple(policies)) for name, forced, org, policies in cursor.fetchall()]


def faults(wall: Wall, *, about_a_child: bool) -> list[str]:
    """What is missing on one table."""
    missing = []
    if not wall.forced:
        missing.append("row security is not forced")
    if not wall.has_org:
        missing.append("no column org")
    if "org_wall" not in wall.restrictive:
        missing.append("no restrictive policy on org")
    if about_a_child and "restricted_wall" not in wall.restrictive:
        missing.append("no restrictive policy on restricted")
    return [f"{wall.table}: {what}" for what in missing]


def names_a_child(model: type[models.Model], anchors: frozenset[str]) -> bool:
    """Whether a row says which subject it is about, by a key to one of the anchors."""
    fields = [field for field in model._meta.local_fields if field.is_relation and field.related_model]
    return any(field.related_model._meta.label in anchors for field in fields)
