"""From a checked page to what the action takes."""

from collections.abc import Sequence

from alongside.tools.notes.actions import InFile, Part, Words
from alongside.tools.notes.choices import NOT_SEEN, SAID, SOMEONE_ELSE
from alongside.tools.notes.forms.splits import BY_A_CHILD, asks_split
from alongside.tools.notes.forms.typed import Typed, TypedPassage
from alongside.tools.notes.selectors import Child


def parts_in(page: Typed, going: Sequence[Child]) -> list[Part]:
    """Each child's part, as said."""
    return [_part(page, child) for child in going]


def _part(page: Typed, child: Child) -> Part:
    said = page.seen[child.public_id]
    alone = "" if said.seen == NOT_SEEN else said.alone
    return Part(person=child.id, seen=said.seen, alone=alone, how=said.how, restricted=child.person.restricted)


def words_in(page: Typed, going: Sequence[Child]) -> list[Words]:
    """The passages that hold text, each with the files it goes to. Empty ones are nothing."""
    return [_words(each, going) for each in page.passages if each.text]


def _words(passage: TypedPassage, going: Sequence[Child]) -> Words:
    files = [_in_file(passage, child, going) for child in going if child.public_id in passage.files]
    return Words(mark=passage.mark, files=files, third_party=passage.third_party)


def _in_file(passage: TypedPassage, child: Child, going: Sequence[Child]) -> InFile:
    if asks_split(passage, child, going):
        text = passage.splits[child.public_id]
        said_by = SOMEONE_ELSE if passage.mark == SAID else ""
        return InFile(person=child.id, text=text, said_by=said_by, split=True)
    if passage.mark != SAID:
        return InFile(person=child.id, text=passage.text)
    return InFile(
        person=child.id,
        text=passage.text,
        said_by=_who(passage.said_by, going),
        said_by_child=passage.said_by == BY_A_CHILD + child.public_id,
        exact=passage.exact,
    )


def _who(said_by: str, going: Sequence[Child]) -> str:
    for child in going:
        if said_by == BY_A_CHILD + child.public_id:
            return child.called
    return SOMEONE_ELSE if said_by.startswith(BY_A_CHILD) else said_by


def also_there(page: Typed) -> list[str]:
    """Adults ticked, and those written in, comma between."""
    written = [name.strip() for name in page.someone_else.split(",")]
    return list(dict.fromkeys(name for name in (*page.there, *written) if name))
