"""Doubts about section 47 enquiries and initial conferences."""

from __future__ import annotations

from datetime import date

from alongside.platform.common.words import DAYS as DAYS_OF_WEEK
from alongside.platform.common.words import full_date

from ..blocks import ChildBlock, CinEpisode, Section47
from ..faults import FaultList
from .when import When, after_working_days, clashes

DAYS = 15
SATURDAY = 5


def check_section_47s(child: ChildBlock, when: When, note: FaultList) -> None:
    every: list[Section47] = []
    for episode in child.episodes:
        if episode.conference:
            check_conference(episode, episode.line, episode.conference, when, note)
        for enquiry in episode.section47s:
            check_enquiry(episode, enquiry, when, note)
        check_beside(episode, note)
        every.extend(episode.section47s)
    if len(every) > 1:
        check_several(every, note)


def check_conference(episode: CinEpisode, line: int, day: date, when: When,
                     note: FaultList) -> None:
    when.check(note, line, "DateOfInitialCPC", "The initial conference", day, "8715")
    if day.weekday() >= SATURDAY:
        note.doubt(line, "8875", "DateOfInitialCPC", f"The initial conference on {full_date(day)} "
                   f"falls on a {DAYS_OF_WEEK[day.weekday()]}.", day.isoformat())
    if day < episode.referral_date:
        note.doubt(line, "1104", "DateOfInitialCPC", f"The initial conference on {full_date(day)} "
                   f"is before the referral on {full_date(episode.referral_date)}.",
                   day.isoformat())


def check_enquiry(episode: CinEpisode, enquiry: Section47, when: When, note: FaultList) -> None:
    line, start, target = enquiry.line, enquiry.start, enquiry.conference_target
    when.check(note, line, "S47ActualStartDate", "The start of the section 47 enquiry", start)
    if start < episode.referral_date:
        note.doubt(line, "2889", "S47ActualStartDate", f"The section 47 enquiry starts on "
                   f"{full_date(start)}, before the referral on "
                   f"{full_date(episode.referral_date)}.", start.isoformat())
    if target and target.weekday() >= SATURDAY:
        note.doubt(line, "8870Q", "InitialCPCtarget", f"The target for the conference, "
                   f"{full_date(target)}, falls on a {DAYS_OF_WEEK[target.weekday()]}.", target.isoformat())
    if enquiry.conference is None:
        check_no_conference(enquiry, when, note)
        return
    check_conference(episode, line, enquiry.conference, when, note)
    if enquiry.conference < start:
        note.doubt(line, "8615", "DateOfInitialCPC", f"The initial conference on "
                   f"{full_date(enquiry.conference)} is before the section 47 enquiry started on "
                   f"{full_date(start)}.", enquiry.conference.isoformat())
    if enquiry.conference_not_required:
        note.doubt(line, "conference-not-required", "ICPCnotRequired", "The file says no "
                   "conference was required and gives the date of one.")


def check_no_conference(enquiry: Section47, when: When, note: FaultList) -> None:
    if not when.year_over:
        return
    if when.outside(enquiry.start):
        note.doubt(enquiry.line, "8740", "S47ActualStartDate", "A section 47 enquiry without a "
                   f"conference started on {full_date(enquiry.start)}, outside the census year.",
                   enquiry.start.isoformat())
    elif (not enquiry.conference_not_required
          and after_working_days(enquiry.start, DAYS) < when.end):
        note.doubt(enquiry.line, "8675Q", "DateOfInitialCPC", f"More than {DAYS} working days "
                   f"after the section 47 enquiry started on {full_date(enquiry.start)} there was "
                   "neither a conference nor “not required”.")


def check_beside(episode: CinEpisode, note: FaultList) -> None:
    if not episode.section47s:
        return
    if episode.conference and any(one.conference for one in episode.section47s):
        note.doubt(episode.line, "2884", "DateOfInitialCPC", "The initial conference is given "
                   "twice: under the referral and under a section 47 enquiry.",
                   episode.conference.isoformat())
    if not episode.assessments:
        note.doubt(episode.section47s[0].line, "2991Q", "Section47", "There is a section 47 "
                   "enquiry but no assessment under this referral.")


def check_several(every: list[Section47], note: FaultList) -> None:
    going = [one for one in every if not one.conference_not_required]
    for enquiry in [one for one in going if one.conference is None][1:]:
        note.doubt(enquiry.line, "8839", "Section47", "The child has more than one open section 47 "
                   "enquiry.")
    for earlier, later in clashes(going, lambda b: b.start, lambda b: b.conference):
        note.doubt(later.line, "8890", "S47ActualStartDate", f"The section 47 enquiry that starts "
                   f"on {full_date(later.start)} overlaps the one on line {earlier.line}.",
                   later.start.isoformat())
