"""What to call somebody: the name they use, or plain words while no name is known."""

from datetime import date

from alongside.platform.common.clock import today
from alongside.platform.common.words import age_words, month_year
from alongside.record.people.choices import SEX
from alongside.record.people.models import Person

GIRL_OR_BOY = {"F": "girl", "M": "boy"}


def name_of(person: Person) -> str:
    """ "Taz Marlow"; "Child E-20417" when the file held no name; "Unborn child" before birth."""
    first = person.known_as or person.given_names.split(" ")[0]
    named = f"{first} {person.family_name}".strip()
    if named:
        return named
    if person.is_child:
        return f"Child {person.council_ref}"
    return "Name not known"


def first_name(person: Person) -> str:
    """ "Taz", or "this child" while no name is known."""
    return person.known_as or person.given_names.split(" ")[0] or "this child"


def is_named(person: Person) -> bool:
    """Whether any name is known."""
    return bool(person.given_names or person.family_name or person.known_as)


def in_words(person: Person) -> str:
    """ "Child E-20417, girl, born May 2012; name not known" for a child without a name."""
    words = [name_of(person)]
    if sex := GIRL_OR_BOY.get(person.sex):
        words.append(sex)
    if person.born_on:
        words.append(f"born {month_year(person.born_on)}")
    elif person.expected_on:
        words.append(f"not yet born, expected {month_year(person.expected_on)}")
    else:
        words.append("birth date not known")
    return ", ".join(words) + ("" if is_named(person) else "; name not known")


def age_of(person: Person, day: date | None = None) -> str:
    """ "14", "5 months", "not yet born", or "" when no birth date is known."""
    if person.born_on:
        return age_words(person.born_on, day or today())
    return "not yet born" if person.expected_on and not person.died_on else ""


def sex_in_words(person: Person) -> str:
    """The census's word for it."""
    return SEX.get(person.sex, person.sex)


def initials(person: Person) -> str:
    """Two letters for the round badge, or "?"."""
    letters = [word[0] for word in (person.known_as or person.given_names, person.family_name) if word]
    return "".join(letters).upper() or "?"
