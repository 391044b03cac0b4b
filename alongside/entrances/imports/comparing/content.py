"""A child of the census as plain values: {block: {field: value}}, the same for the same file on any day.

A block's name is what makes it that block: "child", "referral 2026-09-07", "assessment 2026-09-07 2026-09-10"
(kind, date of the referral, date of its own start). Two of one name are told apart by " #2".
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from alongside.entrances.imports.census import ChildBlock, CinEpisode, PreProceedings, ProtectionPlan, Section47
from alongside.platform.common.words import full_date

Fields = dict[str, Any]
Content = dict[str, Fields]

TITLES = {
    "child": "Who the child is",
    "referral": "Referral",
    "assessment": "Assessment",
    "cin_plan": "Child in need plan",
    "section47": "Section 47 enquiry",
    "protection_plan": "Child protection plan",
    "pre_proceedings": "Pre-proceedings",
}
CHILD = "child"


def content_of_child(child: ChildBlock) -> tuple[Content, dict[str, int]]:
    """What the file says of this child, and the line each block starts on. Empty fields are left out."""
    content: Content = {CHILD: _filled(_who(child))}
    lines = {CHILD: child.line}
    for episode in child.episodes:
        referral = _free(content, f"referral {episode.referral_date}")
        content[referral] = _filled(_referral(episode))
        lines[referral] = episode.line
        day = referral.partition(" ")[2]
        for kind, block, fields in _inside(episode):
            key = _free(content, f"{kind} {day} {block.start}")
            content[key] = _filled(fields)
            lines[key] = block.line
    return content, lines


def _free(content: Content, key: str) -> str:
    number = 2
    wanted = key
    while wanted in content:
        wanted = f"{key} #{number}"
        number += 1
    return wanted


def _filled(fields: Fields) -> Fields:
    return {name: plain(value) for name, value in fields.items() if value is not None and value not in ("", ())}


def plain(value: Any) -> Any:
    """As JSON keeps it: a date as its ISO text, a tuple as a list."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


def _who(child: ChildBlock) -> Fields:
    return {
        "born_on": child.birth_date,
        "expected_on": child.expected_birth_date,
        "died_on": child.death_date,
        "sex": child.sex,
        "ethnicity": child.ethnicity,
        "disabilities": child.disabilities,
        "upn": child.upn,
        "former_upn": child.former_upn,
        "upn_unknown": child.upn_unknown,
    }


def _referral(episode: CinEpisode) -> Fields:
    return {
        "received_on": episode.referral_date,
        "source": episode.source,
        "primary_need": episode.primary_need,
        "no_further_action": episode.no_further_action,
        "conference_on": episode.conference,
        "closed_on": episode.closure_date,
        "closing_reason": episode.closure_reason,
    }


def _inside(episode: CinEpisode) -> Iterator[tuple[str, Any, Fields]]:
    for a in episode.assessments:
        given = {"started_on": a.start, "reviewed_on": a.internal_review, "concluded_on": a.end, "factors": a.factors}
        yield "assessment", a, given
    for s in episode.section47s:
        yield "section47", s, _of_section47(s)
    for p in episode.cin_plans:
        yield "cin_plan", p, {"started_on": p.start, "ended_on": p.end}
    for c in episode.protection_plans:
        yield "protection_plan", c, _of_protection_plan(c)
    for r in episode.pre_proceedings:
        yield "pre_proceedings", r, _of_pre_proceedings(r)


def _of_section47(block: Section47) -> Fields:
    return {
        "started_on": block.start,
        "conference_target": block.conference_target,
        "conference_on": block.conference,
        "conference_not_required": block.conference_not_required,
    }


def _of_protection_plan(block: ProtectionPlan) -> Fields:
    return {
        "started_on": block.start,
        "ended_on": block.end,
        "first_category": block.first_category,
        "latest_category": block.latest_category,
        "previous_plans": block.previous_plans,
        "reviewed_on": tuple(sorted({review.day for review in block.reviews})),
    }


def _of_pre_proceedings(block: PreProceedings) -> Fields:
    return {
        "started_on": block.start,
        "letter_sent_on": block.letter_sent,
        "family_meeting_offered": block.family_meeting_offered,
        "family_meeting_held": block.family_meeting_held,
        "first_meeting_on": block.first_meeting,
        "review_meetings": block.review_meetings,
        "decided_on": block.decision,
        "outcome": block.outcome,
        "court_application_on": block.court_application,
        "care_proceedings_letter_on": block.care_proceedings_letter,
    }


def digest_of(content: Content) -> str:
    """The same for the same content, whatever order the file had it in."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def kind_of(key: str) -> str:
    """ "assessment" of "assessment 2026-09-07 2026-09-10"."""
    return key.partition(" ")[0]


def referral_of(key: str) -> str:
    """The name of the referral that a block stands in."""
    _, day, *rest = key.split(" ")
    return f"referral {day}" + (f" {rest[0]}" if rest and rest[0].startswith("#") else "")


def title_of(key: str) -> str:
    """ "Assessment of 10 September 2026"; a referral's own date for a referral."""
    kind, *days = key.split(" ")
    dates = [day for day in days if not day.startswith("#")]
    if not dates:
        return TITLES[kind]
    words = "Referral" if kind == "referral" else TITLES[kind]
    return f"{words} of {full_date(date.fromisoformat(dates[-1]))}"


def one_line(value: Any) -> str:
    """A value for a table cell: dates in words, yes and no, lists with commas."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(one_line(each) for each in value) or "nothing"
    if isinstance(value, date):
        return full_date(value)
    text = str(value)
    try:
        return full_date(date.fromisoformat(text)) if len(text) == 10 and text[4:5] == "-" else text
    except ValueError:
        return text
