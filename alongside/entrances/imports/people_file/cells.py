"""Reads single cells: dates as people in England write them, parents, yes and no, postcodes."""

from __future__ import annotations

import re
from datetime import date

from .rows import Parent

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
IN_WORDS = re.compile(r"(\d{1,2})[ \-]([A-Za-z]{3,9})[ \-](\d{4})")
TIME_AFTER = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$")
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}")

BETWEEN_PARENTS = re.compile(r"[;|\n]")
SAID_OF_PARENT = re.compile(r"\(([^()]*)\)\s*$")
WITH = frozenset({"pr", "parental responsibility", "has pr", "has parental responsibility",
                  "with parental responsibility", "yes"})
WITHOUT = frozenset({"no pr", "no parental responsibility", "without parental responsibility", "no"})
YES = frozenset({"y", "yes", "true", "1", "pr", "has pr"})
NO = frozenset({"n", "no", "false", "0", "no pr"})


def read_day(text: str) -> date | None:
    """The day, or None when it cannot be read for certain.

    Day before month always, as in England: 05/31/2012 is not read, and neither is a year of
    two figures. 2012-05-31 and 31 May 2012 are read too; a time after the day is dropped.
    """
    text = TIME_AFTER.sub("", text.strip())
    if found := YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif (found := IN_WORDS.fullmatch(text)) and found.group(2)[:3].lower() in MONTHS:
        day, year = int(found.group(1)), int(found.group(3))
        month = MONTHS.index(found.group(2)[:3].lower()) + 1
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_parents(text: str) -> tuple[Parent, ...]:
    """Names parted by ; or | or a new line, each perhaps followed by (PR) or (no PR)."""
    return tuple(read_parent(part) for part in BETWEEN_PARENTS.split(text) if part.strip())


def read_parent(text: str) -> Parent:
    found = SAID_OF_PARENT.search(text)
    said = found.group(1).strip().casefold() if found else ""
    name = text[:found.start()].strip() if found else text.strip()
    if said in WITH:
        return Parent(name, True)
    if said in WITHOUT:
        return Parent(name, False)
    return Parent(text.strip())


def read_yes_no(text: str) -> bool | None:
    word = text.strip().casefold()
    if word in YES:
        return True
    return False if word in NO else None


def tidy_postcode(text: str) -> str:
    """Capitals and one space, when it is a postcode; else as given."""
    word = re.sub(r"\s+", "", text).upper()
    spaced = f"{word[:-3]} {word[-3:]}" if len(word) > 3 else word
    return spaced if POSTCODE.fullmatch(spaced) else text


def is_postcode(text: str) -> bool:
    return bool(POSTCODE.fullmatch(text))
