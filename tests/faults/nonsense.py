"""Nonsense that arrives in real life: broken scripts, other sites, pasted files, guessing, a cat on the keyboard."""

from typing import Any

from lxml import html

LONG = "long " * 20_000  # 100 kB
VALUES = (
    "", "\0", "a\0b", "x", LONG, "-1", "0", "9" * 30, "1e999", "NaN", "٣", "²", "2026-02-30", "0001-01-01",
    "99999-01-01", "31 31 3131", "25:61", "true", "[]", '{"a": 1}', "../../etc/passwd", "<script>alert(1)</script>",
    "{{ 7 * 7 }}", "'; drop table people_person; --", "👩‍👧", "\u202e", "018f0000-0000-7000-8000-000000000000",
    "00000000-0000-0000-0000-000000000000", "not-a-uuid",
)  # fmt: skip
QUERIES = (
    "?", "?=", "?a=%00", "?a=%ff%fe", "?a[]=1&a[]=2", "?" + "a=1&" * 500, "?as_at=%00&words=%00&show=%00&order=%00",
    "?as_at=0001-01-01", "?as_at=99999-12-31", "?as_at=31+31+3131&first=x&about=x&about=people&show=x",
    "?words=" + "%25_" * 40, "?words=" + "a" * 5000, "?as_at=1900-01-01&order=recorded&first=oldest&show=chosen",
    "?after=-1&page=-1&result=x", "?after=99999999999999999999&page=99999999999999999999", "?after=²&page=²",
    "?page=NaN&after=1e9&result=new", "?draft=x", "?draft=00000000-0000-0000-0000-000000000000",
    "?draft=%00&saved=yes&added=yes", "?next=//elsewhere.example", "?undo=x&text=<b>", "?worker=x&team=x&role=x",
)  # fmt: skip
USUAL = (
    "sent_key", "draft", "version", "draft_of", "child", "day", "start", "passage", "finish", "add", "remove",
    "resolve", "worker", "role", "reason", "instead_of", "because", "mark", "text", "target", "record", "what",
    "kind", "confirm",
)  # fmt: skip


def fields_of(page: bytes) -> dict[str, list[str]]:
    """Every named field of every form of a page, with the values that it offers."""
    found: dict[str, list[str]] = {}
    if page.lstrip()[:1] != b"<":
        return found
    for each in html.fromstring(page).xpath("//form//*[@name][self::input or self::select or self::textarea]"):
        offered = [option.get("value", "") for option in each.xpath(".//option")] or [each.get("value") or ""]
        found.setdefault(each.get("name"), []).extend(offered)
    return found


def posts(fields: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Forms to send: nothing, the same nonsense everywhere, and one field wrong at a time beside what the page has."""
    everywhere = {*fields, *USUAL} - {"csrfmiddlewaretoken"}
    names = sorted(fields.keys() - {"csrfmiddlewaretoken"} or USUAL)
    right = {name: next((each for each in offered if each), "2") for name, offered in fields.items()}
    made: list[dict[str, Any]] = [{}, {"nobody asked": "for this"}, right, {**right, "extra": ["1", "2"]}]
    made += [dict.fromkeys(everywhere, value) for value in VALUES]
    made += [{**right, name: value} for number, name in enumerate(names) for value in _some(number)]
    made += [{**right, name: ["x", "y", "\0"]} for name in names]
    return made


def _some(number: int) -> list[str]:
    """Two of the values, others for each field, so that all are tried somewhere."""
    return [VALUES[(number * 2 + each) % len(VALUES)] for each in range(2)]
