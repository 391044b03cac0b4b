"""The table that is printed, the bars beside it, and the file that is kept."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.measuring import CLIENTS, Measured

HEADINGS = ("page", "size", "clients", "queries", "bytes", "sent", "sql_ms", "floor_ms", "p50_ms", "p95_ms", "per_second",
            "p50/floor", "p95/p50", "cpu_ms", "cpu/floor")  # fmt: skip
WIDTHS = (13, 5, 8, 8, 8, 7, 8, 9, 8, 8, 11, 10, 8, 8, 10)
KEPT = ("page", "size", "clients", "queries", "bytes", "sql_ms", "floor_ms", "p50_ms", "p95_ms", "per_second")


def rows_of(measured: Sequence[Measured]) -> list[dict[str, Any]]:
    """One row for each page and number of clients; a page that is not timed has one row, without times."""
    return [_row(each, clients) for each in measured for clients in (CLIENTS if each.page.timed else (1,))]


def _row(each: Measured, clients: int) -> dict[str, Any]:
    row: dict[str, Any] = {
        "page": each.page.name, "size": each.page.size, "clients": clients, "queries": each.seen.queries,
        "bytes": each.seen.plain, "sent": each.seen.sent, "sql_ms": round(median(each.sql), 2),
        "floor_ms": None, "p50_ms": None, "p95_ms": None, "per_second": None,
    }  # fmt: skip
    if each.page.timed:
        ours, floor = each.ours[clients], each.floor[clients]
        row |= {"floor_ms": round(median(floor.p50), 2), "p50_ms": round(median(ours.p50), 2),
                "p95_ms": round(median(ours.p95), 2), "per_second": round(median(ours.per_second), 1),
                # of each round by itself: what else this machine does falls on both alike
                "p50/floor": round(median(a / b for a, b in zip(ours.p50, floor.p50, strict=True)), 2),
                "p95/p50": round(median(a / b for a, b in zip(ours.p95, ours.p50, strict=True)), 2),
                "cpu_ms": round(median(ours.worked), 1),
                "cpu/floor": round(median(ours.worked) / (median(floor.worked) or 1), 2)}  # fmt: skip
    return row


def table(rows: Sequence[dict[str, Any]]) -> str:
    lines = ["".join(head.rjust(width) for head, width in zip(HEADINGS, WIDTHS, strict=True))]
    for row in rows:
        cells = ("–" if row.get(head) is None else str(row[head]) for head in HEADINGS)
        lines.append("".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True)))
    return "\n".join(lines)


def judged(measured: Sequence[Measured], rows: Sequence[dict[str, Any]]) -> Iterator[tuple[bool, str]]:
    """(met, words) of every bar."""
    for each in measured:
        mine = [row for row in rows if (row["page"], row["size"]) == (each.page.name, each.page.size)]
        if each.page.bar:
            yield from _judged_page(each, mine)
    for name in dict.fromkeys(row["page"] for row in rows):
        found = {row["size"]: row["queries"] for row in rows if row["page"] == name}
        if len(found) > 1:
            said = ", ".join(f"{number} for {size}" for size, number in sorted(found.items()))
            yield found[max(found)] <= found[min(found)], f"{name}: no more queries for a longer list: {said}"


def _judged_page(each: Measured, rows: list[dict[str, Any]]) -> Iterator[tuple[bool, str]]:
    page, bar = each.page, each.page.bar
    assert bar is not None
    name = f"{page.name} of {page.size}"
    seen = each.seen
    yield seen.queries <= bar.queries, f"{name}: {seen.queries} queries, at most {bar.queries}"
    if seen.plain:
        yield seen.plain <= bar.plain, f"{name}: {seen.plain:,} bytes of HTML, at most {bar.plain:,}"
        said = "" if seen.sent < seen.plain else f" (not compressed; it would be {seen.could_be:,})"
        yield seen.sent <= bar.sent, f"{name}: {seen.sent:,} bytes sent{said}, at most {bar.sent:,}"
    for row in rows:
        spare = median(seen.judging) if page.saves else 0
        most = bar.times * row["floor_ms"] + spare
        words = f"{bar.times:g} × floor" + (f" + {spare:.1f} ms of judging" if spare else "")
        says = f"{name}, {row['clients']} at once: p50 {row['p50_ms']} ms is {row['p50/floor']} × floor"
        yield row["p50/floor"] * row["floor_ms"] <= most, f"{says}, at most {words} ({most:.0f} ms)"
        if row["clients"] == max(CLIENTS):
            says = f"{name}: p95 is {row['p95/p50']} × p50 at 8 at once, at most {bar.spread:g}"
            yield row["p95/p50"] <= bar.spread, says


def keep(rows: Sequence[dict[str, Any]], path: Path) -> None:
    """Writes `latest.json`: a list of one object a row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([{name: row[name] for name in KEPT} for row in rows], indent=1) + "\n")
