"""One visit, to one child or two: one event, each child's own part, and only the duties it meets."""

from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.platform.common.clock import now, today
from alongside.platform.common.errors import NotThere, Refused
from alongside.record.chronology.models import Event, EventSubject
from alongside.record.timescales.selectors import every_item, unmet
from alongside.tools.notes.actions import InFile, Part, Words, add_passage, record_visit
from alongside.tools.notes.models import Note, NoteChild, Passage
from alongside.tools.notes.selectors import note_of, notes_of, passages_of, what_it_met

pytest_plugins = ["alongside.tools.notes.tests.world"]


def taz_and_reuben(world):
    return world.children["Taz"].pk, world.children["Reuben"].pk


def seen(person, alone="yes", **more):
    return Part(person=person, seen="in_person", alone=alone, **more)


def said_by_child(person, text):
    return InFile(person=person, text=text, said_by="Her or him", said_by_child=True, exact=True)


def of_both(taz, reuben):
    """What Amal wrote: one passage for both, split; one of each child's own words; one thought."""
    split = InFile(person=reuben, text="His tea was laid out ready for him.", split=True)
    return [
        Words(mark="saw", files=[InFile(person=taz, text="Taz had laid out tea for Reuben."), split]),
        Words(mark="said", files=[said_by_child(taz, "I chose gran.")]),
        Words(mark="said", files=[said_by_child(reuben, "There’s biscuits.")]),
        Words(mark="said", third_party=True, files=[InFile(person=taz, text="Leanne rang late.", said_by="Rosemary")]),
        Words(mark="next", files=[InFile(person=taz, text="Agree call times.")]),
    ]  # fmt: skip


