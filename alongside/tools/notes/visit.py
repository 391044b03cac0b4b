"""A visit as an action takes it: plain values, already put together from what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from alongside.tools.notes.choices import ALONE_IN_WORDS, IN_PERSON, NOT_SEEN, ON_VIDEO


@dataclass(frozen=True, slots=True)
class FromDraft:
    """The draft a visit was finished from: its id, the version, and the page load it was finished in."""

    id: UUID
    version: int
    window: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One child's part: how seen, whether alone ("" only if not seen), where and how known or, if not seen, why."""

    person: UUID
    seen: str
    alone: str = ""
    how: str = ""
    restricted: bool = False

    @property
    def was_seen(self) -> bool:
        return self.seen in (IN_PERSON, ON_VIDEO)

    @property
    def in_words(self) -> str:
        """ "seen in person, alone"; "not seen"."""
        if self.seen == NOT_SEEN:
            return "not seen"
        how = "in person" if self.seen == IN_PERSON else "on video"
        return f"seen {how}, {ALONE_IN_WORDS[self.alone]}"

    def as_payload(self, by_role: str) -> dict[str, str]:
        """What rules may ask of this child's part of the event.

        `seen` means in person: a visit is made in person (GLOSSARY), and a rule that asks for `seen` must not be met by
        a picture on a screen. What happened on video is said in the headline and by `on_video`.
        """
        met = "yes" if self.seen == IN_PERSON else "no"
        part = {"by_role": by_role, "seen": met, "in_person": met}
        if self.seen == ON_VIDEO:
            part["on_video"] = "yes"
        if self.was_seen:
            part["seen_alone"] = self.alone
        return part


@dataclass(frozen=True, slots=True, kw_only=True)
class InFile:
    """A passage as one child's file will have it. `said_by_child`: that very child said it."""

    person: UUID
    text: str
    said_by: str = ""
    said_by_child: bool = False
    exact: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A passage with its mark, in the files it goes to: never one that was not ticked."""

    mark: str = ""
    files: Sequence[InFile] = field(default_factory=tuple)
    third_party: bool = False

    def for_child(self, person: UUID) -> InFile | None:
        """What this child's file gets."""
        return next((each for each in self.files if each.person == person), None)


def shortened(text: str, longest: int) -> str:
    """The whole text on one line, or its first words and an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 2].rsplit(" ", 1)[0] + " …"
