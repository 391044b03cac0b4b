"""Reads the fields of one block: texts by name, nested blocks by name, and what does not belong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from lxml import etree

from .faults import FaultList, shown
from .pull import line_of, local_name

LONGEST_CODE = 60
TRUE = frozenset({"1", "true"})
FALSE = frozenset({"0", "false"})
UNREADABLE = date(1, 1, 1)  # stands for "a date was given and cannot be read", never stored

Texts = dict[str, str]
Nested = list[etree._Element]


class Block:
    """One element with its fields sorted. `nested` holds child blocks in the file's order."""

    __slots__ = ("element", "faults", "nested", "texts")

    def __init__(self, element: etree._Element, layout: Mapping[str, bool], faults: FaultList):
        """layout: name of each element that belongs here, True when it is itself a block."""
        self.element = element
        self.faults = faults
        self.texts: Texts = {}
        self.nested: Nested = []
        stray = element.text
        if stray and not stray.isspace():
            tell_stray(faults, element, stray)
        texts = self.texts
        for part in element:
            name = part.tag
            kind = layout.get(name)
            if kind is None:
                kind, name = self._other(part, layout)
            if kind:
                self.nested.append(part)
            elif kind is not None:
                if name in texts or len(part):
                    self._odd_text(part, name)
                else:
                    text = part.text
                    texts[name] = text.strip() if text else ""
            stray = part.tail
            if stray and not stray.isspace():
                tell_stray(faults, part, stray)

    @property
    def line(self) -> int:
        return line_of(self.element)

    def _odd_text(self, part: etree._Element, name: str) -> None:
        """A field that is given twice, or has tags where only text belongs."""
        text = (part.text or "").strip()
        if len(part):
            tell_unknown(self.faults, part[0])
        if self.texts.setdefault(name, text) != text:
            self.faults.doubt(line_of(part), "given-twice", name,
                              f"{name} is given twice; the first was taken.", text)

    def _other(self, part: etree._Element, layout: Mapping[str, bool]) -> tuple[bool | None, str]:
        name = local_name(part)
        kind = layout.get(name)
        if kind is None:
            tell_unknown(self.faults, part)
        return kind, name

    def line_of_field(self, name: str) -> int:
        for part in self.element:
            if local_name(part) == name:
                return line_of(part)
        return self.line

    def code(self, name: str) -> str:
        """The code as given. One too long to be a code is kept aside and "" returned."""
        text = self.texts.get(name, "")
        if len(text) <= LONGEST_CODE:
            return text
        self.faults.keep_aside(self.line_of_field(name), "too-long", name,
                               f"{name} is {len(text)} characters long, too long for a code.", text)
        return ""

    def day(self, name: str) -> date | None:
        """The date, None when not given, UNREADABLE when it cannot be read."""
        text = self.texts.get(name)
        return read_day(text) if text else None

    def day_or_aside(self, name: str) -> date | None:
        """For a date that stands alone: one that cannot be read is kept aside by itself."""
        day = self.day(name)
        if day is not UNREADABLE:
            return day
        text = self.texts[name]
        self.faults.keep_aside(self.line_of_field(name), "unreadable-date", name,
                               f"{name} is {shown(text)}, which is not a date.", text)
        return None

    def yes_no(self, name: str, code: str, *, wanted: bool = False) -> bool | None:
        text = self.texts.get(name, "").lower()
        if text in FALSE:
            return False
        if text in TRUE:
            return True
        if text or wanted:
            said = f"is {shown(text)}" if text else "is missing"
            self.faults.doubt(self.line_of_field(name), code, name,
                              f"{name} {said}; it should say yes (1) or no (0).", text)
        return None

    def whole_number(self, name: str, code: str) -> int | None:
        text = self.texts.get(name, "")
        if text.isascii() and text.isdecimal() and len(text) <= 4:
            return int(text)
        if text:
            self.faults.doubt(self.line_of_field(name), code, name,
                              f"{name} is {shown(text)}, which is not a whole number.", text)
        return None

    def aside(self, code: str, field: str, reason: str) -> None:
        """Keeps this whole block aside with all it holds."""
        self.faults.keep_aside(self.line, code, field, reason, as_given(self.element))

    def aside_unreadable(self, what: str, *names: str) -> None:
        """Keeps the block aside and names the first of these dates that cannot be read."""
        bad = next(name for name in names if self.day(name) is UNREADABLE)
        self.aside("unreadable-date", bad,
                   f"{what} has {bad} {shown(self.texts[bad])}, which is not a date.")


def as_given(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


@lru_cache(maxsize=16_384)
def read_day(text: str) -> date:
    """A date as XML writes it: 2020-09-19, perhaps with a time zone or a time after it.

    Never guesses: 09/10/2020 could be two days, so any other form is UNREADABLE.
    """
    if len(text) > 10 and text[10] in "TZ+- ":
        text = text[:10]
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not text.isascii():
        return UNREADABLE
    try:
        return date.fromisoformat(text)
    except ValueError:
        return UNREADABLE


def codes_inside(elements: Nested, wrapper: str, item: str, faults: FaultList) -> tuple[str, ...]:
    """The codes of a list block, such as Disabilities/Disability, without empty ones."""
    found: list[str] = []
    for element in elements:
        if local_name(element) != wrapper:
            continue
        if element.text and not element.text.isspace():
            tell_stray(faults, element, element.text)
        for part in element:
            if part.tag == item or local_name(part) == item:
                add_code(found, part, item, faults)
            else:
                tell_unknown(faults, part)
            stray = part.tail
            if stray and not stray.isspace():
                tell_stray(faults, part, stray)
    return tuple(found)


def add_code(found: list[str], part: etree._Element, item: str, faults: FaultList) -> None:
    text = (part.text or "").strip()
    if len(text) > LONGEST_CODE:
        faults.keep_aside(line_of(part), "too-long", item, f"{item} is too long for a code.", text)
    elif text:
        found.append(text)


def tell_unknown(faults: FaultList, part: etree._Element) -> None:
    name = local_name(part)[:LONGEST_CODE]
    faults.doubt(line_of(part), "unknown-field", name,
                 f"The census has no field {name} here; it was not taken in.", as_given(part))


def tell_stray(faults: FaultList, part: etree._Element, text: str) -> None:
    faults.doubt(line_of(part), "stray-text", local_name(part), f"There is loose text "
                 f"{shown(text.strip())} between the fields; it was not taken in.", text.strip())
