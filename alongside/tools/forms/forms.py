"""A form as it was posted, and as a draft keeps it: {field: [values]}."""

from collections.abc import Mapping
from uuid import UUID

from django.http import QueryDict

# What the page needs to post and nobody typed; and the buttons, of which one is pressed and none is kept.
NOT_TYPED = frozenset(
    {"csrfmiddlewaretoken", "sent_key", "draft", "version", "draft_of"}
    | {"keep", "finish", "add", "remove", "up", "down", "resolve", "leave"}
)
Fields = dict[str, list[str]]


def typed_in(post: QueryDict) -> Fields:
    """Everything a person typed or chose. PostgreSQL's text cannot hold a zero byte, so those are left out."""
    return {
        name: [value.replace("\0", "") for value in values] for name, values in post.lists() if name not in NOT_TYPED
    }


def version_in(post: QueryDict) -> int:
    """The version of the draft the page started from, 0 for none or for anything that is not a number."""
    said = post.get("version", "0")
    return int(said) if said.isdecimal() and len(said) < 9 else 0


def window_in(post: QueryDict) -> UUID | None:
    """Which page load this comes from: every one carries a key of its own."""
    try:
        return UUID(post.get("sent_key", ""))
    except ValueError:
        return None


def as_answer(content: Mapping[str, list[str]]) -> dict[str, str | list[str]]:
    """For JSON: one value as itself, several as a list."""
    return {name: values[0] if len(values) == 1 else values for name, values in content.items()}
