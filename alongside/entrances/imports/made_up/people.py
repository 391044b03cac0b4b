"""Made-up families: who they are, before anything happens to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from alongside.record.people.identifiers import upn_check_letter

from . import names
from .names import BACKGROUNDS, Background

# Children in one family, in a hundred families.
SIZES = ((1, 38), (2, 30), (3, 20), (4, 9), (5, 3))
DISABILITIES = ("AUT", "LD", "COMM", "BEH", "MOB", "HEAR", "VIS", "CON", "INC", "PC", "HAND", "DDA")
EIGHTEEN_YEARS = 365 * 18


@dataclass(frozen=True, slots=True)
class MadeUpParent:
    name: str
    responsibility: bool | None


@dataclass(frozen=True, slots=True)
class MadeUpChild:
    child_id: str
    first_name: str
    family_name: str
    known_as: str
    pronouns: str
    sex: str
    birth: date | None
    expected: date | None
    ethnicity: str
    disabilities: tuple[str, ...]
    upn: str
    former_upn: str
    upn_unknown: str
    nhs_number: str
    school: str


@dataclass(frozen=True, slots=True)
class MadeUpFamily:
    household: str
    address: str
    postcode: str
    parents: tuple[MadeUpParent, ...]
    children: tuple[MadeUpChild, ...]


def weighted(chance: Random, pairs: tuple[tuple[Any, int], ...]) -> Any:
    """One of the first of each pair, as often as the second says."""
    return chance.choices([pair[0] for pair in pairs], [pair[1] for pair in pairs])[0]


class FamilyMaker:
    """Makes one family after another. `lea` is the made-up council's number."""

    def __init__(self, chance: Random, today: date, lea: str) -> None:
        self.chance = chance
        self.today = today
        self.lea = lea
        self.families = 0
        self.number = 20_000
        self.pupil = 10_000_000
        self.nhs = 999_000_000

    def family(self, most: int, referred: date, *, unborn: bool = False) -> MadeUpFamily:
        """A family of at most `most` children, all born by the referral but an unborn one."""
        background = weighted(self.chance, tuple((one, one.share) for one in BACKGROUNDS))
        surname = self.chance.choice(background.surnames)
        self.families += 1
        size = min(most, weighted(self.chance, SIZES))
        births = self._births(size, referred - timedelta(days=300) if unborn else referred)
        children = [self._child(background, surname, born) for born in births]
        if unborn:
            children[-1] = self._unborn(background, surname)
        return MadeUpFamily(
            f"H{self.families:05d}", f"{self.chance.randint(1, 98)} {self.chance.choice(names.STREETS)}, "
            f"{self.chance.choice(names.TOWNS)}", self.chance.choice(names.POSTCODES),
            self._parents(background, surname), tuple(children))

    def _births(self, size: int, referred: date) -> list[date]:
        """Oldest first, under 18 today, at least ten months apart."""
        oldest = self.today - timedelta(days=EIGHTEEN_YEARS - 30)
        newest = referred - timedelta(days=14)
        born = oldest + timedelta(days=self.chance.randint(0, (newest - oldest).days))
        births: list[date] = []
        while born <= newest and len(births) < size:
            births.append(born)
            born += timedelta(days=self.chance.randint(330, 1300))
        return births

    def _child(self, background: Background, surname: str, born: date) -> MadeUpChild:
        chance = self.chance
        girl = chance.random() < 0.49
        first = chance.choice(background.girls if girl else background.boys)
        age = (self.today - born).days // 365.25
        upn, former, unknown = self._pupil_numbers(born)
        disabled = chance.random() < 0.13
        return MadeUpChild(
            self._next_id(), first, surname, first[:3] if chance.random() < 0.06 and len(first) > 4 else "",
            "they/them" if age >= 11 and chance.random() < 0.02 else "",
            "U" if chance.random() < 0.003 else "F" if girl else "M", born, None,
            chance.choice(("REFU", "NOBT")) if chance.random() < 0.03 else background.ethnicity,
            tuple(chance.sample(DISABILITIES, weighted(chance, ((1, 7), (2, 3))))) if disabled else ("NONE",),
            upn, former, unknown, self._nhs_number(), self._school(int(age)))

    def _unborn(self, background: Background, surname: str) -> MadeUpChild:
        expected = self.today + timedelta(days=self.chance.randint(14, 140))
        return MadeUpChild(self._next_id(), "", surname, "", "", "U", None, expected, background.ethnicity, (),
                           "", "", "UN1", "", "")

    def _next_id(self) -> str:
        self.number += self.chance.randint(1, 9)
        return f"E{self.number}"

    def _pupil_numbers(self, born: date) -> tuple[str, str, str]:
        """UPN, former UPN, reason for none. From five on the census wants a number or a reason."""
        if (self.today.year - born.year - ((self.today.month, self.today.day) < (born.month, born.day))) < 5:
            return "", "", "UN1"
        if self.chance.random() < 0.04:
            return "", "", self.chance.choice(("UN2", "UN3", "UN5"))
        former = self._upn() if self.chance.random() < 0.02 else ""
        return self._upn(), former, ""

    def _upn(self) -> str:
        self.pupil += self.chance.randint(1, 40)
        digits = f"{self.lea}{self.pupil:08d}{self.chance.randint(0, 9)}"
        return f"{upn_check_letter(digits)}{digits}"

    def _nhs_number(self) -> str:
        """A right number from the range that is kept for tests (it begins with 999)."""
        while True:
            self.nhs += self.chance.randint(1, 3)  # a million numbers must last for 250,000 children
            nine = f"{self.nhs:09d}"
            total = sum(int(figure) * weight for figure, weight in zip(nine, range(10, 1, -1), strict=True))
            check = (11 - total % 11) % 11
            if check != 10:
                return f"{nine[:3]} {nine[3:6]} {nine[6:]}{check}"

    def _school(self, age: int) -> str:
        if age < 3:
            return ""
        places = (names.NURSERIES if age < 5 else names.PRIMARIES if age < 11 else
                  names.SECONDARIES if age < 16 else names.COLLEGES)
        return self.chance.choice(places)

    def _parents(self, background: Background, surname: str) -> tuple[MadeUpParent, ...]:
        mother = MadeUpParent(f"{self.chance.choice(background.girls)} {surname}", True)
        if self.chance.random() < 0.35:
            return (mother,)
        other = surname if self.chance.random() < 0.5 else self.chance.choice(background.surnames)
        responsible = weighted(self.chance, ((True, 6), (False, 2), (None, 2)))
        return (mother, MadeUpParent(f"{self.chance.choice(background.boys)} {other}", responsible))
