"""A day shown or compared is London's: an instant's own `.date()` is the UTC day, in summer yesterday's until one."""

import re

import pytest

from tests.architecture.sources import PRODUCT, templates

CUT = re.compile(r"(?:_at|happened|until|now\(\)|\bat|when|instant)\.date\(\)")


def cut_to_utc(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if CUT.search(line)]


def test_no_instant_is_cut_to_its_utc_day() -> None:
    paths = [*PRODUCT.rglob("*.py"), *templates()]
    faults = {str(path): found for path in paths if (found := cut_to_utc(path.read_text(encoding="utf-8")))}
    assert faults == {}, "Use clock.london_date, or the filter london_date in a template."


@pytest.mark.parametrize("line", ["row.recorded_at.date()", "{{ each.saved_at.date()|short_date }}", "now().date()"])
def test_it_bites(line: str) -> None:
    assert cut_to_utc(line)
