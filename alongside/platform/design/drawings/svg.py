"""The few shapes our drawings are made of. Presentation attributes only: the pages allow no style attribute."""

from markupsafe import Markup, escape

INK, EDGE, BRAND, SUN, LATE = "#15211f", "#76807c", "#0b6063", "#f3b63f", "#931f14"


def number(value: float) -> str:
    """One decimal, and none where it would be 0: half the bytes of a long drawing are its numbers."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def rect(x: float, y: float, width: float, height: float, fill: str, more: str = "") -> str:
    """A rectangle; ``more`` is further attributes, written by us, never by people."""
    size = f'width="{number(width)}" height="{number(height)}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {size} fill="{fill}"{more}/>'


def text(x: float, y: float, words: str, size: float, more: str = "") -> str:
    """Words in a drawing, escaped."""
    return f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}"{more}>{escape(words)}</text>'


def path(shape: str, more: str = "") -> str:
    """A line or outline."""
    return f'<path d="{shape}"{more}/>'


def drawing(width: float, height: float, label: str, inside: list[str], classes: str = "al-svg") -> Markup:
    """The whole picture, with the sentence a screen reader says in its place."""
    box = f'viewBox="0 0 {number(width)} {number(height)}"'
    body = "".join(inside)
    return Markup(f'<svg class="{classes}" {box} role="img" aria-label="{escape(label)}">{body}</svg>')  # nosec B704  words are escaped


def fits(words: str, width: float, size: float) -> bool:
    """Whether words of this size stay inside a width, with 6 before; our face is about 0.5 of its size wide."""
    return len(words) * size * 0.5 + 8 <= width
