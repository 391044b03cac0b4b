"""What the census rules would ask about, in our own words. Nothing here keeps anything out.

Rule codes are those of the Department for Education's validation rules. Left to the return
itself: rules over the whole council (2883, 2886Q to 2888Q, 8995Q) and 1530 (list of
authorities). Rules on what is still open at the year's end (8736, 8740, 8670Q, 8675Q) are
asked only when that year is over: in an extract made during the year the work is simply open.
"""

from __future__ import annotations

from datetime import date

from ..blocks import ChildBlock
from ..faults import Fault, FaultList
from .assessments import check_assessments
from .cin_plans import check_cin_plans
from .identity import check_identity
from .pre_proceedings import check_pre_proceedings
from .protection_plans import check_protection_plans
from .referrals import check_referrals
from .section47s import check_section_47s
from .when import When


class Doubts:
    """Holds what is asked across children: pupil numbers already seen in this file."""

    def __init__(self, year: tuple[date, date] | None, today: date) -> None:
        self.when = When(year, today)
        self.upns: dict[str, str] = {}

    def of(self, child: ChildBlock) -> list[Fault]:
        note = FaultList(child.child_id)
        check_identity(child, self.when, note)
        self._check_upn_once(child, note)
        check_referrals(child, self.when, note)
        check_assessments(child, self.when, note)
        check_section_47s(child, self.when, note)
        check_cin_plans(child, self.when, note)
        check_protection_plans(child, self.when, note)
        check_pre_proceedings(child, self.when, note)
        return note.items

    def _check_upn_once(self, child: ChildBlock, note: FaultList) -> None:
        if not child.upn:
            return
        first = self.upns.setdefault(child.upn, child.child_id)
        if first != child.child_id:
            note.doubt(child.line, "1520", "UPN", f"The pupil number {child.upn} is also that of "
                       f"child {first}.", child.upn)
