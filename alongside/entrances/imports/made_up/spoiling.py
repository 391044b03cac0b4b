"""Makes a small share of a made-up file wrong, in the ways real files are."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Spoiler = Callable[[str, Random], str]
SHARE = 0.05


def replaced(name: str, value: str) -> Spoiler:
    """Puts `value` in the first element called `name`, where there is one."""
    pattern = re.compile(f"(<{name}>)[^<]*(</{name}>)")
    return lambda text, chance: pattern.sub(rf"\g<1>{value}\g<2>", text, count=1)


def dropped(name: str) -> Spoiler:
    pattern = re.compile(f"[ ]*<{name}>[^<]*</{name}>\n")
    return lambda text, chance: pattern.sub("", text, count=1)


def twice(text: str, chance: Random) -> str:
    return text + text


def other_letter(text: str, chance: Random) -> str:
    return re.sub(r"<UPN>.", "<UPN>I", text, count=1)


def loose_text(text: str, chance: Random) -> str:
    return text.replace("</LAchildID>", "</LAchildID>PersonBirthDate", 1)


CENSUS: tuple[Spoiler, ...] = (
    replaced("CINreferralDate", "31/02/2026"),
    replaced("AssessmentAuthorisationDate", "2001-01-01"),
    replaced("CINclosureDate", "2001-01-01"),
    replaced("ReferralSource", "5Z"),
    replaced("Ethnicity", "WBRT"),
    replaced("LatestCategoryOfAbuse", "ABU"),
    replaced("DateOfInitialCPC", "2029-03-03"),
    dropped("LAchildID"),
    dropped("PersonBirthDate"),
    dropped("PrimaryNeedCode"),
    other_letter,
    loose_text,
    twice,
)


def spoilt(text: str, chance: Random) -> str:
    """The text of a child, now and then with one thing wrong. Tries until one of the ways fits."""
    if chance.random() >= SHARE:
        return text
    for spoil in chance.sample(CENSUS, len(CENSUS)):
        wrong = spoil(text, chance)
        if wrong != text:
            return wrong
    return text


def spoilt_row(row: list[str], chance: Random) -> list[str]:
    """Now and then a wrong NHS number or an American date, of which both have one cell."""
    if chance.random() >= SHARE:
        return row
    return [re.sub(r"^999 (\d{3}) (\d{3})(\d)$", r"999 \1 \3\2", cell) if chance.random() < 0.5 else
            re.sub(r"^(1[3-9]|2\d)/(0\d)/", r"\2/\1/", cell) for cell in row]