def test_a_visit_to_two_is_one_event_with_each_childs_own_part(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    note = record_visit(
        by=amal, children=[seen(taz), seen(reuben, alone="no")], happened=now(), place="3 Harbour View",
        what=["home_visit"], also_there=["Rosemary"], passages=of_both(taz, reuben),
    )  # fmt: skip
    event = Event.objects.get(kind="visit.made")
    assert event.ref == note.id
    assert event.payload == {
        "by_role": "social_worker", "note": str(note.id), "where": "3 Harbour View", "purpose": "home_visit",
    }  # fmt: skip
    parts = {row.subject_id: row for row in EventSubject.objects.filter(event=event)}
    assert parts[taz].headline == "Home visit: seen in person, alone"
    assert parts[taz].part == {"by_role": "social_worker", "seen": "yes", "in_person": "yes", "seen_alone": "yes"}
    assert parts[reuben].part["seen_alone"] == "no"
    assert parts[taz].words == "I chose gran."
    assert parts[reuben].line == "His tea was laid out ready for him."
    assert parts[reuben].words == "There’s biscuits."
    assert "Taz" not in parts[reuben].headline + parts[reuben].line


def test_each_childs_file_holds_only_its_part(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    record_visit(by=amal, children=[seen(taz), seen(reuben)], happened=now(), passages=of_both(taz, reuben))
    his = [each.text for each in passages_of(amal, notes_of(amal, reuben).get())]
    hers = [each.text for each in passages_of(amal, notes_of(amal, taz).get())]
    assert his == ["His tea was laid out ready for him.", "There’s biscuits."]
    assert hers == ["Taz had laid out tea for Reuben.", "I chose gran.", "Leanne rang late.", "Agree call times."]
    assert Passage.objects.get(text="Leanne rang late.").third_party
    assert len({each.piece for each in Passage.objects.filter(position=1)}) == 1


def test_it_meets_the_visit_due_to_both_and_nothing_else(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    before = {(i.subject_id, i.rule, i.step) for i in unmet(amal, [taz, reuben])}
    visits = {one for one in before if one[1] == "protection_plan_visit"}
    assert {subject for subject, _, _ in visits} == {taz, reuben}
    assert len(before) > len(visits), "other duties must be open too, or the test shows nothing"
    note = record_visit(by=amal, children=[seen(taz), seen(reuben)], happened=now())
    closed = {(i.subject_id, i.rule, i.step) for i in every_item(amal, [taz, reuben]).filter(closed_by=note.event_id)}
    assert closed == visits
    after = {(i.subject_id, i.rule, i.step) for i in unmet(amal, [taz, reuben])}
    assert before - after == visits
    opened = {(subject, rule, step + 1) for subject, rule, step in visits}
    assert after - before == opened
    met = what_it_met(amal, note_of(amal, taz, note.id).note, taz)
    assert [(each.rule, each.next_due is not None) for each in met] == [("protection_plan_visit", True)]


def test_a_child_not_seen_stays_due(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    out = Part(person=reuben, seen="not", how="At football")
    note = record_visit(by=amal, children=[seen(taz), out], happened=now())
    closed = every_item(amal, [taz, reuben]).filter(closed_by=note.event_id)
    assert {item.subject_id for item in closed} == {taz}
    assert EventSubject.objects.get(event=note.event_id, subject=reuben).headline == "Visit: not seen"


def test_a_key_workers_visit_is_not_the_social_workers(world):
    taz, _ = taz_and_reuben(world)
    kit = world.acting("Kit")
    note = record_visit(by=kit, children=[seen(taz)], happened=now())
    assert Event.objects.get(id=note.event_id).payload["by_role"] == "key_worker"
    assert not every_item(kit, [taz]).filter(closed_by=note.event_id).exists()


def test_on_video_is_not_seen_for_any_rule(world):
    taz, _ = taz_and_reuben(world)
    amal = world.acting("Amal")
    note = record_visit(by=amal, children=[Part(person=taz, seen="video", alone="yes")], happened=now())
    about = EventSubject.objects.get(event=note.event_id)
    assert (about.kind, about.headline, about.part["seen"]) == ("visit.made", "Visit: seen on video, alone", "no")
    assert not every_item(amal, [taz]).filter(closed_by=note.event_id).exists()


def test_nobody_seen_is_a_visit_tried(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    parts = [Part(person=each, seen="not", how="No answer, curtains drawn") for each in (taz, reuben)]
    note = record_visit(by=amal, children=parts, happened=today(), what=["home_visit"])
    about = EventSubject.objects.get(event=note.event_id, subject=taz)
    assert about.kind == "visit.attempted"
    assert about.headline == "Home visit tried: nobody seen"
    assert about.line == "No answer, curtains drawn"
    assert about.significance == "significant"
    assert not every_item(amal, [taz, reuben]).filter(closed_by=note.event_id).exists()


@pytest.mark.parametrize("who", ["Cyd", "Kit"])
def test_someone_who_does_not_work_with_both_writes_nothing(world, who):
    taz, reuben = taz_and_reuben(world)
    actor = world.acting(who)
    with pytest.raises(NotThere):
        record_visit(by=actor, children=[seen(taz), seen(reuben)], happened=now())
    assert (Note.objects.count(), Event.objects.filter(kind="visit.made").count()) == (0, 0)


def test_what_cannot_be_is_refused_in_a_sentence(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    wrong = [
        {"children": [], "happened": now()},
        {"children": [seen(taz), seen(taz)], "happened": now()},
        {"children": [seen(taz)], "happened": today() + timedelta(days=1)},
        {"children": [seen(taz)], "happened": now() + timedelta(hours=1)},
        {"children": [Part(person=taz, seen="in_person", alone="")], "happened": now()},
        {"children": [Part(person=taz, seen="not", alone="yes")], "happened": now()},
        {"children": [seen(taz)], "happened": now(), "passages": of_both(taz, reuben)},
    ]
    for each in wrong:
        with pytest.raises(Refused, match=r"\.$"):
            record_visit(by=amal, **each)
    assert NoteChild.objects.count() == 0


def test_putting_right_is_by_addition(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    note = record_visit(by=amal, children=[seen(taz), seen(reuben)], happened=now(), passages=of_both(taz, reuben))
    kit = world.acting("Kit")
    words = Words(mark="think", files=[InFile(person=taz, text="It was Leanne’s sister who rang.")])
    add_passage(by=kit, note=note, words=words, because="Rosemary told me on Thursday")
    last = list(passages_of(kit, note_of(kit, taz, note.id)))[-1]
    assert (last.author_name, last.added_because) == ("Kit Rahman", "Rosemary told me on Thursday")
    assert Passage.objects.filter(text="Leanne rang late.").exists()
    amal = world.acting("Amal")
    assert passages_of(amal, note_of(amal, reuben, note.id)).count() == 2, "what is added goes in one child's file"


def test_nothing_is_added_without_a_reason_or_to_another_child(world):
    taz, reuben = taz_and_reuben(world)
    amal = world.acting("Amal")
    note = record_visit(by=amal, children=[seen(taz)], happened=now())
    for person, because in ((taz, " "), (reuben, "To be complete")):
        with pytest.raises(Refused):
            add_passage(by=amal, note=note, words=Words(files=[InFile(person=person, text="More")]), because=because)


def test_a_colleague_finds_no_note(world):
    taz, _ = taz_and_reuben(world)
    amal = world.acting("Amal")
    note = record_visit(by=amal, children=[seen(taz)], happened=now())
    cyd = world.acting("Cyd")
    assert not notes_of(cyd, taz).exists()
    with pytest.raises(NotThere):
        note_of(cyd, taz, note.id)
    with pytest.raises(NotThere):
        note_of(world.acting("Amal"), taz, uuid4())
