"""A child we know of whom the file says something new: what is taken in, what was corrected here and stays."""

from collections.abc import Mapping
from typing import Any

from alongside.entrances.imports.comparing import Change, Difference, settle
from alongside.entrances.imports.comparing.content import CHILD, kind_of, referral_of
from alongside.entrances.imports.taking_in.blocks import referral, safeguarding, who
from alongside.entrances.imports.taking_in.blocks.taking import Taking
from alongside.entrances.imports.taking_in.looking import Seen
from alongside.practice.referrals.selectors import referrals_of
from alongside.practice.safeguarding.selectors import lasting_records


class Held:
    """The records of one child, read once, when the first of them is asked for."""

    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self._referrals: dict[str, Any] | None = None
        self._others: dict[Any, Any] | None = None

    def referral(self, key: str) -> Any:
        """By its id, else by its day: a referral recorded here is the same one."""
        if self._referrals is None:
            found = referrals_of(self.taking.by, self.taking.person.pk)
            self._referrals = {str(each.pk): each for each in found}
            for each in found:
                self._referrals.setdefault(f"referral {each.received_on}", each)
        return self._referrals.get(self.taking.records.get(key, "")) or self._referrals.get(key)

    def record(self, key: str) -> Any:
        if kind_of(key) == "referral":
            return self.referral(key)
        if self._others is None:
            self._others = self._lasting()
        parent = self.referral(referral_of(key))
        started = key.split(" ")[-1]
        by_day = (kind_of(key), parent.case_id, started) if parent is not None else None
        return self._others.get(self.taking.records.get(key, "")) or self._others.get(by_day)

    def _lasting(self) -> dict[Any, Any]:
        """By id, and by kind, case and first day: one recorded here is the same one."""
        found: dict[Any, Any] = {}
        for kind, records in lasting_records(self.taking.by, self.taking.person.pk).items():
            for each in records:
                found[str(each.pk)] = each
                found.setdefault((kind, each.case_id, str(each.started_on)), each)
        return found

    def as_said(self, key: str) -> Mapping[str, Any]:
        """What is held of this block, as a file would say it; nothing when its record is gone."""
        if key == CHILD:
            return who.held(self.taking.person)
        record = self.record(key)
        if record is None:
            return {}
        return referral.held(record) if kind_of(key) == "referral" else safeguarding.held_of(kind_of(key), record)


def changes_of(taking: Taking, seen: Seen) -> list[Change]:
    """Every field of which the file says something new, and whether it was put right here meanwhile."""
    held = Held(taking)
    found: list[Change] = []
    for difference in seen.found:
        if _is_new(taking, held, difference):
            continue
        found += settle(difference, held.as_said(difference.key))
    return found


def _is_new(taking: Taking, held: Held, difference: Difference) -> bool:
    """New blocks are added whole. Who the child is, and what was recorded here already, are compared instead."""
    if difference.before is not None or difference.key == CHILD:
        return False
    return held.record(difference.key) is None


def apply(taking: Taking, seen: Seen, changes: list[Change]) -> list[tuple[str, str]]:
    """Take in what is new and what changed. Returns (block, field) of what a file cannot change by itself."""
    from alongside.entrances.imports.taking_in.children import add_blocks

    held = Held(taking)
    new = [each.key for each in seen.found if _is_new(taking, held, each)]
    _know_cases(taking, held, new)
    add_blocks(taking, [key for key in new if kind_of(key) == "referral" or taking.cases.get(referral_of(key))])
    left = [(key, "") for key in new if kind_of(key) != "referral" and not taking.cases.get(referral_of(key))]
    by_block: dict[str, dict[str, Any]] = {}
    for change in changes:
        if not change.corrected_here:
            by_block.setdefault(change.key, {})[change.field] = change.now
    for key in sorted(by_block, key=_closing_last):
        left += [(key, name) for name in sorted(_change(taking, held, key, by_block[key], seen))]
    return left


def _closing_last(key: str) -> bool:
    return kind_of(key) == "referral"


def _know_cases(taking: Taking, held: Held, new: list[str]) -> None:
    """The cases of referrals already here, for the blocks that are new in them."""
    for key in new:
        if kind_of(key) == "referral":
            continue
        known = held.referral(referral_of(key))
        if known is not None:
            taking.cases[referral_of(key)] = known.case
            taking.records.setdefault(referral_of(key), str(known.pk))


def _change(taking: Taking, held: Held, key: str, fields: Mapping[str, Any], seen: Seen) -> set[str]:
    kind = kind_of(key)
    if kind == CHILD:
        return who.change(taking, taking.person, fields)
    record = held.record(key)
    if record is None:
        return set(fields)
    taking.records.setdefault(key, str(record.pk))
    if kind == "referral":
        return referral.change(taking, record, fields)
    known = held.referral(referral_of(key))
    taking.cases[referral_of(key)] = known.case if known is not None else None
    if kind == "protection_plan":
        before = seen.last.content.get(key, {}) if seen.last else {}
        return safeguarding.change_protection_plan(taking, record, fields, key, before)
    return safeguarding.CHANGE[kind](taking, record, fields, key)
