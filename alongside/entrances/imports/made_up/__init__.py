"""A made-up census and people file: `make_census` and the command `alongside make-census`."""

from .pair import Pair, make_census
from .workers import MadeUpWorker

__all__ = ["MadeUpWorker", "Pair", "make_census"]
