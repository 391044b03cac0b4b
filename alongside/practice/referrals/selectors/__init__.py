"""Reading referrals. First argument: the user; the caller has already been given the children by `people`."""

from alongside.practice.referrals.selectors.recordable import Recordable, in_error_page, pages_for, recordable
from alongside.practice.referrals.selectors.referrals import (
    BEING_DECIDED,
    being_decided,
    open_referrals,
    referrals_of,
    undecided,
)

__all__ = [
    "BEING_DECIDED",
    "Recordable",
    "being_decided",
    "in_error_page",
    "open_referrals",
    "pages_for",
    "recordable",
    "referrals_of",
    "undecided",
]
