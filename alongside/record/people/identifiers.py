"""Check characters of the two numbers a child carries: pupil number and NHS number."""

import re

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN_SHAPE = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")


def upn_check_letter(twelve: str) -> str:
    """The first letter a unique pupil number must have.

    `twelve` is characters 2 to 13: eleven digits, then a digit or (temporary number)
    one of the 23 letters. Each counts its place, 2 to 13, times its value; the sum
    modulo 23 picks the letter (Department for Education, unique pupil number guide).
    Raises ValueError when a character has no value.
    """
    total = 0
    for place, character in enumerate(twelve, start=2):
        value = int(character) if character.isdecimal() else UPN_LETTERS.index(character)
        total += place * value
    return UPN_LETTERS[total % 23]


def upn_trouble(upn: str) -> str:
    """ "" when the number is right, else which part is not: "shape" or "letter"."""
    if not UPN_SHAPE.fullmatch(upn):
        return "shape"
    if upn[12].isalpha() and upn[12] not in UPN_LETTERS:
        return "shape"
    return "" if upn_check_letter(upn[1:]) == upn[0] else "letter"


def nhs_number_digits(number: str) -> str:
    """The ten digits without the spaces or hyphens people write between them."""
    return number.replace(" ", "").replace("-", "")


def nhs_number_is_right(number: str) -> bool:
    """True when there are ten digits and the last is the right check digit.

    The first nine count 10 down to 2; eleven less the remainder by eleven is the check
    digit, eleven standing for 0 and ten never used (NHS Data Dictionary, NHS NUMBER).
    """
    digits = nhs_number_digits(number)
    if len(digits) != 10 or not (digits.isascii() and digits.isdecimal()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    check = 11 - total % 11
    return check != 10 and check % 11 == int(digits[9])
