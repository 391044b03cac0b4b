"""Recording a visit, and adding to the note of one. Nothing that was finished is ever rewritten."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import now, start_of, today
from alongside.platform.common.errors import Refused
from alongside.platform.common.ids import new_id
from alongside.record.casework.selectors import holders_of
from alongside.record.timescales.actions import About, NewEvent, Writing, writing
from alongside.tools.forms.actions import finish_draft
from alongside.tools.notes import policy
from alongside.tools.notes.choices import ALONE, MARKS, NOT_SEEN, SAID, SAW, SEEN, WHAT_IT_WAS
from alongside.tools.notes.models import Note, NoteChild, Passage
from alongside.tools.notes.visit import FromDraft, InFile, Part, Words, shortened

__all__ = ["FromDraft", "InFile", "Part", "Words", "add_passage", "record_visit", "take_back_visit"]

AREA = "tools.notes"
LINE, CHILDS_WORDS = 220, 400  # characters of an entry's line, and of a child's own words in it
A_CLOCK_ASTRAY = timedelta(minutes=10)


def record_visit(
    *,
    by: Actor,
    children: Sequence[Part],
    happened: date | datetime,
    passages: Sequence[Words] = (),
    until: datetime | None = None,
    place: str = "",
    what: Sequence[str] = (),
    also_there: Sequence[str] = (),
    draft: FromDraft | None = None,
) -> Note:
    """One visit, to one child or several: the note, one event, every child's due items judged, the draft finished.

    The event is `visit.made`, or `visit.attempted` when no child was seen. It names no case and no plan: one visit to
    two children belongs to the cases of both. `draft` says which draft it was finished from, and which version of it.
    Raises NotThere unless the actor works with every child; Refused for what cannot be; DraftClash as `finish_draft`.
    """
    _check(children, happened, passages)
    policy.check_may_record(by, [part.person for part in children])
    roles = _roles(by, children)
    with writing(by) as w:
        note = _note(by, happened, until, place, what, also_there)
        event = w.event(_event(by, note, children, happened, passages, roles))
        note.event, note.recorded_at = event, w.at
        w.keep(note)
        for part in children:
            w.keep(_part(note, part))
        _keep_passages(w, by, note, children, passages)
        if draft:
            finish_draft(by=by, draft=draft.id, version=draft.version, became=note.id, window=draft.window)
    return note


def _check(children: Sequence[Part], happened: date | datetime, passages: Sequence[Words]) -> None:
    people = [part.person for part in children]
    if not people or len(set(people)) != len(people):
        raise Refused("Choose which child or children you visited, each once. Nothing was saved as finished.")
    if any(each.person not in people for words in passages for each in words.files):
        raise Refused("A passage goes only in the file of a child of this visit. Nothing was saved as finished.")
    known = all(
        part.seen in SEEN and (part.alone == "" if part.seen == NOT_SEEN else part.alone in ALONE) for part in children
    )
    if not known or any(words.mark and words.mark not in MARKS for words in passages):
        raise Refused("Say for each child how you saw them, and whether alone. Nothing was saved as finished.")
    latest = now() + A_CLOCK_ASTRAY if isinstance(happened, datetime) else today()
    if happened > latest:  # type: ignore[operator]
        raise Refused("A visit that has not happened yet cannot be recorded. Nothing was saved as finished.")


def _roles(by: Actor, children: Sequence[Part]) -> dict[UUID, str]:
    """For each child, the role this visit was made in: one query."""
    held: dict[UUID, set[str]] = {part.person: set() for part in children}
    for allocation in holders_of(by, held):
        if allocation.worker_id == by.worker_id:
            held[allocation.person_id].add(allocation.role)
    return {person: policy.role_on_visit(by, roles) for person, roles in held.items()}


def _note(
    by: Actor,
    happened: date | datetime,
    until: datetime | None,
    place: str,
    what: Sequence[str],
    also_there: Sequence[str],
) -> Note:
    precise = isinstance(happened, datetime)
    return Note(
        id=new_id(),
        org=by.org,
        author=by.account_id,
        author_name=by.name,
        author_role=by.role,
        happened=happened if isinstance(happened, datetime) else start_of(happened),
        precise=precise,
        until=until if precise else None,
        place=place[:300],
        what=[each for each in what if each in WHAT_IT_WAS],
        also_there=[name[:200] for name in also_there],
    )


def _event(
    by: Actor,
    note: Note,
    children: Sequence[Part],
    happened: date | datetime,
    passages: Sequence[Words],
    roles: dict[UUID, str],
) -> NewEvent:
    seen = any(part.was_seen for part in children)
    payload = {"by_role": policy.role_on_visit(by, set(roles.values())), "note": str(note.id)}
    payload |= {"where": note.place} if note.place else {}
    payload |= {"purpose": note.what[0]} if note.what else {}
    return NewEvent(
        kind="visit.made" if seen else "visit.attempted",
        happened=happened,
        about=tuple(_about(note, part, passages, roles[part.person], seen) for part in children),
        area=AREA,
        payload=payload,
        ref=note.id,
    )


def _about(note: Note, part: Part, passages: Sequence[Words], by_role: str, seen: bool) -> About:
    """One child's entry: its headline, line and words come only from what goes in this child's own file."""
    title = WHAT_IT_WAS[note.what[0]] if note.what and note.what[0] != "other" else "Visit"
    mine = [(words, words.for_child(part.person)) for words in passages if not words.third_party]
    line = next((own.text for words, own in mine if own and words.mark in (SAW, SAID)), part.how)
    said = next((own.text for words, own in mine if own and words.mark == SAID and own.exact and own.said_by_child), "")
    return About(
        subject=part.person,
        headline=f"{title}: {part.in_words}" if seen else f"{title} tried: nobody seen",
        line="" if said and line == said else shortened(line, LINE),
        words=shortened(said, CHILDS_WORDS),
        part=part.as_payload(by_role),
    )


def _part(note: Note, part: Part) -> NoteChild:
    return NoteChild(
        org=note.org,
        restricted=part.restricted,
        note=note,
        person_id=part.person,
        seen=part.seen,
        seen_alone=part.alone,
        how_known=part.how,
    )


def _keep_passages(w: Writing, by: Actor, note: Note, children: Sequence[Part], passages: Sequence[Words]) -> None:
    restricted = {part.person: part.restricted for part in children}
    for position, words in enumerate(passages, start=1):
        piece = new_id()
        for own in words.files:
            passage = _passage(by, note, own, words, position)
            passage.piece, passage.restricted, passage.written_at = piece, restricted[own.person], w.at
            w.keep(passage)


def _passage(by: Actor, note: Note, own: InFile, words: Words, position: int) -> Passage:
    return Passage(
        org=note.org,
        note=note,
        person_id=own.person,
        position=position,
        mark=words.mark,
        text=own.text,
        said_by=own.said_by[:200],
        said_by_child=own.said_by_child,
        exact_words=own.exact,
        third_party=words.third_party,
        split=own.split,
        author=by.account_id,
        author_name=by.name,
    )


def add_passage(*, by: Actor, note: Note, words: Words, because: str) -> Passage:
    """Put something right, or more complete, by adding: who, when and why stand with it. What was written stays.

    It goes in one child's file: the one whose page it was written on.
    """
    if len(words.files) != 1 or not words.files[0].text.strip() or not because.strip():
        raise Refused("Write what you add, and why. Nothing was changed.")
    own = words.files[0]
    policy.check_may_record(by, [own.person])
    part = NoteChild.objects.filter(note=note, person_id=own.person).first()
    if part is None:
        raise Refused("This visit was not about this child. Nothing was changed.")
    there = Passage.objects.filter(note=note, person_id=own.person)
    last = there.order_by("-position").values_list("position", flat=True).first()
    with writing(by) as w:
        passage = _passage(by, note, own, words, (last or 0) + 1)
        passage.added_because, passage.restricted = because.strip()[:400], part.restricted
        w.note("visit.added_to", (own.person,), note.id)
        return w.keep(passage)


def take_back_visit(*, by: Actor, note: Note, because: str) -> None:
    """The visit was recorded in error: crossed out in every child's file it is in, and what it met is owed again.

    Raises NotThere unless the actor works with every one of these children; Refused without a reason, or a second time.
    """
    if not because.strip():
        raise Refused("Say why it was recorded in error. Nothing was changed.")
    people = list(NoteChild.objects.filter(note=note).values_list("person_id", flat=True))
    policy.check_may_record(by, people)
    with writing(by) as w:
        for person in sorted(people):
            w.hold(person)  # two who press at once: the second waits here, and finds it crossed out
        if not note.event.abouts.filter(voided_at=None).exists():
            raise Refused("This visit is crossed out already. Nothing was changed.")
        w.void(note.event, because.strip()[:400])
