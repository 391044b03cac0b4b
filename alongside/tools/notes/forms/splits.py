"""A passage that names another child is split: each second child's file gets only what is put there for it.

One file gets the passage whole: that of the child who said it, else of the child whose page it is. A second child's
file, if the passage names any other child of the visit or was said by one, gets the words of its own box, and those may
not name the other child either.
"""

import re
from collections.abc import Sequence

from alongside.tools.notes.choices import SAID
from alongside.tools.notes.forms.typed import TypedPassage
from alongside.tools.notes.selectors import Child

SENTENCE = re.compile(r"(?<=[.!?])\s+")
BY_A_CHILD = "child:"


def named_in(text: str, child: Child, *, as_written: bool = False) -> bool:
    """Whether the text says one of the child's names. Someone typing in a hurry writes names small; that counts.

    `as_written`: only with its capital, for words that are themselves a name ("will", "grace").
    """
    how = 0 if as_written else re.IGNORECASE
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, how) for name in child.names)


def speaker(passage: TypedPassage, children: Sequence[Child]) -> Child | None:
    """The child of the visit who said it, if one did."""
    if passage.mark != SAID:
        return None
    return next((child for child in children if passage.said_by == BY_A_CHILD + child.public_id), None)


def home_of(passage: TypedPassage, children: Sequence[Child]) -> Child | None:
    """Whose file has the passage whole: who said it, else the first child ticked, in the order of the page."""
    who = speaker(passage, children)
    if who and who.public_id in passage.files:
        return who
    return next((child for child in children if child.public_id in passage.files), None)


def others_named(passage: TypedPassage, child: Child, children: Sequence[Child]) -> list[Child]:
    """The other children whom this passage, in this child's file, would give away."""
    others = [other for other in children if other.public_id != child.public_id]
    who = speaker(passage, children)
    return [other for other in others if other == who or named_in(passage.text, other)]


def asks_split(passage: TypedPassage, child: Child, children: Sequence[Child]) -> list[Child]:
    """The children named, if this child's file must get words of its own; empty if it may have the passage whole."""
    if child.public_id not in passage.files or child == home_of(passage, children):
        return []
    return others_named(passage, child, children)


def words_to_start_from(passage: TypedPassage, child: Child, children: Sequence[Child]) -> str:
    """The sentences that name no other child."""
    others = [other for other in children if other.public_id != child.public_id]
    sentences = SENTENCE.split(passage.text)
    return " ".join(each for each in sentences if not any(named_in(each, other) for other in others))
