"""One strip for a whole life: where a child lived, what help there was, how much was written, and what turned it.

Entries are counted by quarter; for a child under three, of whom a quarter would be a tenth of the strip, by month.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from markupsafe import Markup

from alongside.platform.common.clock import today
from alongside.platform.common.words import full_date, how_many, month_year
from alongside.platform.design.drawings import svg

# (fill, ink on it). A gap is hatched: shape first, colour third.
LOOKS = {
    "home-a": ("#fdeecb", "#4a2d00"),
    "home-b": ("#e2ecf7", "#14395e"),
    "home-c": ("#d3e6e3", "#0a3a3b"),
    "light": ("#ecebe5", svg.INK),
    "middle": ("#dcd9cd", svg.INK),
    "protection": ("#7a1a11", "#fff"),
    "care": ("#0c4547", "#fff"),
    "gap": ("", svg.INK),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a lane. ``end`` None: still so today. ``look`` is a key of LOOKS."""

    start: date
    end: date | None
    words: str
    look: str = "light"


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the strip: "Lives with", "Help"."""

    title: str
    spans: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Life:
    """All that is drawn. ``entries`` are the days of all entries the reader may see, ``turns`` the turning points,
    ``gaps`` stretches with nothing recorded. ``start`` is the day of birth, or the first entry if that is not known."""

    called: str
    start: date
    today: date
    lanes: Sequence[Lane] = ()
    entries: Sequence[date] = ()
    turns: Sequence[date] = ()
    gaps: Sequence[tuple[date, date]] = field(default=())

    @property
    def red_line(self) -> str:
        """What the red line at the end stands for."""
        return "today" if self.today == today() else full_date(self.today)

    @property
    def months(self) -> int:
        """How many months one bar stands for."""
        return 1 if (self.today - self.start).days < 3 * 365 else 3


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand on one of the two sizes, in units of the drawing."""

    name: str
    width: float
    left: float
    right: float
    size: float
    titles_above: bool
    bars: float

    def across(self, life: Life, day: date) -> float:
        whole = max((life.today - life.start).days, 1)
        share = min(max((day - life.start).days / whole, 0), 1)
        return self.left + share * (self.right - self.left)


WIDE = _Frame("wide", 1128, 112, 1112, 13.5, titles_above=False, bars=92)
NARROW = _Frame("narrow", 344, 8, 330, 12, titles_above=True, bars=92)


def life_strip(life: Life) -> Markup:
    """Both sizes; the style sheet shows the one that fits, and the wide one on paper."""
    return _strip(life, WIDE) + _strip(life, NARROW)


def _strip(life: Life, frame: _Frame) -> Markup:
    inside = [_hatch(frame)]
    y = 4.0
    for lane in life.lanes:
        y = _lane(inside, life, frame, lane, y)
    y = _marks_room(inside, life, frame, y)
    base = y + frame.bars
    _bars(inside, life, frame, y, base)
    _axis(inside, life, frame, base)
    _turns(inside, life, frame, y, base)
    end = frame.across(life, life.today)
    inside.append(svg.path(f"M{svg.number(end)} 0V{svg.number(base)}", f' stroke="{svg.LATE}" stroke-width="2"'))
    return svg.drawing(frame.width, base + 28, _sentence(life), inside, f"al-svg al-life al-life--{frame.name}")


def _sentence(life: Life) -> str:
    titles = ", ".join(lane.title.lower() for lane in life.lanes)
    years = str(life.start.year) if life.start.year == life.today.year else f"{life.start.year} to {life.today.year}"
    entries = f"how many entries each {'quarter' if life.months == 3 else 'month'}"
    what = f"{titles}, and {entries}" if titles else entries
    return f"{life.called}’s life, {years}: {what}. The same facts are in words on this page."


def _hatch(frame: _Frame) -> str:
    return (
        f'<defs><pattern id="hatch-{frame.name}" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/>'
        f'<path d="M0 0V7" stroke="{svg.EDGE}" stroke-width="2"/></pattern></defs>'
    )


def _lane(inside: list[str], life: Life, frame: _Frame, lane: Lane, y: float) -> float:
    """Draw one lane; return where the next begins."""
    bold = ' font-weight="600"'
    if frame.titles_above:
        inside.append(svg.text(frame.left, y + 12, lane.title, frame.size, bold))
        y += 18
    else:
        inside.append(svg.text(0, y + 18, lane.title, frame.size, bold))
    for span in lane.spans:
        x = frame.across(life, span.start)
        width = max(frame.across(life, span.end or life.today) - x - 1.5, 1)
        fill, ink = LOOKS[span.look]
        edge = f' rx="3" stroke="{svg.EDGE}"' if span.look == "gap" else ' rx="3"'
        inside.append(svg.rect(x, y, width, 26, fill or f"url(#hatch-{frame.name})", edge))
        if span.look != "gap" and svg.fits(span.words, width, frame.size):
            inside.append(svg.text(x + 6, y + 17.5, span.words, frame.size, f'{bold} fill="{ink}"'))
    return y + 34


