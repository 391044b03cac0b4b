"""Which column is which, however the old system or Excel spells it."""

from __future__ import annotations

import re

from ..census.faults import FaultList
from ..census.refusals import FileRefused
from .rows import Columns

# Our name, and other spellings that mean it (compared without case, spaces or signs).
SPELLINGS = {
    "child id": ("lachildid", "id", "childidentifier", "personid", "casenumber", "childreference"),
    "first names": ("firstname", "forename", "forenames", "givenname", "givennames"),
    "family name": ("surname", "lastname", "familynames"),
    "known as": ("preferredname", "knownasname", "nickname"),
    "pronouns": ("pronoun",),
    "birth date": ("dateofbirth", "dob", "birthdate", "personbirthdate", "born"),
    "nhs number": ("nhs", "nhsno"),
    "household": ("householdid", "family", "familyid", "familygroup"),
    "address": ("homeaddress", "fulladdress"),
    "postcode": ("postalcode",),
    "school": ("schoolname", "setting"),
    "parents": ("parentsandcarers", "parentsorcarers", "parentnames"),
    "worker": ("workername", "allocatedworker", "socialworker", "keyworker", "caseholder"),
    "worker email": ("workeremailaddress", "allocatedworkeremail"),
    "worker role": ("workersrole", "role", "jobtitle"),
    "team": ("teamname", "allocatedteam"),
    "last seen": ("lastseendate", "dateseen", "datelastseen", "lastvisit", "lastvisitdate"),
}
NEEDED = "child id"
MOSTLY_THERE = tuple(name for name in SPELLINGS if name not in (NEEDED, "pronouns", "worker email"))
PARENT = re.compile(r"parent([1-9])(name)?")
PARENT_RESPONSIBILITY = re.compile(r"parent([1-9])(parentalresponsibility|responsibility|pr)")
DELIMITERS = (",", ";", "\t", "|")


def plain(heading: str) -> str:
    """A heading without case, spaces and signs: "Child_ID " is "childid"."""
    return "".join(letter for letter in heading.casefold() if letter.isalnum())


MEANS = {plain(name): name for name in SPELLINGS} | {
    other: name for name, others in SPELLINGS.items() for other in others}


def meaning(heading: str) -> str:
    """Our name of a column, "parent 1" and "parent 1 responsibility" included; "" when unknown."""
    word = plain(heading)
    if word in MEANS:
        return MEANS[word]
    if found := PARENT.fullmatch(word):
        return f"parent {found.group(1)}"
    if found := PARENT_RESPONSIBILITY.fullmatch(word):
        return f"parent {found.group(1)} responsibility"
    return ""


def delimiter_of(first_line: str) -> str:
    """The sign that parts the first line into most columns we know."""
    def known(delimiter: str) -> int:
        return sum(1 for part in first_line.split(delimiter) if meaning(part.strip(' "')))

    return max(DELIMITERS, key=known)


def read_columns(headings: list[str], line: int) -> tuple[Columns, dict[str, int]]:
    """What the columns are, and the place of each of ours in a row."""
    faults = FaultList()
    places: dict[str, int] = {}
    unknown: list[str] = []
    for place, heading in enumerate(headings):
        name = meaning(heading)
        if name and name not in places:
            places[name] = place
        elif heading.strip():
            unknown.append(heading.strip()[:60])
            tell_not_taken(faults, line, heading.strip()[:60], name)
    if NEEDED not in places:
        refuse_without_id(headings, line)
    missing = tuple(name for name in MOSTLY_THERE if name not in places and not
                    (name == "parents" and "parent 1" in places)
                    and not (name == "worker" and "worker email" in places))
    if missing:
        faults.doubt(line, "missing-columns", "", "The file has no column for "
                     f"{in_words(missing)}. What it has is taken in.")
    return Columns(line, tuple(places), missing, tuple(unknown), tuple(faults.items)), places


def tell_not_taken(faults: FaultList, line: int, heading: str, name: str) -> None:
    why = (f"a second column for {name}" if name else "not one this file can have")
    faults.doubt(line, "unknown-column", heading,
                 f"The column “{heading}” is {why}; it was not taken in.", heading)


def refuse_without_id(headings: list[str], line: int) -> None:
    shown = ", ".join(f"“{heading.strip()[:30]}”" for heading in headings[:12] if heading.strip())
    raise FileRefused("The file has no column for the child id, so it cannot be known whom a row "
                      f"is about. Its first row has: {shown or 'nothing'}.", line)


def in_words(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
