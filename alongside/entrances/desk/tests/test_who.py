"""Putting right who a child is: nothing a colleague put right is undone, and what was held before can be read."""

import re
from typing import Any

from alongside.entrances.desk.tests.test_my_day import text
from alongside.record.people.actions import correct_person
from alongside.record.people.models import Person
from tests.machinery.council import Council


def fields(page: Any) -> dict[str, str]:
    """Every field of the form as the browser would send it back."""
    inputs = re.findall(r"<input[^>]*>", text(page))
    named = [(re.search(r'name="([^"]*)"', each), re.search(r'value="([^"]*)"', each)) for each in inputs]
    return {name[1]: value[1] if value else "" for name, value in named if name}


def taz(council: Council) -> Person:
    council.as_system()
    return Person.objects.get(pk=council.children["Taz"].pk)


def test_an_old_page_undoes_nothing_a_colleague_put_right(council: Council) -> None:
    amal, address = council.browser("Amal"), council.path("Taz", "who/")
    old = fields(amal.get(address))
    correct_person(by=council.acting("Bea"), person=council.children["Taz"], family_name="Marlowe")
    answer = council.browser("Amal").post(address, old | {"pronouns": "they/them"})
    assert answer.status_code == 302
    assert (taz(council).family_name, taz(council).pronouns) == ("Marlowe", "they/them")


def test_two_who_change_the_same_are_both_shown(council: Council) -> None:
    address = council.path("Taz", "who/")
    old = fields(council.browser("Amal").get(address))
    correct_person(by=council.acting("Bea"), person=council.children["Taz"], family_name="Marlowe")
    browser = council.browser("Amal")
    answer = browser.post(address, old | {"family_name": "Marlo", "pronouns": "they/them"})
    assert answer.status_code == 422
    assert "Bea Okafor changed this to “Marlowe” while you wrote “Marlo”" in text(answer)
    assert taz(council).family_name == "Marlowe"
    again = fields(answer)
    assert (again["family_name"], again["pronouns"]) == ("Marlo", "they/them")
    assert council.browser("Amal").post(address, again).status_code == 302
    assert (taz(council).family_name, taz(council).pronouns) == ("Marlo", "they/them")


def test_what_was_held_before_can_be_read(council: Council) -> None:
    correct_person(by=council.acting("Bea"), person=council.children["Taz"], family_name="Marlowe")
    page = text(council.browser("Amal").get(council.path("Taz", "who/")))
    assert "Family name: “Marlow” became “Marlowe”" in page
    assert "Bea Okafor" in page


def test_a_birth_date_is_read_as_the_example_writes_it(council: Council) -> None:
    answer = council.browser("Amal").post(council.path("Taz", "who/"), {"born_on": "27 3 2014"})
    assert answer.status_code == 302
    assert str(taz(council).born_on) == "2014-03-27"


def test_a_day_that_cannot_be_is_refused_in_a_sentence(council: Council) -> None:
    typed = {"born_on": "1/1/0001", "expected_on": "1/1/9999", "given_names": "a" * 121}
    page = text(council.browser("Amal").post(council.path("Taz", "who/"), typed))
    for words in ("This day is before 1900", "more than ten months away", "Shorten this to 120 characters or fewer"):
        assert words in page
    assert "Ensure this value" not in page


def test_what_a_file_got_wrong_keeps_no_name_from_being_put_right(council: Council) -> None:
    correct_person(by=council.as_system(), person=council.children["Taz"], nhs_number="1")
    address = council.path("Taz", "who/")
    browser = council.browser("Amal")
    assert browser.post(address, fields(browser.get(address)) | {"known_as": "Tazzie"}).status_code == 302
    assert taz(council).known_as == "Tazzie"
