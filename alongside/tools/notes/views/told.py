"""A visit and its passages in words, for reading and for print."""

from typing import Any

from alongside.platform.access.roles import ROLES
from alongside.platform.common.clock import london_date
from alongside.platform.common.words import full_date, how_many, long_date, short_date, time_of_day
from alongside.tools.notes.choices import MARKS, WHAT_IT_WAS
from alongside.tools.notes.models import NoteChild, Passage
from alongside.tools.notes.visit import Part

PICTURES = {"saw": "eye", "said": "quote", "think": "think", "next": "next", "": "draft"}


def told(part: NoteChild) -> dict[str, Any]:
    """One child's part of a visit."""
    note = part.note
    day = london_date(note.happened)
    late = (london_date(note.recorded_at) - day).days
    seen = Part(person=part.person_id, seen=part.seen, alone=part.seen_alone).in_words
    return {
        "id": note.id,
        "what": [WHAT_IT_WAS.get(each, each) for each in note.what] or ["Visit"],
        "day": f"{long_date(day, now=day)} {day.year}",
        "short_day": short_date(day),
        "full_day": full_date(day),
        "time": time_of_day(note.happened) if note.precise else "",
        "times": _times(part),
        "seen": seen[0].upper() + seen[1:],
        "was_seen": part.seen != "not",
        "how": part.how_known,
        "place": note.place,
        "also_there": note.also_there,
        "author": note.author_name,
        "role": ROLES[note.author_role].title.lower() if note.author_role in ROLES else "",
        "recorded": f"{full_date(london_date(note.recorded_at))}, {time_of_day(note.recorded_at)}",
        "late": f"Recorded {how_many(late, 'day')} later" if late > 0 else "",
        "very_late": late > 7,
        "crossed_out": _crossed_out(part),
    }


def _crossed_out(part: NoteChild) -> str:
    """When and why it was crossed out, or ""."""
    when = part.voided_at  # type: ignore[attr-defined]
    return f"Crossed out on {full_date(london_date(when))}: {part.note.event.voided_because}" if when else ""


def _times(part: NoteChild) -> str:
    note = part.note
    if not note.precise:
        return ""
    return time_of_day(note.happened) + (f" to {time_of_day(note.until)}" if note.until else "")


def told_passage(passage: Passage) -> dict[str, Any]:
    """One passage as this child's file has it."""
    return {
        "mark": passage.mark or "saw",
        "mark_words": MARKS.get(passage.mark, "Not marked"),
        "picture": PICTURES[passage.mark],
        "text": passage.text,
        "said_by": passage.said_by,
        "by_child": passage.said_by_child,
        "exact": passage.exact_words,
        "third_party": passage.third_party,
        "author": passage.author_name,
        "when": f"{full_date(london_date(passage.written_at))}, {time_of_day(passage.written_at)}",
        "because": passage.added_because,
    }
