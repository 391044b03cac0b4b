"""How much one person carries, against that person's own line. Its sentence always stands beside it."""

from markupsafe import Markup

from alongside.platform.design.drawings import svg

WIDTH = 300.0


def load_bar(parts: list[tuple[float, str]], line: float, top: float, coming: float = 0) -> Markup:
    """Parts are (amount, "statutory" | "early"); ``coming`` is what is being thought of, dashed; ``line`` is the
    person's own; ``top`` is the end of the bar, the same for every row of a table. Hidden from screen readers."""
    unit = WIDTH / max(top, 1)
    inside = [svg.rect(0, 5, WIDTH, 16, "#eceae2")]
    at = 0.0
    for amount, look in parts:
        inside.append(svg.rect(at, 5, amount * unit, 16, "#0c4547" if look == "statutory" else "#5f9b98"))
        at += amount * unit
    if coming:
        dashed = f' stroke="{svg.INK}" stroke-width="1.5" stroke-dasharray="4 2"'
        inside.append(svg.rect(at + 1, 6, max(coming * unit - 2, 1), 14, svg.SUN, dashed))
        at += coming * unit
    if at > line * unit:
        over = f' stroke="{svg.LATE}" stroke-width="3"'
        inside.append(svg.rect(line * unit, 5, at - line * unit, 16, "none", over))
    inside.append(svg.rect(line * unit - 1.5, 0, 3, 26, svg.INK))
    body = "".join(inside)
    box = f'viewBox="0 0 {svg.number(WIDTH)} 26" preserveAspectRatio="none"'
    return Markup(f'<svg class="al-load" {box} aria-hidden="true">{body}</svg>')  # nosec B704  numbers and our own words only


def load_words(carried: float, line: float) -> tuple[str, bool]:
    """("47 of 42: 5 over", True), ("34 of 42: room for 8", False), ("42 of 42: full", False)."""
    left = line - carried
    if left < 0:
        return f"{svg.number(carried)} of {svg.number(line)}: {svg.number(-left)} over", True
    rest = f"room for {svg.number(left)}" if left else "full"
    return f"{svg.number(carried)} of {svg.number(line)}: {rest}", False
