"""Filling an empty database with Eastmere: the same seed tells the same stories, counted from today."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from random import Random
from typing import Any

from django.db import transaction

from alongside.demo.council import FIELD_TEAMS, Eastmere, make_council
from alongside.demo.families import PRONOUNS, Family, families
from alongside.demo.stories import STORIES, Teller, Told, in_need
from alongside.demo.visits import visit_all
from alongside.platform.common.clock import today as london_today
from alongside.record.casework.actions import allocate_case
from alongside.record.organisations.actions import find_or_add_school
from alongside.record.people import actions as people
from alongside.record.people.models import Household
from alongside.record.timescales.writing import writing

SEED = 20417


def load_demo(today: date | None = None) -> int:
    """Make the council, its families and what happened to each. Returns the number of children."""
    random, day = Random(SEED), today or london_today()
    stories = _stories(random)
    number = 0
    with transaction.atomic():  # all of it or none: a half-made council would never be finished
        eastmere = make_council()
        for position, family in enumerate(families(day, random)):
            story = in_need if position == 0 else next(stories)
            number += _family(eastmere, family, story, position, day, random)
    return number


def _stories(random: Random) -> Iterator[Any]:
    """As many of each story as its weight says, mixed, over and over."""
    told = [story for story, weight in STORIES for _ in range(weight)]
    random.shuffle(told)
    return cycle(told)


def _family(eastmere: Eastmere, family: Family, story: Any, position: int, day: date, random: Random) -> int:
    team = FIELD_TEAMS[position % len(FIELD_TEAMS)]
    workers = eastmere.social_workers(team)
    worker = workers[(position // len(FIELD_TEAMS)) % len(workers)]
    with writing(eastmere.system):
        household = people.add_household(by=eastmere.system, name=family.name, council_ref=f"H-{position + 1:03}")
        people.live_at(by=eastmere.system, household=household, lines=family.address, postcode=family.postcode)
        parents = [(_parent(eastmere, name, family, household), kind, pr) for name, kind, pr in family.parents]
    for index, child in enumerate(family.children):
        _child(
            eastmere,
            family,
            child,
            f"E-{20400 + position * 8 + index}",
            household,
            parents,
            story,
            team,
            worker,
            day,
            random,
        )
    return len(family.children)


def _parent(eastmere: Eastmere, name: str, family: Family, household: Household) -> Any:
    person = people.register_person(
        by=eastmere.system, is_child=False, given_names=name, family_name=family.name.split("-")[0]
    )
    people.live_in(by=eastmere.system, person=person, household=household)
    return person


def _child(
    eastmere: Eastmere, family: Family, child: Any, ref: str, household: Household, parents: list[Any], story: Any,
    team: str, worker: str, day: date, random: Random,
) -> None:  # fmt: skip
    with writing(eastmere.system) as w:
        person = people.register_person(
            by=eastmere.system, is_child=True, given_names=child.given, known_as=child.known_as,
            family_name=family.name if child.given else "", born_on=child.born, expected_on=child.expected,
            sex=child.sex, ethnicity=child.ethnicity, lea="999", council_ref=ref, pronouns=PRONOUNS.get(child.sex, ""),
            disabilities=["NONE"],
        )  # fmt: skip
        people.live_in(by=eastmere.system, person=person, household=household)
        for parent, kind, responsible in parents:
            people.relate(
                by=eastmere.system, person=person, other=parent, kind=kind, parental_responsibility=responsible
            )
        alike = Random(f"{SEED} {family.name}")  # brothers and sisters are referred, and met about, on the same days
        told: Told = story(Teller(eastmere, w, day, alike, team, worker), person)
        w.by = eastmere.system
    if child.school:
        _at_school(eastmere, person, child.school)
    if told.worker and random.random() < 0.3:
        _also_with(eastmere, person, team)
    visit_all(eastmere, person, told, day, random)


def _at_school(eastmere: Eastmere, person: Any, name: str) -> None:
    school = find_or_add_school(by=eastmere.system, name=name)
    people.go_to_school(by=eastmere.system, person=person, school=school, name=name)


def _also_with(eastmere: Eastmere, person: Any, team: str) -> None:
    """Amal, key worker of the Marsh pod, stands alongside some of its children too."""
    if team != "Marsh pod":
        return
    case = person.cases.filter(closed_on=None).first()
    if case:
        allocate_case(
            by=eastmere.system,
            case=case,
            worker=eastmere.workers["Amal Rahman"],
            role="key_worker",
            reason="child_asked",
        )
