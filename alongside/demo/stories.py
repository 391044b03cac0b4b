"""What happened to each child: one story a family, told from today backwards, so that due lists always look alive."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from alongside.demo.council import Eastmere
from alongside.platform.common.clock import now, start_of
from alongside.practice.referrals import actions as referrals
from alongside.practice.safeguarding import actions as safeguarding
from alongside.practice.safeguarding.models import Section47
from alongside.record.casework.actions import allocate_case, close_case
from alongside.record.timescales.writing import Writing

SOURCES = ("2A", "3A", "6", "1A", "3B", "5D", "4")


@dataclass
class Told:
    """How far a story went: where visits go on from, and how often a visit is due (working days); 0 is none."""

    worker: str
    visits_from: date | None = None
    every: int = 0


@dataclass
class Teller:
    """Tells a child's story inside one writing, as the worker and on the day each thing was recorded."""

    eastmere: Eastmere
    w: Writing
    today: date
    random: Random
    team: str
    worker: str

    def ago(self, days: int) -> date:
        """That many days before today, or the working day before that."""
        day = self.today - timedelta(days=days)
        return day - timedelta(days=max(day.weekday() - 4, 0))

    def recorded(self, day: date, by: str = "") -> Any:
        """From here on, written by this worker, on that day or the next. Returns the actor."""
        self.w.by = self.eastmere.actors[by or self.worker]
        written = start_of(day + timedelta(days=self.random.choice((0, 0, 0, 1, 1, 9)))) + timedelta(hours=14)
        self.w.at = min(written, now())
        return self.w.by

    def referral(self, child: Any, days: int, need: str = "N1") -> Any:
        """It came in, and the next working day it was decided to assess."""
        came = self.ago(days)
        manager = self.recorded(came, self.eastmere.manager(self.team))
        team = self.eastmere.teams[self.team]
        source = self.random.choice(SOURCES)
        referral = referrals.receive_referral(
            by=manager, person=child, received_on=came, source_code=source, primary_need=need, team=team
        )
        referrals.decide_referral(by=manager, referral=referral, decided_on=self.next_day(came), response="assessment")
        referrals.acknowledge_referral(by=manager, referral=referral, acknowledged_on=self.next_day(came))
        return referral.case

    def next_day(self, day: date, working_days: int = 1) -> date:
        """Working days later by weekdays alone: near enough for a story, and never after today."""
        for _ in range(working_days):
            day += timedelta(days=3 if day.weekday() == 4 else 1)
        return min(day, self.today)

    def given_to(self, case: Any, day: date) -> None:
        """The manager asked the worker to hold the case."""
        manager = self.recorded(day, self.eastmere.manager(self.team))
        reason = self.random.choice(("has_room", "knows_family", "near", "child_asked"))
        allocate_case(by=manager, case=case, worker=self.eastmere.workers[self.worker], reason=reason, started_on=day)

    def assessed(self, case: Any, start: date, end: date | None) -> Any:
        """A single assessment, concluded or still open."""
        assessment = safeguarding.start_assessment(by=self.recorded(start), case=case, started_on=start)
        if end:
            factors = self.random.sample(["3B", "4B", "16A", "17A", "1B", "14A", "4A"], 2)
            safeguarding.conclude_assessment(
                by=self.recorded(end), assessment=assessment, concluded_on=end, factors=factors
            )
        return assessment


def waiting(t: Teller, child: Any) -> Told:
    """Came in this week; nobody holds the case yet."""
    t.referral(child, t.random.randint(2, 5), "N4")
    return Told("")


def being_assessed(t: Teller, child: Any) -> Told:
    """Between the referral and day 45: soon due, due today or a little late."""
    days = t.random.choice((20, 34, 48, 57, 60, 63, 64, 66))
    case = t.referral(child, days)
    t.given_to(case, t.ago(days - 2))
    t.assessed(case, t.ago(days - 3), None)
    return Told(t.worker, t.ago(days - 4))


def in_need(t: Teller, child: Any) -> Told:
    """A child in need plan, reviewed, and visited."""
    days = t.random.randint(150, 420)
    case = t.referral(child, days, t.random.choice(("N1", "N2", "N4", "N5")))
    t.given_to(case, t.ago(days - 2))
    t.assessed(case, t.ago(days - 3), t.ago(days - 55))
    start = days - 62
    plan = safeguarding.start_in_need_plan(by=t.recorded(t.ago(start)), case=case, started_on=t.ago(start))
    for back in range(start - 85, 0, -150):
        held = t.ago(back)
        safeguarding.review_in_need_plan(by=t.recorded(held), plan=plan, held_on=held)
    return Told(t.worker, t.ago(start), 20)


def enquiry(t: Teller, child: Any) -> Told:
    """A section 47 enquiry; the conference is due within days."""
    days = t.random.randint(24, 34)
    case = t.referral(child, days)
    t.given_to(case, t.ago(days - 1))
    t.assessed(case, t.ago(days - 2), None)
    held = t.ago(t.random.choice((8, 14, 18, 20, 21)))
    safeguarding.hold_strategy_discussion(
        by=t.recorded(held), case=case, held_on=held, decided_section47=True, present=["police", "health"]
    )
    return Told(t.worker, held, 5)


def protected(t: Teller, child: Any) -> Told:
    """A child protection plan: conference, core groups, reviews, visits."""
    days = t.random.randint(120, 380)
    case = t.referral(child, days)
    t.given_to(case, t.ago(days - 1))
    t.assessed(case, t.ago(days - 2), t.ago(days - 45))
    held = t.ago(days - 12)
    safeguarding.hold_strategy_discussion(
        by=t.recorded(held), case=case, held_on=held, decided_section47=True, present=["police", "health"]
    )
    met = t.ago(days - 30)
    chair = t.recorded(met, "Hugh Castellan")
    (enquiry_of,) = (each for each in t.w.kept(Section47) if each.case_id == case.id)
    category = t.random.choice(("NEG", "EMO"))
    conference = safeguarding.hold_conference(
        by=chair, case=case, held_on=met, decision="plan", category=category, section47=enquiry_of
    )
    _core_groups(t, conference.plan, days - 30)
    _reviews(t, conference.plan, days - 30)
    return Told(t.worker, met, 10)


def _core_groups(t: Teller, plan: Any, met: int) -> None:
    back = met - 11
    while back > 0:
        held = t.ago(back)
        safeguarding.hold_core_group(by=t.recorded(held), plan=plan, held_on=held)
        back -= 40


def _reviews(t: Teller, plan: Any, met: int) -> None:
    back = met - 86
    while back > 0:
        held = t.ago(back)
        safeguarding.review_conference(
            by=t.recorded(held, "Hugh Castellan"), plan=plan, held_on=held, decision="continues"
        )
        back -= 176


def closed(t: Teller, child: Any) -> Told:
    """Assessed, helped, closed."""
    days = t.random.randint(200, 700)
    case = t.referral(child, days)
    t.given_to(case, t.ago(days - 2))
    t.assessed(case, t.ago(days - 3), t.ago(days - 40))
    end = t.ago(days - 44)
    close_case(by=t.recorded(end), case=case, closed_on=end, reason="RC8")
    return Told("")


STORIES: tuple[tuple[Callable[[Teller, Any], Told], int], ...] = (
    (being_assessed, 9), (in_need, 10), (enquiry, 4), (protected, 7), (closed, 7), (waiting, 3),
)  # fmt: skip
