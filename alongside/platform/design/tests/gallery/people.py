"""Made-up people for the gallery: the prototype's Eastmere, Tuesday 12 January 2027. Plain data is in people.yaml."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from alongside.platform.design.drawings.counted_calendar import CountedDay, counted_months
from alongside.platform.design.drawings.day_strip import DayNote, day_strip
from alongside.platform.design.drawings.life_strip import Lane, Life, Span
from alongside.platform.design.tests.gallery import some_forms

PLAIN_ENTRY = {"href": "", "line": "", "said": (), "source": "", "recorded": "", "late": False, "fixed": "", "link": ""}


class Said(str):
    """One of Django's messages, as a template sees it."""

    level_tag = "warning"


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """What people.yaml holds."""
    return _marked(yaml.safe_load((Path(__file__).parent / "people.yaml").read_text(encoding="utf-8")))


def _marked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _marked(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_marked(one) for one in value]
    return Markup(value) if isinstance(value, str) and "</" in value else value


def context(name: str) -> dict[str, Any]:
    """What one page of the gallery is drawn from."""
    more = {"child": child, "chronology": chronology, "record": record, "why": why, "parts": parts, "forms": forms}
    return {**data().get(name, {}), **(more[name]() if name in more else {})}


def here(text: str) -> list[dict[str, Any]]:
    """The sections of Taz's record, the reader standing in one."""
    return [{**section, "current": section["text"] == text} for section in data()["sections"]]


def child() -> dict[str, Any]:
    return {"who": data()["taz"], "full": True, "sections": here("Overview")}


def record() -> dict[str, Any]:
    return {"who": data()["taz"], "sections": here("Visits and notes")}


def chronology() -> dict[str, Any]:
    years = data()["chronology"]["years"]
    full = [{**year, "entries": [{**PLAIN_ENTRY, **entry} for entry in year["entries"]]} for year in years]
    return {"who": data()["taz"], "sections": here("Chronology"), "life": life(), "years": full}


def why() -> dict[str, Any]:
    label = "45 working days. 43 have been used and 2 are left."
    notes = (DayNote(1, "Tue 10 Nov"), DayNote(33, "24 Dec: accepted by Bea"), DayNote(45, "Thu 14 Jan", bold=True))
    return {
        "who": data()["nameless"],
        "strip": day_strip(45, 43, label, notes),
        "months": counted_months(date(2026, 11, 9), date(2027, 1, 14), counted_days()),
    }


def parts() -> dict[str, Any]:
    return {"messages": [Said("The file was read, but 3 children stand under two numbers.")]}


def forms() -> dict[str, Any]:
    return {"form": some_forms.wrong(), "fresh": some_forms.Everything(prefix="fresh")}


def life() -> Life:
    lived = Lane(
        "Lives with",
        (
            Span(date(2012, 5, 3), date(2021, 3, 16), "Mum", "home-a"),
            Span(date(2021, 3, 16), date(2022, 7, 22), "Foster", "home-b"),
            Span(date(2022, 7, 22), None, "Gran (kinship)", "home-c"),
        ),
    )
    helped = Lane(
        "Help",
        (
            Span(date(2016, 10, 21), date(2018, 2, 6), "Early help", "light"),
            Span(date(2018, 2, 6), date(2019, 2, 14), "In need", "middle"),
            Span(date(2019, 2, 14), date(2019, 10, 2), "", "gap"),
            Span(date(2019, 10, 2), date(2020, 5, 28), "In need", "middle"),
            Span(date(2020, 5, 28), date(2021, 3, 16), "Plan", "protection"),
            Span(date(2021, 3, 16), None, "In care", "care"),
        ),
    )
    days = [date(2012, 5, 3) + timedelta(n * n % 5300) for n in range(500)]
    return Life(
        called="Taz",
        start=date(2012, 5, 3),
        today=date(2027, 1, 12),
        lanes=(lived, helped),
        entries=[d for d in days if not date(2019, 2, 14) <= d <= date(2019, 10, 1)],
        turns=(date(2016, 10, 21), date(2020, 5, 28), date(2021, 3, 16), date(2022, 7, 22), date(2026, 9, 2)),
        gaps=((date(2019, 2, 14), date(2019, 10, 1)),),
    )


def counted_days() -> dict[date, CountedDay]:
    """45 working days from a referral on 9 November 2026."""
    holidays = {
        date(2026, 12, 25): "Christ\u00admas",
        date(2026, 12, 28): "Boxing Day, moved",
        date(2027, 1, 1): "New Year",
    }
    days = {date(2026, 11, 9): CountedDay(("start",), words="referral, day 0")}
    day, number = date(2026, 11, 9), 0
    while number < 45:
        day += timedelta(1)
        if day in holidays:
            days[day] = CountedDay(("bh",), words=holidays[day])
        elif day.weekday() > 4:
            days[day] = CountedDay(("we",))
        else:
            number += 1
            looks = ("count",) + (("today",) if day == date(2027, 1, 12) else ("due",) if number == 45 else ())
            words = "today" if "today" in looks else "due" if "due" in looks else ""
            days[day] = CountedDay(looks, number, words)
    return days
