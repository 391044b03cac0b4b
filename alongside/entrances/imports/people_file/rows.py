"""One row of the people file, as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..census.faults import KEPT_ASIDE, Fault


@dataclass(frozen=True, slots=True)
class Columns:
    """What the first row of the file says. Yielded before the rows.

    found: our name of each column that was understood; missing: ours that are not there;
    unknown: theirs that were not understood and are not taken in.
    """

    line: int
    found: tuple[str, ...]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Parent:
    name: str
    # Children Act 1989 s3. None: the file does not say; never assumed.
    responsibility: bool | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """With `stored` False the whole row is kept aside and only `faults` counts. "" is not given."""

    line: int
    child_id: str  # the census's LAchildID
    stored: bool = True
    first_names: str = ""
    family_name: str = ""
    known_as: str = ""
    pronouns: str = ""
    birth_date: date | None = None
    nhs_number: str = ""  # ten digits when right; else as given, and flagged
    household: str = ""  # any word the same for those who live together
    address: str = ""
    postcode: str = ""
    school: str = ""
    parents: tuple[Parent, ...] = ()
    worker: str = ""  # name
    worker_email: str = ""
    worker_role: str = ""
    team: str = ""
    last_seen: date | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def kept_aside(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.severity == KEPT_ASIDE)

    @property
    def doubtful(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.severity != KEPT_ASIDE)
