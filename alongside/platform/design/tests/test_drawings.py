"""Drawings come out of plain data, whatever life brings."""

import re
from datetime import date, timedelta

import pytest
from lxml import etree

from alongside.platform.design.drawings.counted_calendar import CountedDay, counted_months
from alongside.platform.design.drawings.day_strip import DayNote, day_strip
from alongside.platform.design.drawings.life_strip import Lane, Life, Span, life_strip, starts
from alongside.platform.design.drawings.load_bar import load_bar, load_words

TODAY = date(2027, 1, 12)


def wide(life):
    """The wide picture of the two, parsed: it must be well-formed."""
    return etree.fromstring(str(life_strip(life)).split("</svg>")[0] + "</svg>")


def rects(picture):
    return [each for each in picture.iter("{*}rect", "rect") if each.get("fill", "").startswith("#0b6063")]


def test_a_baby_born_today_has_a_strip():
    assert wide(Life("Ivy", TODAY, TODAY)).get("aria-label").startswith("Ivy’s life, 2027")


def test_entries_are_counted_by_quarter_and_quarters_without_any_are_left_out():
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31)]
    bars = rects(wide(Life("Taz", date(2012, 5, 3), TODAY, entries=days)))
    heights = [float(bar.get("height")) for bar in bars]
    assert len(bars) == 3
    assert heights[0] == 2 * heights[1]


def test_an_entry_from_the_future_is_not_drawn():
    assert rects(wide(Life("Taz", date(2026, 1, 1), TODAY, entries=[TODAY + timedelta(400)]))) == []


def test_a_short_life_is_counted_by_month():
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30)]
    picture = wide(Life("Ivy", date(2025, 7, 20), TODAY, entries=days))
    assert len(rects(picture)) == 3
    assert "each month" in picture.get("aria-label")
    assert "July 2025" in etree.tostring(picture, encoding="unicode")


def test_quarters_and_months_run_over_the_year():
    assert starts(date(2026, 11, 9), date(2027, 1, 12), 3) == [date(2026, 10, 1), date(2027, 1, 1)]
    assert starts(date(2026, 12, 9), date(2027, 1, 12), 1) == [date(2026, 12, 1), date(2027, 1, 1)]


def test_a_stretch_still_going_on_reaches_today_and_a_short_one_is_not_lost():
    lane = Lane(
        "Lives with", (Span(date(2020, 1, 1), date(2020, 1, 2), "Hospital"), Span(date(2020, 1, 2), None, "Gran"))
    )
    picture = wide(Life("Taz", date(2012, 5, 3), TODAY, lanes=(lane,)))
    short, long = [each for each in picture.iter("{*}rect", "rect") if each.get("rx")]
    assert float(short.get("width")) == 1
    assert float(long.get("x")) + float(long.get("width")) == pytest.approx(1112 - 1.5, abs=0.2)


def test_names_cannot_break_out_of_a_drawing():
    lane = Lane("Lives with", (Span(date(2012, 5, 3), None, '<script>"', "home-a"),))
    picture = wide(Life('T"a<z', date(2012, 5, 3), TODAY, lanes=(lane,)))
    assert picture.get("aria-label").startswith('T"a<z’s life')
    assert not list(picture.iter("{*}script", "script"))


def test_a_gap_says_how_long_it_is():
    life = Life("Taz", date(2012, 5, 3), TODAY, gaps=((date(2019, 2, 14), date(2019, 10, 1)),))
    assert "gap: 7 months" in str(life_strip(life))


def test_no_drawing_has_a_style_attribute():
    assert " style=" not in str(life_strip(Life("Taz", date(2012, 5, 3), TODAY))) + str(day_strip(45, 43, "x"))


def test_days_used_and_left():
    picture = str(day_strip(45, 43, "45 working days"))
    assert len(re.findall("<rect", picture)) == 45
    assert picture.count('fill="#fff"') == 2
    assert ">today<" in picture


def test_a_rule_already_late_uses_all_its_days():
    assert 'fill="#fff"' not in str(day_strip(10, 14, "late", today=False))


def test_a_long_rule_is_one_bar():
    assert len(re.findall("<rect", str(day_strip(183, 20, "six months")))) == 2


def test_notes_that_would_overlap_are_left_out():
    notes = (
        DayNote(20, "24 Dec: accepted by Bea"),
        DayNote(21, "25 Dec: not a working day"),
        DayNote(45, "Thu 14 Jan"),
    )
    picture = str(day_strip(45, 30, "x", notes))
    assert "accepted by Bea" in picture
    assert "not a working day" not in picture
    assert "Thu 14 Jan" in picture


@pytest.mark.parametrize(
    ("carried", "line", "says"),
    [
        (47, 42, ("47 of 42: 5 over", True)),
        (34, 42, ("34 of 42: room for 8", False)),
        (42, 42, ("42 of 42: full", False)),
    ],
)
def test_a_load_in_words(carried, line, says):
    assert load_words(carried, line) == says


def test_a_load_over_the_line_is_outlined():
    assert 'stroke="#931f14"' in load_bar([(26, "statutory"), (12, "early")], 42, 56, coming=7)
    assert 'stroke="#931f14"' not in load_bar([(26, "statutory"), (12, "early")], 42, 56)


def test_months_start_on_monday_and_hold_what_was_counted():
    days = {
        date(2026, 12, 25): CountedDay(("bh",), words="Christmas"),
        date(2027, 1, 12): CountedDay(("count", "today"), 43),
    }
    months = counted_months(date(2026, 12, 20), date(2027, 1, 14), days)
    assert [month.title for month in months] == ["December 2026", "January 2027"]
    cells = {(month.title, cell.day): cell for month in months for week in month.weeks for cell in week if cell}
    assert all(len(week) == 7 for month in months for week in month.weeks)
    assert cells["December 2026", 25].words == "Christmas"
    assert (cells["January 2027", 12].classes, cells["January 2027", 12].number) == ("is-count is-today", 43)
    assert cells["January 2027", 13].classes == "is-off"


def test_a_look_the_style_sheet_does_not_know_is_refused():
    with pytest.raises(ValueError, match="no such look: party"):
        counted_months(TODAY, TODAY, {TODAY: CountedDay(("party",))})
