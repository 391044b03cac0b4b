"""The reader's memory does not grow with the file."""

from __future__ import annotations

import tracemalloc
from datetime import date

from alongside.entrances.imports.census import read_census
from alongside.entrances.imports.made_up import make_census

TODAY = date(2026, 11, 21)


def peak(path) -> int:
    tracemalloc.start()
    try:
        for _ in read_census(path, today=TODAY):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_ten_times_the_children_take_no_more_memory_but_for_their_ids(tmp_path):
    few = make_census(500, 1, TODAY, tmp_path / "few").census
    many = make_census(5_000, 1, TODAY, tmp_path / "many").census
    peak(few)  # fills the memory of dates already read
    grown = peak(many) - peak(few)
    ids_and_pupil_numbers = 5_000 * 400
    assert grown < ids_and_pupil_numbers
    assert many.stat().st_size > 9 * few.stat().st_size
