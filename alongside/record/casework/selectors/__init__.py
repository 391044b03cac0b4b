"""Reading cases, who holds them, and who a child is at the top of every page about them."""

from alongside.record.casework.selectors.cases import (
    allocation_for_writing,
    case_for_writing,
    cases_of,
    held_by,
    held_counts,
    held_in,
    holders_of,
    open_cases,
    waiting,
)
from alongside.record.casework.selectors.child_bar import child_bar, stage_of

__all__ = [
    "allocation_for_writing",
    "case_for_writing",
    "cases_of",
    "child_bar",
    "held_by",
    "held_counts",
    "held_in",
    "holders_of",
    "open_cases",
    "stage_of",
    "waiting",
]
