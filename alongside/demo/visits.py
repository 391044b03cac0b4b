"""Visits to the children of Eastmere, with what workers saw, heard, thought and will do. In words a child may read."""

from datetime import date, timedelta
from random import Random
from typing import Any

from alongside.demo.council import Eastmere
from alongside.demo.stories import Told
from alongside.platform.common.clock import now, start_of
from alongside.record.people.names import first_name
from alongside.record.timescales.writing import writing
from alongside.tools.notes.actions import record_visit
from alongside.tools.notes.visit import InFile, Part, Words

SAW = (
    "{name} opened the door and showed me the drawing on the fridge. The kitchen was warm, with tea on the table.",
    "{name} kept close to the dog while we talked. The bedroom has a new lamp and clean bedding.",
    "{name} was building a ramp for the toy cars and let me hold the tape.",
)
SAW_SCHOOLCHILD = (
    *SAW,
    "We sat on the back step. {name} was in school uniform, had eaten, and yawned a lot.",
    "At school, in the quiet room. {name} chose the blue cards and sorted them twice.",
)
SAW_BABY = (
    "{name} was awake on the mat, reached for the rattle and smiled at mum’s voice.",
    "{name} had just been fed and slept on my arm. The cot was made up and the room was warm.",
)
SAID = (
    "I like it when nobody shouts before school.",
    "Can you tell them I want to go swimming with my cousin?",
    "I sleep better now the light stays on.",
    "Maths is all right if I sit near the window.",
    "I told Miss about it and she listened.",
    "I don’t want to talk today. Next time, maybe.",
)
THINK = (
    "Mornings are calmer than in the spring. I think the earlier bus has helped.",
    "I think {name} is still working out whether I will keep coming. Short visits, same day each time.",
    "Things are steadier, and still rest on one tired adult.",
)
NEXT = (
    "I will ask school about a seat near the window by Friday.",
    "I will ring on Thursday about the swimming pass and tell {name} the answer myself.",
    "I will bring the photographs next time.",
)


def visit_all(eastmere: Eastmere, child: Any, told: Told, today: date, random: Random) -> None:
    """Every visit of this child's story so far; the last few keep time, or not quite."""
    if not told.visits_from or not told.worker:
        return
    day = told.visits_from + timedelta(days=random.randint(1, 4))
    step = int(told.every * 1.4) or 21
    while day < today:
        if day.weekday() < 5:
            _visit(eastmere, child, told.worker, day, random)
        day += timedelta(days=max(step - random.randint(0, 4) + random.choice((0, 0, 0, 3)), 2))


def _visit(eastmere: Eastmere, child: Any, worker: str, day: date, random: Random) -> None:
    by = eastmere.actors[worker]
    happened = start_of(day) + timedelta(hours=random.choice((10, 11, 14, 15, 16)), minutes=random.choice((0, 15, 30)))
    name = first_name(child)
    too_young = child.born_on is None or (day - child.born_on).days < 3 * 365
    alone = "too_young" if too_young else random.choice(("yes", "yes", "no"))
    passages = [_words(child, "saw", random.choice(_seen_of(child, day)).format(name=name))]
    if not too_young and random.random() < 0.7:
        passages.append(_words(child, "said", random.choice(SAID), said_by=name))
    if random.random() < 0.4:
        passages.append(_words(child, "think", random.choice(THINK).format(name=name)))
    if random.random() < 0.3:
        passages.append(_words(child, "next", random.choice(NEXT).format(name=name)))
    with writing(by) as w:
        w.at = min(happened + timedelta(hours=random.choice((2, 2, 3, 26))), now())
        part = Part(person=child.pk, seen="in_person", alone=alone, how="We spoke face to face.")
        record_visit(by=by, children=[part], happened=happened, passages=passages, what=["home_visit"], place="At home")


def _seen_of(child: Any, day: date) -> tuple[str, ...]:
    """What can be seen of a child of this age."""
    years = (day - child.born_on).days // 365 if child.born_on else 0
    return SAW_BABY if years < 2 else SAW_SCHOOLCHILD if years >= 5 else SAW


def _words(child: Any, mark: str, text: str, said_by: str = "") -> Words:
    file = InFile(person=child.pk, text=text, said_by=said_by, said_by_child=bool(said_by), exact=bool(said_by))
    return Words(mark=mark, files=[file])