def _marks_room(inside: list[str], life: Life, frame: _Frame, y: float) -> float:
    if frame.titles_above:
        inside.append(svg.text(frame.left, y + 12, "Entries", frame.size, ' font-weight="600"'))
        return y + 34  # the diamonds stand below the title, or one at birth would lie on it
    inside.append(svg.text(0, y + 62, "Entries", frame.size, ' font-weight="600"'))
    return y + 8


def starts(start: date, end: date, months: int) -> list[date]:
    """First days of every stretch of ``months`` (1 or 3) that touches the time from start to end."""
    found = [_first_of(start, months)]
    while (following := _next(found[-1], months)) <= end:
        found.append(following)
    return found


def _first_of(day: date, months: int) -> date:
    return date(day.year, day.month - (day.month - 1) % months, 1)


def _next(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _bars(inside: list[str], life: Life, frame: _Frame, top: float, base: float) -> None:
    _counts_drawn(inside, life, frame, top, base)
    for begin, end in life.gaps:
        x = frame.across(life, begin)
        width = max(frame.across(life, end) - x, 3)
        inside.append(svg.rect(x, top, width, base - top, f"url(#hatch-{frame.name})", ' opacity=".75"'))
        if not frame.titles_above:
            inside.append(_gap_words(frame, x, width, top, how_many(max(int((end - begin).days / 30.44), 1), "month")))


def _counts_drawn(inside: list[str], life: Life, frame: _Frame, top: float, base: float) -> None:
    counts = _counted(life)
    most = max(counts.values(), default=0)
    for first, count in counts.items():
        x = frame.across(life, first)
        width = max(frame.across(life, _next(first, life.months) - timedelta(1)) - x - 1, 1)
        height = max((base - top - 14) * count / most, 1.5)
        inside.append(svg.rect(x, base - height, width, height, svg.BRAND))


def _gap_words(frame: _Frame, x: float, width: float, top: float, months: str) -> str:
    """What the hatching is, beside it: to the left if there is room there."""
    left = x - frame.left > 110
    at, anchor = (x - 5, "end") if left else (x + width + 5, "start")
    plain = f' text-anchor="{anchor}" font-weight="600" class="halo halo--big"'
    return svg.text(at, top + 16, f"gap: {months}", frame.size - 1, plain)


def _counted(life: Life) -> dict[date, int]:
    """Entries by stretch; those with none are left out."""
    counts: dict[date, int] = {}
    for day in life.entries:
        if _first_of(life.start, life.months) <= day <= life.today:
            first = _first_of(day, life.months)
            counts[first] = counts.get(first, 0) + 1
    return counts


def _axis(inside: list[str], life: Life, frame: _Frame, base: float) -> None:
    line = f' stroke="{svg.EDGE}"'
    inside.append(svg.path(f"M{svg.number(frame.left)} {svg.number(base)}H{svg.number(frame.right + 8)}", line))
    written = -99.0
    for day, words in _ticks(life):
        x = frame.across(life, day)
        inside.append(svg.path(f"M{svg.number(x)} {svg.number(base)}v4", line))
        at_start = x < frame.left + 20
        width = len(words) * frame.size * 0.52
        begin = x if at_start else x - width / 2
        if begin > written + 8 and begin + width < frame.right + 6:
            grey = f' class="mut" text-anchor="{"start" if at_start else "middle"}"'
            inside.append(svg.text(x, base + 18, words, frame.size - 1, grey))
            written = begin + width


def _ticks(life: Life) -> list[tuple[date, str]]:
    """Years of a life, or the quarters of a short one, with what is written under them."""
    if life.months == 3:
        return [(max(date(y, 1, 1), life.start), str(y)) for y in range(life.start.year, life.today.year + 1)]
    quarters = starts(life.start, life.today, 3)
    return [(max(day, life.start), month_year(max(day, life.start))) for day in quarters]


def _turns(inside: list[str], life: Life, frame: _Frame, top: float, base: float) -> None:
    for day in life.turns:
        x = svg.number(frame.across(life, day))
        dashed = f' stroke="{svg.INK}" stroke-width="1.2" stroke-dasharray="2 3"'
        inside.append(svg.path(f"M{x} {svg.number(top - 14)}V{svg.number(base)}", dashed))
        diamond = f' fill="{svg.SUN}" stroke="{svg.INK}" stroke-width="1.3"'
        inside.append(svg.path(f"M{x} {svg.number(top - 17)}l6 7l-6 7l-6 -7z", diamond))
