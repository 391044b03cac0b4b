"""Buttons of the page that only change it: add a passage, take one out, move one. They work without JavaScript."""

from collections.abc import Mapping

from alongside.tools.forms.actions import Fields
from alongside.tools.notes.choices import MARKS
from alongside.tools.notes.forms.typed import numbers

OF_A_PASSAGE = ("mark", "text", "said_by", "exact", "file", "third_party")


def after_press(fields: Fields, post: Mapping[str, str], home: str) -> tuple[Fields, str]:
    """The fields as they stand after the button, and the id of the place on the page to show."""
    order = numbers(fields)
    if (mark := post.get("add", "")) in MARKS:
        n = str(max(map(int, order), default=-1) + 1)
        added = {"passage": [*order, n], f"mark-{n}": [mark], f"file-{n}": [home]}
        return {**fields, **added}, f"text-{n}"
    if (n := post.get("remove", "")) in order and len(order) > 1:
        at = order.index(n)
        left = [each for each in order if each != n]
        return {**without(fields, n), "passage": left}, f"text-{left[min(at, len(left) - 1)]}"
    for way, step in (("up", -1), ("down", 1)):
        if (n := post.get(way, "")) in order:
            return {**fields, "passage": _moved(order, n, step)}, f"text-{n}"
    return fields, ""


def without(fields: Fields, n: str) -> Fields:
    """All but what belongs to one passage."""
    gone = {f"{name}-{n}" for name in OF_A_PASSAGE}
    return {name: said for name, said in fields.items() if name not in gone and not name.startswith(f"split-{n}-")}


def _moved(order: list[str], n: str, step: int) -> list[str]:
    at = order.index(n)
    to = min(max(at + step, 0), len(order) - 1)
    rest = [each for each in order if each != n]
    return [*rest[:to], n, *rest[to:]]
