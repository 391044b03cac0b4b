"""Doubts about who the child is: numbers, birth, death, sex, ethnicity, disability."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.platform.common.words import full_date
from alongside.record.people.choices import DISABILITY, ETHNICITY, SEX, UPN_UNKNOWN
from alongside.record.people.identifiers import UPN_SHAPE, upn_trouble

from ..blocks import ChildBlock
from ..faults import FaultList, shown
from .when import When, check_code

FORTY_WEEKS = timedelta(weeks=40)


def check_identity(child: ChildBlock, when: When, note: FaultList) -> None:
    check_id(child, note)
    check_upn(child, when, note)
    check_birth(child, when, note)
    check_death(child, when, note)
    check_code(note, child.line, "4180", "Sex", child.sex, SEX, needed=True)
    if child.birth_date is None and child.expected_birth_date and child.sex in ("M", "F"):
        note.doubt(child.line, "8750", "Sex", "This child is not yet born but the file gives a "
                   "sex; for an unborn child it should be U, not known.", child.sex)
    check_code(note, child.line, "4220", "Ethnicity", child.ethnicity, ETHNICITY, needed=True)
    check_disabilities(child, note)


def check_id(child: ChildBlock, note: FaultList) -> None:
    if len(child.child_id) > 20:
        note.doubt(child.line, "1570", "LAchildID", f"The child id is {len(child.child_id)} "
                   "characters long; the census takes at most 20.", child.child_id)
    if not (child.child_id.isascii() and child.child_id.isalnum()):
        note.doubt(child.line, "1580", "LAchildID", f"The child id {shown(child.child_id)} has a "
                   "character that is neither a letter nor a digit.", child.child_id)


def check_upn(child: ChildBlock, when: When, note: FaultList) -> None:
    check_code(note, child.line, "UPNunknown", "UPNunknown", child.upn_unknown, UPN_UNKNOWN)
    if child.upn:
        check_upn_itself(child, note)
    elif child.upn_unknown in ("", "UN1") and of_school_age(child, when):
        note.doubt(child.line, "8770Q", "UPN", "This child is of school age and the file gives "
                   "no pupil number.", child.upn_unknown)
    if child.former_upn and not UPN_SHAPE.fullmatch(child.former_upn):
        note.doubt(child.line, "1560Q", "FormerUPN", f"The former pupil number "
                   f"{shown(child.former_upn)} is not a letter and twelve characters.",
                   child.former_upn)
    if child.upn_unknown == "UN7" and any(e.no_further_action is False for e in child.episodes):
        note.doubt(child.line, "8772", "UPNunknown", "UN7 is only for referrals with no further "
                   "action, and this child has another.", "UN7")


def check_upn_itself(child: ChildBlock, note: FaultList) -> None:
    if child.upn_unknown:
        note.doubt(child.line, "upn-and-reason", "UPNunknown", "The file gives a pupil number and "
                   "also a reason for not having one.", child.upn_unknown)
    trouble = upn_trouble(child.upn)
    if trouble == "letter":
        note.doubt(child.line, "1510", "UPN", f"The first letter of the pupil number {child.upn} "
                   "does not fit its digits: one character may be mistyped.", child.upn)
    elif trouble:
        note.doubt(child.line, shape_rule(child.upn), "UPN", f"The pupil number "
                   f"{shown(child.upn)} should be a letter, eleven digits, and a digit or letter.",
                   child.upn)


def shape_rule(upn: str) -> str:
    if len(upn) == 13 and upn[1:12].isdecimal():
        return "1550"
    return "1540" if len(upn) == 13 else "1510"


def of_school_age(child: ChildBlock, when: When) -> bool:
    """5 to 15 on the last day of the census year (or today), with a referral that went on."""
    if child.birth_date is None or not any(e.no_further_action is False for e in child.episodes):
        return False
    return 5 <= years_old(child.birth_date, min(when.today, when.end)) <= 15


def years_old(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def check_birth(child: ChildBlock, when: When, note: FaultList) -> None:
    birth, expected = child.birth_date, child.expected_birth_date
    if birth and expected:
        note.doubt(child.line, "8525Q", "ExpectedPersonBirthDate", "The file gives a birth date "
                   "and an expected birth date; only one should stand.", expected.isoformat())
    elif not birth and not expected:
        note.doubt(child.line, "8525Q", "PersonBirthDate", "The file gives no birth date and no "
                   "expected birth date.")
    elif expected:
        check_expected(child, expected, when, note)
    if birth and (birth > when.end or birth > when.today):
        note.doubt(child.line, "8520", "PersonBirthDate", f"The birth date {full_date(birth)} is "
                   "after the end of the census year or still to come.", birth.isoformat())
    elif birth and years_old(birth, min(when.today, when.end)) > 25:
        note.doubt(child.line, "8775Q", "PersonBirthDate", f"The birth date {full_date(birth)} "
                   "makes this person older than 25.", birth.isoformat())


def check_expected(child: ChildBlock, expected: date, when: When, note: FaultList) -> None:
    """8530Q asks for March to December of the closing year; before its end we ask 40 weeks."""
    if when.year_over:
        year = when.end.year
        right = date(year, 3, 1) <= expected <= date(year, 12, 31)
    else:
        right = abs(expected - when.today) <= FORTY_WEEKS
    if not right:
        note.doubt(child.line, "8530Q", "ExpectedPersonBirthDate", "The expected birth date "
                   f"{full_date(expected)} does not fit a child who is not yet born.",
                   expected.isoformat())


def check_death(child: ChildBlock, when: When, note: FaultList) -> None:
    death = child.death_date
    if death is None:
        return
    if child.birth_date and death < child.birth_date:
        note.doubt(child.line, "8535Q", "PersonDeathDate", f"The date of death {full_date(death)} "
                   f"is before the birth date {full_date(child.birth_date)}.", death.isoformat())
    when.check(note, child.line, "PersonDeathDate", "The child’s death", death, "8545Q")


def check_disabilities(child: ChildBlock, note: FaultList) -> None:
    given = child.disabilities
    if not given:
        if child.birth_date and any(e.no_further_action is False for e in child.episodes):
            note.doubt(child.line, "8540", "Disability", "The file does not say whether this "
                       "child has a disability.")
        return
    for code in given:
        check_code(note, child.line, "8540", "Disability", code, DISABILITY)
    if "NONE" in given and len(set(given)) > 1:
        note.doubt(child.line, "8790", "Disability", "The file says no disability and names one.",
                   " ".join(given)[:200])
    if len(set(given)) < len(given):
        note.doubt(child.line, "8794", "Disability", "The same disability is given twice.",
                   " ".join(given)[:200])
