"""What happened to a family, as episodes of the census.

Every date is counted from `today`, so that due lists look alive whenever the file is made.
As in a real return, an assessment or conference of an earlier census year is left out, while
a plan that still runs and the referral behind it stay in, however old.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from alongside.practice.referrals.choices import SOURCES
from alongside.practice.safeguarding.choices import FACTORS, NO_FACTORS

from ..census.blocks import Assessment, CinEpisode, CinPlan, ProtectionPlan, Review, Section47
from .people import weighted
from .working_days import between, is_working, moved, on_or_after, on_or_before

OFTEN = {"6": 30, "2A": 20, "1A": 7, "3A": 6, "3E": 5, "3B": 5, "5D": 6}
SOURCE_SHARES = tuple((code, OFTEN.get(code, 2)) for code in SOURCES)
NEED_SHARES = (("N1", 58), ("N2", 8), ("N3", 5), ("N4", 10), ("N5", 12), ("N6", 3), ("N7", 1), ("N8", 2))
CATEGORY_SHARES = (("NEG", 50), ("EMO", 35), ("PHY", 9), ("SAB", 4), ("MUL", 2))
COMMON_FACTORS = ("3B", "3A", "4B", "16A", "17A", "1B", "2B", "4A", "18C", "15A", "5A", "6A", "14A", "10A", "7A")


@dataclass(frozen=True, slots=True)
class When:
    today: date
    year_start: date

    def in_year(self, day: date | None) -> bool:
        return day is not None and self.year_start <= day <= self.today


class Teller:
    """Tells one family's story at a time; brothers and sisters share its dates."""

    def __init__(self, chance: Random, when: When) -> None:
        self.chance = chance
        self.when = when

    def ago(self, least: int, most: int) -> date:
        """A working day this many working days before today."""
        return moved(self.when.today, -self.chance.randint(least, most))

    def referral(self, day: date) -> CinEpisode:
        return CinEpisode(0, day, weighted(self.chance, SOURCE_SHARES), weighted(self.chance, NEED_SHARES), None, "",
                          None, False)

    def factors(self) -> tuple[str, ...]:
        count = weighted(self.chance, ((1, 3), (2, 4), (3, 2), (4, 1)))
        found = self.chance.sample(COMMON_FACTORS, count)
        if self.chance.random() < 0.1:
            found.append(self.chance.choice([code for code in FACTORS if code not in (NO_FACTORS, *found)]))
        return tuple(sorted(set(found)))

    def assessment(self, start: date, end: date | None) -> tuple[Assessment, ...]:
        """Nothing when it ended in an earlier census year."""
        if end is not None and not self.when.in_year(end):
            return ()
        review = moved(start, 10) if moved(start, 10) <= (end or self.when.today) else None
        return (Assessment(0, start, review, end, self.factors() if end else ()),)

    def closing_day(self) -> date:
        return between(self.chance, self.when.year_start, self.when.today)

    # Open work

    def new_referral(self) -> CinEpisode:
        return self.referral(self.ago(0, 2))

    def assessment_open(self) -> CinEpisode:
        return self._open_assessment(4, 38)

    def assessment_due_soon(self) -> CinEpisode:
        return self._open_assessment(40, 45)

    def assessment_late(self) -> CinEpisode:
        return self._open_assessment(46, 62)

    def _open_assessment(self, least: int, most: int) -> CinEpisode:
        referred = self.ago(least, most)
        start = min(moved(referred, self.chance.randint(0, 2)), self.when.today)
        return replace(self.referral(referred), assessments=self.assessment(start, None))

    def assessed_not_yet_decided(self) -> CinEpisode:
        """The assessment ended this week and nothing has followed yet."""
        end = self._soon_after_year_start(self.ago(0, 4))
        referred = moved(end, -self.chance.randint(12, 44))
        return replace(self.referral(referred), assessments=self.assessment(referred, end))

    def cin_plan_open(self) -> CinEpisode:
        start = self.ago(8, 480)
        end = moved(start, -self.chance.randint(0, 8))
        referred = moved(end, -self.chance.randint(18, 46))
        return replace(self.referral(referred), assessments=self.assessment(referred, end),
                       cin_plans=(CinPlan(0, start, None),))

    def section_47_open(self) -> CinEpisode:
        """Leading to a conference that is still to come, or is late."""
        start = self.ago(1, 17)
        referred = moved(start, -self.chance.randint(0, 12))
        enquiry = Section47(0, start, moved(start, 15), None, False)
        return replace(self.referral(referred), assessments=self.assessment(referred, None), section47s=(enquiry,))

    def section_47_no_conference(self) -> CinEpisode:
        """The enquiry ended without a conference; a child in need plan followed."""
        plan = self._soon_after_year_start(self.ago(5, 120))
        start = moved(plan, -self.chance.randint(5, 14))
        referred = moved(start, -self.chance.randint(0, 6))
        enquiry = Section47(0, start, moved(start, 15), None, True)
        return replace(self.referral(referred), assessments=self.assessment(referred, plan), section47s=(enquiry,),
                       cin_plans=(CinPlan(0, plan, None),))

    def protection_plan_new(self) -> CinEpisode:
        """A conference in the last two weeks: the first core group is due."""
        return self._protected(self.ago(1, 12), None)

    def protection_plan_open(self) -> CinEpisode:
        return self._protected(self.ago(30, 380), None)

    def _protected(self, conference: date, end: date | None) -> CinEpisode:
        """From section 47 to plan. Of an earlier year only the referral and the plan are told."""
        start = moved(conference, -self.chance.randint(9, 17))
        referred = moved(start, -self.chance.randint(0, 10))
        plan = self._plan(conference, end)
        episode = replace(self.referral(referred), protection_plans=(plan,))
        if not self.when.in_year(conference):
            return episode
        enquiry = Section47(0, start, moved(start, 15), conference, False)
        return replace(episode, section47s=(enquiry,), assessments=self.assessment(referred, conference))

    def _plan(self, start: date, end: date | None) -> ProtectionPlan:
        first = weighted(self.chance, CATEGORY_SHARES)
        latest = first if self.chance.random() < 0.85 else weighted(self.chance, CATEGORY_SHARES)
        return ProtectionPlan(0, start, end, first, latest, weighted(self.chance, ((0, 80), (1, 17), (2, 3))),
                              self._reviews(start, end))

    def _reviews(self, start: date, end: date | None) -> tuple[Review, ...]:
        """The first within three months, the next within six; the last one may not have been held yet."""
        until = end or self.when.today
        reviews: list[Review] = []
        day = on_or_before(start + timedelta(days=self.chance.randint(70, 88)))
        while day <= until:
            reviews.append(Review(0, day))
            day = on_or_before(day + timedelta(days=self.chance.randint(140, 178)))
        lately = self.when.today - timedelta(days=60)
        if end is None and reviews and reviews[-1].day > lately and self.chance.random() < 0.4:
            reviews.pop()
        return tuple(reviews)

    def _soon_after_year_start(self, day: date) -> date:
        """The day, or the first day it could be this census year when it lies before."""
        if day >= self.when.year_start:
            return day
        return min(on_or_after(self.when.year_start), self.when.today)

    # Closed work

    def no_further_action(self) -> CinEpisode:
        closed = self.closing_day()
        referred = max(self.when.year_start, moved(closed, -self.chance.randint(0, 1)))
        return replace(self.referral(referred), no_further_action=True, closure_date=closed, closure_reason="RC7")

    def closed_after_assessment(self) -> CinEpisode:
        closed = self.closing_day()
        end = max(self.when.year_start, moved(closed, -self.chance.randint(0, 3)))
        referred = moved(end, -self.chance.randint(12, 47))
        assessed = self.assessment(referred, end)
        reason = self.chance.choice(("RC8", "RC9"))
        if reason == "RC8" and self.chance.random() < 0.3:
            assessed = tuple(replace(one, factors=(NO_FACTORS,)) for one in assessed)
        return replace(self.referral(referred), assessments=assessed, closure_date=closed, closure_reason=reason)

    def closed_after_cin_plan(self) -> CinEpisode:
        closed = self.closing_day()
        start = moved(closed, -self.chance.randint(30, 260))
        referred = moved(start, -self.chance.randint(20, 48))
        return replace(self.referral(referred), assessments=self.assessment(referred, moved(start, -1)),
                       cin_plans=(CinPlan(0, start, closed),), closure_date=closed, closure_reason=self._other_reason())

    def closed_after_protection_plan(self) -> CinEpisode:
        """Stepped down to a child in need plan first."""
        closed = self.closing_day()
        ended = max(self.when.year_start, moved(closed, -self.chance.randint(20, 70)))
        conference = moved(ended, -self.chance.randint(90, 300))
        episode = self._protected(conference, ended)
        plans = (CinPlan(0, ended, closed),) if ended < closed else ()
        return replace(episode, cin_plans=plans, closure_date=closed, closure_reason="RC7")

    def _other_reason(self) -> str:
        return str(weighted(self.chance, (("RC7", 80), ("RC5", 12), ("RC3", 5), ("RC4", 3))))

    def earlier_referral(self, before: date) -> CinEpisode | None:
        """One that closed after assessment this year, at least four weeks before; None when it cannot be."""
        last = before - timedelta(days=28)
        if last < self.when.year_start + timedelta(days=28):
            return None
        closed = between(self.chance, self.when.year_start, last)
        end = closed if is_working(closed) else on_or_before(closed)
        if end < self.when.year_start:
            return None
        referred = moved(end, -self.chance.randint(12, 44))
        return replace(self.referral(referred), assessments=self.assessment(referred, end), closure_date=closed,
                       closure_reason="RC9")


Story = Callable[[Teller], CinEpisode]

# As many families of each in every twenty-six: about half are closed.
DECK: tuple[tuple[Story, int], ...] = (
    (Teller.new_referral, 1),
    (Teller.assessment_open, 2),
    (Teller.assessment_due_soon, 1),
    (Teller.assessment_late, 1),
    (Teller.assessed_not_yet_decided, 1),
    (Teller.cin_plan_open, 2),
    (Teller.section_47_open, 1),
    (Teller.section_47_no_conference, 1),
    (Teller.protection_plan_new, 1),
    (Teller.protection_plan_open, 2),
    (Teller.no_further_action, 4),
    (Teller.closed_after_assessment, 4),
    (Teller.closed_after_cin_plan, 4),
    (Teller.closed_after_protection_plan, 1),
)
