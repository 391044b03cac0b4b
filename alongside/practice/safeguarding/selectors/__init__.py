"""Reading safeguarding. First argument: the user; the caller has already been given the children by `people`."""

from alongside.practice.safeguarding.open_work import OpenWork, open_work, standing
from alongside.practice.safeguarding.selectors.lasting import lasting_records
from alongside.practice.safeguarding.selectors.recordable import (
    Recordable,
    applying,
    in_error_page,
    pages_for,
    recordable,
)
from alongside.practice.safeguarding.selectors.stages import Stage, stage_words, stages

__all__ = [
    "OpenWork",
    "Recordable",
    "Stage",
    "applying",
    "in_error_page",
    "lasting_records",
    "open_work",
    "pages_for",
    "recordable",
    "stage_words",
    "stages",
    "standing",
]
