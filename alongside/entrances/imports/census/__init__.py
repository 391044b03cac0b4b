"""Reader of the Children in Need census: `read_census` and what it yields."""

from .blocks import (
    Assessment,
    ChildBlock,
    CinEpisode,
    CinPlan,
    Header,
    PreProceedings,
    ProtectionPlan,
    Review,
    Section47,
)
from .faults import DOUBTFUL, KEPT_ASIDE, Fault
from .pull import Limits
from .reader import read_census
from .refusals import FileRefused

__all__ = [
    "DOUBTFUL", "KEPT_ASIDE", "Assessment", "ChildBlock", "CinEpisode", "CinPlan", "Fault",
    "FileRefused", "Header", "Limits", "PreProceedings", "ProtectionPlan", "Review", "Section47",
    "read_census",
]
