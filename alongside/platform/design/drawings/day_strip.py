"""A row of days, one box each: how many of the days a rule allows are used, and how many are left."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from alongside.platform.design.drawings import svg

WIDTH = 1080.0
SIZE = 14.0


@dataclass(frozen=True, slots=True)
class DayNote:
    """Words under a day, counted from 1: "24 Dec: accepted by Bea"."""

    day: int
    words: str
    bold: bool = False


def day_strip(allowed: int, used: int, label: str, notes: Sequence[DayNote] = (), *, today: bool = True) -> Markup:
    """Draw ``allowed`` days. ``used`` of them lie behind us and, if ``today``, the last of those is today.

    ``label`` is the sentence a screen reader says. More than 90 days are drawn as one bar: boxes would be hairs.
    """
    inside = _boxes(allowed, used, today) if allowed <= 90 else _one_bar(allowed, used)
    last_end = -99.0
    for note in sorted(notes, key=lambda note: note.day):
        last_end = _note(inside, note, allowed, last_end)
    return svg.drawing(WIDTH, 86, label, inside)


def _middle(day: int, allowed: int) -> float:
    return (day - 0.5) * WIDTH / allowed


def _boxes(allowed: int, used: int, today: bool) -> list[str]:
    pitch = WIDTH / allowed
    inside = []
    for day in range(1, allowed + 1):
        fill, edge, thick = svg.BRAND, svg.BRAND, 1.0
        if day == used and today:
            fill, edge, thick = svg.SUN, svg.INK, 1.6
        elif day > used:
            fill, edge, thick = "#fff", svg.INK, 1.6
        more = f' rx="3" stroke="{edge}" stroke-width="{svg.number(thick)}"'
        inside.append(svg.rect((day - 1) * pitch + 1, 26, pitch - 3, 24, fill, more))
    if today and 0 < used <= allowed:
        x = _middle(used, allowed)
        anchor = "end" if x > WIDTH - 30 else "middle"
        inside.append(svg.text(x, 17, "today", SIZE, f' text-anchor="{anchor}" font-weight="700"'))
        inside.append(svg.path(f"M{svg.number(x - 5)} 20h10l-5 5z", f' fill="{svg.INK}"'))
    return inside


def _one_bar(allowed: int, used: int) -> list[str]:
    edge = f' rx="3" stroke="{svg.INK}" stroke-width="1.6"'
    share = min(max(used / allowed, 0), 1) * (WIDTH - 2)
    return [svg.rect(1, 26, WIDTH - 2, 24, "#fff", edge), svg.rect(1, 26, share, 24, svg.BRAND)]


def _note(inside: list[str], note: DayNote, allowed: int, last_end: float) -> float:
    """Write a note if there is room for it beside the one before; return where it ends."""
    x = _middle(note.day, allowed)
    width = len(note.words) * SIZE * 0.56
    anchor, begin = "middle", x - width / 2
    if begin < 0:
        anchor, begin, at = "start", 0.0, 1.0
    elif x + width / 2 > WIDTH:
        anchor, begin, at = "end", WIDTH - width, WIDTH - 1
    else:
        at = x
    if begin < last_end + 12:
        return last_end
    inside.append(svg.path(f"M{svg.number(x)} 50v10", f' stroke="{svg.INK}"'))
    bold = ' font-weight="700"' if note.bold else ""
    inside.append(svg.text(at, 76, note.words, SIZE, f' text-anchor="{anchor}"{bold}'))
    return begin + width
