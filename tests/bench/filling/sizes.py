"""How big the council of the bench is, and which of its workers are measured at what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """Numbers of workers by what they are for. Each holds 25 children, but `few` (5) and the one of `many`.

    caseload: their lists and children's pages are opened · saving: they record visits · floor: the floor records
    visits with theirs, so that neither makes the other's histories longer · long: their first child has 500 entries
    · rest: nobody looks.
    """

    name: str
    caseload: int
    saving: int
    floor: int
    long: int
    few: int
    rest: int
    many: int = 500
    entries: int = 500

    @property
    def workers(self) -> list[tuple[str, int]]:
        """(what for, children held) of each worker."""
        kinds = (("caseload", 25), ("saving", 25), ("floor", 25), ("long", 25), ("few", 5), ("rest", 25))
        return [("many", self.many), *((kind, held) for kind, held in kinds for _ in range(getattr(self, kind)))]

    @property
    def children(self) -> int:
        return sum(held for _, held in self.workers)


FULL = Size("full", caseload=24, saving=40, floor=36, long=40, few=20, rest=636)
QUICK = Size("quick", caseload=2, saving=2, floor=2, long=2, few=2, rest=2, many=60)
