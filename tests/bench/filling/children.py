"""The children of the bench: names, families, homes, cases, who holds them, and what happened to each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from alongside.platform.common.clock import LONDON
from alongside.platform.common.ids import new_id, new_public_id
from tests.bench.filling.copying import Row

GIVEN = ("Taz", "Ivy", "Reuben", "Amara", "Leo", "Zofia", "Noah", "Maryam", "Finn", "Elsie", "Kofi", "Priya", "Owen",
         "Hana", "Jude", "Nia", "Theo", "Layla", "Max", "Rosa", "Isaac", "Freya", "Yusuf", "Orla")  # fmt: skip
FAMILY = ("Marlow", "Adeyemi", "Hart", "Kowalski", "Singh", "Byrne", "Okafor", "Lindqvist", "Rahman", "Pryce", "Doyle",
          "Mensah", "Fletcher", "Novak", "Iqbal", "Whitlock", "Castle", "Amadi", "Thorne", "Quigley")  # fmt: skip
OPENINGS = ("Mum said", "Dad said", "Gran told me", "We talked about", "Agreed with the family", "The school wrote that",
            "The health visitor found that", "I saw that", "On the way back", "At the table")  # fmt: skip
MIDDLES = ("mornings are better since", "there was food in the fridge and", "the move of bedroom went well, and",
           "Fridays are still hard because", "weight and sleep are as they should be;", "the bus is late most days, so",
           "everybody had slept and", "the letter from the housing office came, and")  # fmt: skip
ENDINGS = ("bags stand ready by the door.", "nobody raised a voice while I was there.", "we look at it again together in May.",
           "there is a place at breakfast club.", "the bunk bed is up at last.", "cousins stay over on Saturday.",
           "each of us knows what to do next.")  # fmt: skip
WORDS = "I like it when you come. I want to stay at my school and see my friends on Saturdays."


def line(number: int) -> str:
    """Two sentences that are not the same for every entry, or a page would be compressed as no real one is."""
    mixed = number * 2654435761 % 2**32
    first = (OPENINGS[mixed % 10], MIDDLES[mixed // 10 % 8], ENDINGS[mixed // 80 % 7])
    then = (OPENINGS[mixed // 560 % 10], MIDDLES[mixed // 5600 % 8], ENDINGS[mixed // 44800 % 7])
    return f"{' '.join(first)} {' '.join(then)} (ref {mixed % 99991})"


@dataclass(slots=True)
class Child:
    """One child and all rows about them."""

    number: int
    family: int
    org: UUID
    worker: Any
    born: date
    entries: int
    today: date
    id: UUID = field(default_factory=new_id)
    case: UUID = field(default_factory=new_id)
    public_id: str = field(default_factory=new_public_id)

    @property
    def protected(self) -> bool:
        """Every fourth family is on a child protection plan, the others on a child in need plan."""
        return self.family % 4 == 0

    @property
    def began(self) -> date:
        """The longer the record, the earlier it began: about one entry in nine days."""
        return self.today - timedelta(days=max(80, self.entries * 9))

    def person(self) -> Row:
        return {
            "subject_id": self.id, "org": self.org, "is_child": True, "lea": "899",
            "council_ref": f"B-{self.number:05}", "given_names": GIVEN[self.number % len(GIVEN)],
            "family_name": FAMILY[self.family % len(FAMILY)], "born_on": self.born,
            "sex": "MF"[self.number % 2], "ethnicity": "WBRI", "disabilities": ["NONE"],
        }  # fmt: skip

    def event(self, kind: str, day: date, **more: Any) -> tuple[Row, Row]:
        """Rows of one happening and of this child's part in it."""
        key, at = new_id(), more.pop("at", None)
        happened = datetime.combine(day, at or time(0), LONDON)
        event = {
            "id": key, "org": self.org, "kind": kind, "author": self.worker.account, "author_name": self.worker.name,
            "author_role": "social_worker", "case_id": more.pop("case", None), "payload": more.pop("payload", {}),
        }  # fmt: skip
        part = {
            "org": self.org, "event_id": key, "subject_id": self.id, "kind": kind, "happened": happened,
            "happened_on": day, "precise": at is not None, "recorded_at": happened + timedelta(hours=26), **more,
        }  # fmt: skip
        return event, part

    def opening(self) -> Iterator[tuple[Row, Row]]:
        """How the case began."""
        day, case = self.began, self.case
        yield self.event("referral.received", day, case=case, headline="Referral received", significance="significant",
                         payload={"source": "1A", "primary_need": "N1"})  # fmt: skip
        yield self.event("case.opened", day, case=case, headline="Case opened", significance="significant",
                         episodes=[case], payload={"line": "social_work"})  # fmt: skip
        yield self.event("referral.decided", day, case=case, payload={"response": "assessment"},
                         headline="Decided what to do with the referral", significance="significant")  # fmt: skip
        yield self.event("allocation.started", day, case=case, headline=f"{self.worker.name} became social worker",
                         payload={"role": "social_worker", "reason": "has_room"})  # fmt: skip

    def rest(self) -> Iterator[tuple[Row, Row]]:
        """What followed: mostly visits, with contacts and what the child said between them."""
        number = self.entries - 5
        first, span = self.began + timedelta(days=30), self.today - self.began - timedelta(days=32)
        for each in range(number):
            day = first + span * each // number
            at = time(9 + each % 8, 15 * (each % 4))
            text = line(self.number * 997 + each)
            if each % 5 == 3:
                yield self.event("contact.made", day, at=at, headline="Contact with the school", line=text)
            elif each % 11 == 6:
                yield self.event("view.given", day, at=at, headline="What the child said", words=WORDS,
                                 significance="significant")  # fmt: skip
            else:
                yield self.event("visit.made", day, at=at, headline="Home visit: seen in person, alone", line=text,
                                 payload={"by_role": "social_worker", "purpose": "home_visit"},
                                 part={"by_role": "social_worker", "seen": "yes", "in_person": "yes",
                                       "seen_alone": "yes"})  # fmt: skip

    def plan(self) -> tuple[tuple[Row, Row], Row]:
        """The plan: its event, its episode."""
        kind = "protection_plan" if self.protected else "cin_plan"
        title = "Child protection plan started" if self.protected else "Child in need plan started"
        day, key = self.began + timedelta(days=20), new_id()
        started = self.event(f"{kind}.started", day, case=self.case, headline=title, significance="turning_point",
                             episodes=[key])  # fmt: skip
        episode = {"id": key, "org": self.org, "subject_id": self.id, "kind": kind, "started_on": day,
                   "case_id": self.case, "singular": True, "started_by": started[0]["id"]}  # fmt: skip
        return started, episode
