"""What must be said before a visit can be finished. A draft may lack any of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from alongside.platform.common.clock import LONDON, now, today
from alongside.platform.common.words import listed
from alongside.tools.notes.choices import ALONE, NOT_SEEN, SAID, SEEN
from alongside.tools.notes.forms.splits import asks_split, named_in, speaker
from alongside.tools.notes.forms.typed import Typed, TypedPassage
from alongside.tools.notes.selectors import Child

CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?", re.IGNORECASE)
LONG_AGO = timedelta(days=366 * 25)
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to put right: the field's id, and a sentence that says what to do."""

    at: str
    says: str


def day_of(said: str) -> date | None:
    """The day, however a browser or a person writes it."""
    for way in DAYS:
        try:
            return datetime.strptime(said, way).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def time_of(said: str) -> time | None:
    """ "14:30", "2:30pm", "2pm"."""
    found = CLOCK.fullmatch(said)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def happened_in(page: Typed) -> date | datetime | None:
    """When it was: an instant where a time was given, else the day."""
    day, start = day_of(page.day), time_of(page.start)
    return datetime.combine(day, start, LONDON) if day and start else day


def until_in(page: Typed) -> datetime | None:
    """When it ended, if that was said."""
    day, end = day_of(page.day), time_of(page.end)
    return datetime.combine(day, end, LONDON) if day and end else None


def missing(page: Typed, children: Sequence[Child]) -> list[Missing]:
    """Everything that stands between this page and a finished visit, in the order of the page."""
    going = [child for child in children if child.public_id in page.ticked]
    found = [] if going else [Missing("children", "Choose which child or children you visited")]
    found += _when(page)
    for child in going:
        found += _seen(page, child)
    found += _passages(page, going, children)
    return found


def _when(page: Typed) -> list[Missing]:
    day, start, end = day_of(page.day), time_of(page.start), time_of(page.end)
    found = []
    if day is None:
        says = "Write the day as a date, for example 12 January 2027" if page.day else "Say which day you visited"
        found.append(Missing("day", says))
    if day and day < today() - LONG_AGO:
        found.append(Missing("day", "Check the year of the day you visited"))
    if page.start and start is None:
        found.append(Missing("start", "Write the time you arrived, for example 2:30pm, or leave it empty"))
    if page.end and end is None:
        found.append(Missing("end", "Write the time you left, for example 3:20pm, or leave it empty"))
    if day and (day > today() or (start and datetime.combine(day, start, LONDON) > now())):
        found.append(Missing("day", "This day or time has not come yet: a visit is recorded once it has happened"))
    if start and end and end < start:
        found.append(Missing("end", "You left before you arrived: change one of the two times"))
    return found


def _seen(page: Typed, child: Child) -> list[Missing]:
    said = page.seen[child.public_id]
    if said.seen not in SEEN:
        return [Missing(f"seen-{child.public_id}", f"Say how you saw {child.called}, or that you did not")]
    if said.seen == NOT_SEEN:
        why = Missing(f"how-{child.public_id}", f"Say why you did not see {child.called}")
        return [] if said.how else [why]
    if said.alone not in ALONE:
        return [Missing(f"alone-{child.public_id}", f"Say whether you saw {child.called} alone")]
    return []


def _passages(page: Typed, going: Sequence[Child], children: Sequence[Child]) -> list[Missing]:
    written = [(at, each) for at, each in enumerate(page.passages, start=1) if each.text]
    somebody_seen = any(page.seen[child.public_id].seen != NOT_SEEN for child in going)
    first = page.passages[0].n if page.passages else "0"
    if not written and somebody_seen:
        return [Missing(f"text-{first}", "Write what happened: one line is enough")]
    return [fault for at, passage in written for fault in _passage(at, passage, going, children)]


def _passage(at: int, passage: TypedPassage, going: Sequence[Child], children: Sequence[Child]) -> list[Missing]:
    here = f"text-{passage.n}"
    if passage.mark == SAID and not passage.said_by:
        return [Missing(f"said_by-{passage.n}", f"Passage {at}: say who said it")]
    if says := _childs_words(at, passage, children):
        return [Missing(here, says)]
    absent = [child for child in children if child.public_id in passage.files and child not in going]
    if absent:
        who = listed([child.called for child in absent])
        says = f"Passage {at} is ticked for {who}, who is not on this visit: tick {who} above or untick here"
        return [Missing(here, says)]
    if not any(child.public_id in passage.files for child in going):
        return [Missing(here, f"Passage {at}: tick whose file it goes in")]
    return [fault for child in going for fault in _split(at, passage, child, going)]


def _childs_words(at: int, passage: TypedPassage, children: Sequence[Child]) -> str:
    """A child's words are in that child's file, and not in that of the child whose page it happens to be."""
    who, first = speaker(passage, children), children[0]
    if who is None:
        return ""
    if who.public_id not in passage.files:
        return f"Passage {at}: {who.called} said this, so it goes in {who.called}’s file: tick {who.called}"
    if first != who and first.public_id in passage.files:
        return (
            f"Passage {at}: {who.called} said this, so it goes in {who.called}’s file. Untick {first.called}, "
            f"and write what {first.called}’s file should say as a passage of its own"
        )
    return ""


def _split(at: int, passage: TypedPassage, child: Child, going: Sequence[Child]) -> list[Missing]:
    named = asks_split(passage, child, going)
    if not named:
        return []
    here, who = f"split-{passage.n}-{child.public_id}", listed([other.called for other in named])
    own = passage.splits.get(child.public_id, "")
    if not own:
        says = f"Passage {at} names {who}: say what {child.called}’s file should say, or untick {child.called}"
        return [Missing(here, says)]
    if any(named_in(own, other, as_written=True) for other in going if other != child):
        return [Missing(here, f"Passage {at}: what you put for {child.called}’s file still names {who}")]
    return []
