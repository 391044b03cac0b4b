"""Forty families of Eastmere. Written with the same care as a real record: these are somebody's children."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

FAMILY_NAMES = (
    "Marlow",
    "Harker",
    "Mensah-Hart",
    "Demir",
    "Bramwell",
    "Sorrell",
    "Renwick",
    "Okonkwo",
    "Szymanski",
    "Fairley",
    "Achterberg",
    "Quill",
    "Baptiste",
    "Lindqvist",
    "Tregear",
    "Noor",
    "Whitcombe",
    "Duarte",
    "Penhale",
    "Amankwah",
    "Sutcliffe",
    "Rahimi",
    "Copley",
    "Vickery",
    "Ogunleye",
    "Hallworth",
    "Petrescu",
    "Stannard",
    "Iqbal",
    "Fenwick",
    "Moss",
    "Kaur",
    "Tolliver",
    "Beckett",
    "Ansah",
    "Rowntree",
    "Yilmaz",
    "Greaves",
    "Hollis",
    "Adeyemi",
)
GIRLS = (
    "Maisie",
    "Otti",
    "Isla",
    "Ivy",
    "Zainab",
    "Rosa",
    "Nia",
    "Freya",
    "Aisha",
    "Lottie",
    "Grace",
    "Amelia",
    "Hana",
    "Tilly",
    "Esme",
    "Leila",
    "Martha",
    "Sofia",
    "Ada",
    "Wren",
    "Orla",
    "Mina",
    "Daisy",
    "Ruby",
)
BOYS = (
    "Finley",
    "Kofi",
    "Yusuf",
    "Alfie",
    "Dougie",
    "Reuben",
    "Idris",
    "Kai",
    "Stanley",
    "Omar",
    "Jude",
    "Milo",
    "Tariq",
    "Ned",
    "Ezra",
    "Callum",
    "Ravi",
    "Toby",
    "Abel",
    "Luca",
    "Hamza",
    "Rory",
    "Felix",
    "Sol",
)
PARENTS = (
    "Leanne",
    "Karen",
    "Fatima",
    "Joanna",
    "Marek",
    "Simon",
    "Adaeze",
    "Bilal",
    "Tobi",
    "Clare",
    "Mehmet",
    "Ruth",
    "Daniel",
    "Rosemary",
    "Steph",
    "Amir",
    "Helena",
    "Gareth",
    "Nadia",
    "Pauline",
)
ETHNICITIES = ("WBRI", "WBRI", "WBRI", "WBRI", "MWBC", "AIND", "APKN", "BAFR", "BCRB", "WOTH", "MOTH", "ABAN")
STREETS = (
    "Larkfield Road",
    "Harbour View",
    "Tidewater Street",
    "Saltmarsh Lane",
    "Chapel Row",
    "Gasworks Walk",
    "Quay Street",
    "Mill Rise",
)
SCHOOLS = ("Tidewater Academy", "Harbour View Primary", "Larkfield Primary", "Saltmarsh Primary", "Marsh End School")
PRONOUNS = {"F": "she/her", "M": "he/him"}


@dataclass(frozen=True)
class Child:
    """`born` None with `expected`: not yet born."""

    given: str
    known_as: str
    sex: str
    born: date | None
    expected: date | None
    ethnicity: str
    school: str


@dataclass(frozen=True)
class Family:
    """Children oldest first; `parents` are (first name, kind, parental responsibility)."""

    name: str
    address: str
    postcode: str
    parents: tuple[tuple[str, str, bool | None], ...]
    children: list[Child] = field(default_factory=list)


def families(today: date, random: Random) -> list[Family]:
    """The same forty families for the same seed; ages follow today. About 120 children."""
    return [_family(number, name, today, random) for number, name in enumerate(FAMILY_NAMES)]


def _family(number: int, name: str, today: date, random: Random) -> Family:
    ethnicity = random.choice(ETHNICITIES)
    responsible: bool | None = random.choice((True, True, False, None))
    parents = [(random.choice(PARENTS), "mother", True)]
    if random.random() < 0.6:
        parents.append((random.choice([p for p in PARENTS if p != parents[0][0]]), "father", responsible))  # type: ignore[arg-type]
    family = Family(
        name=name,
        address=f"{random.randint(1, 90)} {STREETS[number % len(STREETS)]}",
        postcode=f"ZZ9{number % 10} {random.randint(1, 9)}EM",
        parents=tuple(parents),
    )
    count = random.choices((2, 3, 4, 5), weights=(3, 4, 3, 1))[0]
    ages = sorted(random.sample(range(1, 17), count), reverse=True)
    names = {"F": random.sample(GIRLS, count), "M": random.sample(BOYS, count)}
    for position, age in enumerate(ages):
        family.children.append(_child(position, age, ethnicity, names, today, random))
    if number == 0:
        _taz(family, today)
    if number % 13 == 5:
        expected = date.fromordinal(today.toordinal() + 70)
        family.children.append(Child("", "", "U", None, expected, ethnicity, ""))
    return family


def _child(position: int, age: int, ethnicity: str, names: dict[str, list[str]], today: date, random: Random) -> Child:
    sex = random.choice("FM")
    born = date.fromordinal(today.toordinal() - int(age * 365.25) - random.randint(5, 330))
    school = "" if age < 4 else SCHOOLS[0] if age > 10 else random.choice(SCHOOLS[1:])
    return Child(names[sex][position], "", sex, born, None, ethnicity, school)


def _taz(family: Family, today: date) -> None:
    """Tamsin, who likes to be called Taz, her brother Reuben and their baby sister Ivy: the family of the pictures."""
    school = SCHOOLS[0]
    family.children[:] = [
        Child("Tamsin", "Taz", "F", date(today.year - 14, 5, 3), None, "MWBC", school),
        Child("Reuben", "", "M", date(today.year - 9, 8, 14), None, "MWBA", SCHOOLS[1]),
        Child("Ivy", "", "F", date(today.year - 1, 7, 20), None, "WBRI", ""),
    ]
