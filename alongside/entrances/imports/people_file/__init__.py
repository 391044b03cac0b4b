"""Reader of the people file: `read_people` and what it yields."""

from .reader import read_people
from .rows import Columns, Parent, PersonRow

__all__ = ["Columns", "Parent", "PersonRow", "read_people"]
