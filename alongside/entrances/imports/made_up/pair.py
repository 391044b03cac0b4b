"""make_census: a believable pair of files for a council that does not exist."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, TextIO

from ..census.blocks import CinEpisode
from .census_text import BOTTOM, child_text, top
from .people import FamilyMaker, MadeUpChild, MadeUpFamily
from .people_text import HEADINGS, row_of
from .spoiling import spoilt, spoilt_row
from .stories import DECK, Story, Teller, When
from .workers import Caseloads, MadeUpWorker, usual_workers

LEA = "899"  # given to no council
WAITING = 10  # open children without a worker, for a manager to allocate
WITH_UNBORN = frozenset({Teller.assessment_open, Teller.protection_plan_new})


@dataclass(frozen=True, slots=True)
class Pair:
    census: Path
    people: Path
    children: int
    open_children: int
    waiting: int


def make_census(children: int, seed: int, today: date, out_dir: Path, *, with_faults: bool = False,
                workers: Sequence[MadeUpWorker] | None = None, lea: str = LEA) -> Pair:
    """Writes census.xml (2026 layout, census year round `today`) and people.csv into `out_dir`.

    The same arguments always write the same bytes. About half the children's cases are closed;
    ten open children (a third when there are few) have no worker. workers: who holds the
    rest; invented when not given. with_faults: about one child in twenty has something wrong.
    Memory does not grow with `children`.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    maker = PairMaker(children, Random(seed), today, lea, workers, with_faults)
    census, people = out_dir / "census.xml", out_dir / "people.csv"
    with ExitStack() as stack:
        xml = stack.enter_context(census.open("w", encoding="utf-8", newline="\n"))
        sheet = stack.enter_context(people.open("w", encoding="utf-8", newline=""))
        maker.write(xml, sheet)
    return Pair(census, people, maker.written, maker.open_children, maker.waiting)


def year_end(today: date) -> date:
    """The 31 March that closes the census year `today` lies in."""
    return date(today.year + (today.month > 3), 3, 31)


class PairMaker:
    def __init__(self, children: int, chance: Random, today: date, lea: str,
                 workers: Sequence[MadeUpWorker] | None, with_faults: bool) -> None:
        if children < 1:
            raise ValueError("There must be at least one child.")
        self.children = children
        self.chance = chance
        self.today = today
        self.lea = lea
        self.with_faults = with_faults
        self.end = year_end(today)
        self.families = FamilyMaker(chance, today, lea)
        self.teller = Teller(chance, When(today, date(self.end.year - 1, 4, 1)))
        opened = children // 2
        waiting = WAITING if opened >= 3 * WAITING else opened // 3
        self.caseloads = Caseloads(workers or usual_workers(opened), waiting)
        self.unborn_seen = False
        self.written = self.open_children = self.waiting = 0

    def write(self, xml: TextIO, sheet: TextIO) -> None:
        rows = csv.writer(sheet, lineterminator="\n")
        rows.writerow(HEADINGS)
        xml.write(top(self.lea, self.end, self.today))
        stories = self._stories()
        while self.written < self.children:
            self._write_family(next(stories), xml, rows)
        xml.write(BOTTOM)

    def _stories(self) -> Iterator[Story]:
        """The deck, shuffled anew each time it is used up: every kind of work comes round."""
        deck = [story for story, count in DECK for _ in range(count)]
        while True:
            self.chance.shuffle(deck)
            yield from deck

    def _write_family(self, story: Story, xml: TextIO, rows: Any) -> None:
        episode = story(self.teller)
        unborn = story in WITH_UNBORN and (not self.unborn_seen or self.chance.random() < 0.2)
        self.unborn_seen = self.unborn_seen or unborn
        family = self.families.family(self.children - self.written, episode.referral_date, unborn=unborn)
        earlier = None
        if episode.closure_date is None and self.chance.random() < 0.15:
            earlier = self.teller.earlier_referral(episode.referral_date)
        worker, team = self._allocate(episode, len(family.children))
        for child in family.children:
            self._write_child(child, family, episodes_of(child, earlier, episode), xml)
            row = row_of(child, family, worker, team, self._last_seen(child, episode))
            rows.writerow(spoilt_row(row, self.chance) if self.with_faults else row)

    def _allocate(self, episode: CinEpisode, children: int) -> tuple[MadeUpWorker | None, str]:
        """A closed case has nobody; an open one a worker, or only a team while it waits."""
        if episode.closure_date is not None:
            return None, ""
        self.open_children += children
        worker, team = self.caseloads.give(children)
        if worker is None:
            self.waiting += children
        return worker, team

    def _write_child(self, child: MadeUpChild, family: MadeUpFamily, episodes: list[CinEpisode], xml: TextIO) -> None:
        text = child_text(child, episodes)
        xml.write(spoilt(text, self.chance) if self.with_faults else text)
        self.written += 1

    def _last_seen(self, child: MadeUpChild, episode: CinEpisode) -> date | None:
        """Known for most. Nobody has seen an unborn child, or one whose referral went no further."""
        if child.birth is None or episode.no_further_action or self.chance.random() < 0.07:
            return None
        last = episode.closure_date or self.today
        most = 14 if episode.protection_plans else 40
        day = last - timedelta(days=self.chance.choice((1, 2, 4, 6, 9, 13, most, most + 15)))
        return day if day >= episode.referral_date and day >= child.birth else None


def episodes_of(child: MadeUpChild, earlier: CinEpisode | None, episode: CinEpisode) -> list[CinEpisode]:
    if earlier is None or child.birth is None or child.birth > earlier.referral_date:
        return [episode]
    return [earlier, episode]
