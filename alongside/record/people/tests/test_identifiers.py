"""Check letter of the pupil number and check digit of the NHS number."""

import pytest

from alongside.record.people.identifiers import (
    UPN_LETTERS,
    nhs_number_digits,
    nhs_number_is_right,
    upn_check_letter,
    upn_trouble,
)


@pytest.mark.parametrize("upn", ["B801200005001", "P207000016049"])  # the first is published as an example
def test_a_right_pupil_number_has_no_trouble(upn):
    assert upn_trouble(upn) == ""


def test_only_one_letter_fits_the_digits():
    fitting = [letter for letter in UPN_LETTERS if upn_trouble(f"{letter}207000016049") == ""]
    assert fitting == ["P"]


def test_a_mistyped_figure_is_seen():
    for place in range(1, 13):
        wrong = list("P207000016049")
        wrong[place] = str((int(wrong[place]) + 1) % 10)
        assert upn_trouble("".join(wrong)) == "letter"


def test_the_last_letter_of_a_temporary_number_counts_by_its_place_among_the_23():
    assert UPN_LETTERS[0] == "A"
    assert upn_check_letter("20700001604A") == upn_check_letter("207000016040")
    assert upn_check_letter("20700001604J") == upn_check_letter("207000016048")


@pytest.mark.parametrize(
    "upn", ["", "P20700001604", "p207000016049", "P2070000160491", "PP07000016049", "P20700001604O"]
)
def test_what_is_no_pupil_number_is_told_by_its_shape(upn):
    assert upn_trouble(upn) == "shape"


@pytest.mark.parametrize("number", ["943 476 5919", "9434765919", "401-023-2137"])  # the NHS's own examples
def test_a_right_nhs_number(number):
    assert nhs_number_is_right(number)
    assert nhs_number_digits(number).isdecimal()


@pytest.mark.parametrize("number", ["", "943 476 5918", "943476591", "94347659190", "943476591X", "٩٤٣٤٧٦٥٩١٩"])
def test_a_wrong_nhs_number(number):
    assert not nhs_number_is_right(number)
