"""What the page foretells is what saving does: for every role, every way of being seen, and a second visit on a day."""

import pytest

from alongside.platform.common.clock import today
from alongside.record.timescales.selectors import every_item
from alongside.tools.notes.actions import Part, record_visit
from alongside.tools.notes.effects import Going, what_it_would_meet
from alongside.tools.notes.selectors import children_of_visit, roles_of

pytest_plugins = ["alongside.tools.notes.tests.world"]


def foretold(actor, child, part):
    going = Going(child, part.as_payload(roles_of(actor, [child.id])[child.id]))
    return [each.title for each in what_it_would_meet(actor, [going], today()) if each.met]


@pytest.mark.parametrize("who", ["Amal", "Kit", "Bea"])
@pytest.mark.parametrize(("seen", "alone"), [("in_person", "yes"), ("in_person", "no"), ("video", "yes"), ("not", "")])
def test_it_comes_true(world, who, seen, alone):
    actor = world.acting(who)
    child = children_of_visit(actor, world.children["Taz"].subject.public_id)[0]
    part = Part(person=child.id, seen=seen, alone=alone, how="At the door")
    says = foretold(actor, child, part)
    note = record_visit(by=actor, children=[part], happened=today())
    closed = every_item(actor, [child.id]).filter(closed_by=note.event_id)
    assert len(says) == closed.count() == (1 if who == "Amal" and seen == "in_person" else 0)
    again = foretold(actor, child, part)
    second = record_visit(by=actor, children=[part], happened=today())
    assert len(again) == every_item(actor, [child.id]).filter(closed_by=second.event_id).count() == 0


def test_it_says_whose_visit_it_has_to_be(world):
    kit = world.acting("Kit")
    child = children_of_visit(kit, world.children["Taz"].subject.public_id)[0]
    part = Part(person=child.id, seen="in_person", alone="yes")
    going = Going(child, part.as_payload(roles_of(kit, [child.id])[child.id]))
    effect = what_it_would_meet(kit, [going], today())[0]
    assert (effect.met, effect.why) == (False, "That has to be a social worker.")
    assert effect.due.endswith("days late")
