"""Writes the people file that goes with a made-up census."""

from __future__ import annotations

from datetime import date

from .people import MadeUpChild, MadeUpFamily, MadeUpParent
from .workers import MadeUpWorker

HEADINGS = (
    "child id", "first names", "family name", "known as", "pronouns", "birth date", "NHS number", "household",
    "address", "postcode", "school", "parents", "worker", "worker email", "worker role", "team", "last seen",
)  # fmt: skip
SAID = {True: " (PR)", False: " (no PR)", None: ""}


def parent_text(parent: MadeUpParent) -> str:
    return f"{parent.name}{SAID[parent.responsibility]}"


def row_of(child: MadeUpChild, family: MadeUpFamily, worker: MadeUpWorker | None, team: str,
           last_seen: date | None) -> list[str]:
    return [
        child.child_id, child.first_name, child.family_name, child.known_as, child.pronouns, english_day(child.birth),
        child.nhs_number, family.household, family.address, family.postcode, child.school,
        "; ".join(parent_text(parent) for parent in family.parents),
        worker.name if worker else "", worker.email if worker else "", worker.role if worker else "", team,
        english_day(last_seen),
    ]  # fmt: skip


def english_day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
