"""The page that records a visit: everything works by submit, nothing typed is lost, finishing checks."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.platform.common.clock import today
from alongside.record.chronology.models import Event
from alongside.tools.forms.models import Draft
from alongside.tools.notes.models import Note, Passage

pytest_plugins = ["alongside.tools.notes.tests.world"]


@pytest.fixture
def signed_in(world):
    """signed_in("Amal") gives a browser of hers."""

    def client(name):
        browser = Client()
        browser.force_login(world.workers[name].account)
        return browser

    return client


def address(world, name="Taz", page="visit"):
    return f"/children/{world.children[name].subject.public_id}/{page}/"


def hidden(html, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def keys(html):
    return {name: hidden(html, name) for name in ("sent_key", "draft", "version", "draft_of")}


def filled(world, *names, **more):
    """A page filled in for these children: seen in person and alone, one line for the first."""
    ids = [world.children[name].subject.public_id for name in names or ("Taz",)]
    page = {
        "child": ids,
        "day": today().isoformat(),
        "start": "00:00",
        "where": "3 Harbour View",
        "what": ["home_visit"],
    }
    page |= {f"{ask}-{each}": answer for each in ids for ask, answer in (("seen", "in_person"), ("alone", "yes"))}
    page |= {"passage": ["0"], "mark-0": "saw", "text-0": "There was tea on the table.", "file-0": ids[:1]}
    return page | more


def opened(browser, world, query=""):
    return browser.get(address(world) + query).content.decode()


def test_it_opens_saying_nothing_of_how_a_child_was_seen(world, signed_in):
    html = opened(signed_in("Amal"), world)
    assert "Record a visit" in html
    assert re.search(r'type="radio"[^>]*checked', html) is None
    assert "Reuben, " in html
    assert "Rosemary Marlow (grandparent)" in html
    assert Draft.objects.count() == 0, "looking at a page begins no draft"


def test_it_says_what_the_visit_would_meet_and_what_not(world, signed_in):
    html = opened(signed_in("Amal"), world)
    assert "Only if you saw Taz in person" in html
    ours = opened(signed_in("Kit"), world)
    assert "That has to be a social worker" in ours
    answered = filled(world) | keys(html)
    fragment = signed_in("Amal").post(address(world, page="visit/when-you-save"), answered).content.decode()
    assert "<b>Taz: See the child: child protection plan</b> is met" in fragment


def test_finishing_saves_to_both_files_and_shows_what_it_met(world, signed_in):
    amal = signed_in("Amal")
    page = filled(world, "Taz", "Reuben") | keys(opened(amal, world)) | {"finish": "yes"}
    answer = amal.post(address(world), page, follow=True)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Saved to Taz’s and Reuben’s files. Taz: “See the child: child protection plan” is met, next by" in html
    assert "See the child: child protection plan" in html
    assert "Next by" in html
    assert Note.objects.count() == 1


def test_a_press_on_save_twice_writes_once(world, signed_in):
    amal = signed_in("Amal")
    page = filled(world) | keys(opened(amal, world)) | {"finish": "yes"}
    first, second = amal.post(address(world), page), amal.post(address(world), page)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert (Note.objects.count(), Event.objects.filter(kind="visit.made").count()) == (1, 1)


def test_a_colleague_finds_nothing_there(world, signed_in):
    cyd = signed_in("Cyd")
    assert cyd.get(address(world)).status_code == 404
    assert cyd.post(address(world), filled(world) | {"finish": "yes", "sent_key": str(uuid4())}).status_code == 404
    assert Note.objects.count() == 0
    assert cyd.get(address(world, page="visits")).status_code == 404


def test_another_child_cannot_be_slipped_in(world, signed_in):
    """Kit works with Taz and not with Reuben: Reuben's id in the form is not read."""
    kit = signed_in("Kit")
    page = filled(world, "Taz", "Reuben") | keys(opened(kit, world)) | {"finish": "yes"}
    kit.post(address(world), page)
    reuben = world.children["Reuben"].pk
    world.acting("Amal")
    assert not Passage.objects.filter(person_id=reuben).exists()
    assert Note.objects.get().children.count() == 1


BUTTONS = [("add", "said"), ("keep", "yes"), ("up", "0"), ("down", "0"), ("leave", "yes")]


@pytest.mark.parametrize(("button", "value"), BUTTONS)
def test_every_button_keeps_what_was_typed(world, signed_in, button, value):
    amal = signed_in("Amal")
    page = filled(world) | keys(opened(amal, world)) | {button: value}
    answer = amal.post(address(world), page)
    assert answer.status_code == 302
    world.acting("Amal")
    draft = Draft.objects.get()
    assert draft.content["text-0"] == ["There was tea on the table."]
    html = opened(amal, world, f"?draft={draft.id}")
    assert "There was tea on the table." in html
    assert 'value="in_person" checked' in html
    assert Note.objects.count() == 0


def test_passages_are_added_moved_and_taken_out_without_a_script(world, signed_in):
    amal = signed_in("Amal")
    html = opened(amal, world)
    page = filled(world) | keys(html) | {"add": "think"}
    html = amal.post(address(world), page, follow=True).content.decode()
    assert hidden(html, "version") == "1"
    page = filled(world) | keys(html) | {"passage": ["0", "1"], "mark-1": "think", "text-1": "He is tired.", "up": "1"}
    html = amal.post(address(world), page, follow=True).content.decode()
    assert html.index("He is tired.") < html.index("There was tea")
    page = page | keys(html) | {"passage": ["1", "0"], "remove": "1"}
    del page["up"]
    html = amal.post(address(world), page, follow=True).content.decode()
    assert "He is tired." not in html
    assert "There was tea" in html


def test_finishing_too_soon_says_what_is_missing_and_keeps_the_text(world, signed_in):
    amal = signed_in("Amal")
    page = (
        filled(world, "Taz", "Reuben") | keys(opened(amal, world)) | {"finish": "yes", "day": "soon", "mark-0": "said"}
    )
    for each in [name for name in page if name.startswith(("seen-", "alone-"))]:
        del page[each]
    answer = amal.post(address(world), page)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "5 things to put right" not in html
    for says in (
        "Write the day as a date, for example 12 January 2027",
        "Say how you saw Taz, or that you did not",
        "Say how you saw Reuben, or that you did not",
        "Passage 1: say who said it",
    ):
        assert says in html
    assert "There was tea on the table." in html
    assert Note.objects.count() == 0
    world.acting("Amal")
    assert Draft.objects.get().content["text-0"] == ["There was tea on the table."]


def test_a_passage_that_names_the_other_child_asks_to_be_split(world, signed_in):
    amal = signed_in("Amal")
    ids = [world.children[name].subject.public_id for name in ("Taz", "Reuben")]
    text = "taz looked tired. Reuben’s tea was laid out."
    page = filled(world, "Taz", "Reuben", **{"text-0": text, "file-0": ids, "finish": "yes"})
    answer = amal.post(address(world), page | keys(opened(amal, world)))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Passage 1 names Taz: say what Reuben’s file should say, or untick Reuben" in html
    box = re.search(rf'name="split-0-{ids[1]}"[^>]*>\s*([^<]*)</textarea>', html)[1]
    assert box == "Reuben’s tea was laid out."
    again = page | keys(html) | {f"split-0-{ids[1]}": "Taz laid out tea."}
    html = amal.post(address(world), again).content.decode()
    assert "what you put for Reuben’s file still names Taz" in html
    done = amal.post(address(world), again | keys(html) | {f"split-0-{ids[1]}": "His tea was laid out."})
    assert done.status_code == 302
    world.acting("Amal")
    kept = {each.person_id: (each.text, each.split) for each in Passage.objects.all()}
    assert kept[world.children["Reuben"].pk] == ("His tea was laid out.", True)
    assert kept[world.children["Taz"].pk] == (text, False)


def test_a_childs_words_go_in_that_childs_file_only(world, signed_in):
    amal = signed_in("Amal")
    ids = [world.children[name].subject.public_id for name in ("Taz", "Reuben")]
    page = filled(world, "Taz", "Reuben", **{"mark-0": "said", "said_by-0": f"child:{ids[1]}", "finish": "yes"})
    html = amal.post(address(world), page | keys(opened(amal, world))).content.decode()
    assert "Reuben said this, so it goes in Reuben’s file: tick Reuben" in html
    html = amal.post(address(world), page | keys(html) | {"file-0": ids}).content.decode()
    assert "Untick Taz" in html
    assert amal.post(address(world), page | keys(html) | {"file-0": ids[1:], "exact-0": "yes"}).status_code == 302
    world.acting("Amal")
    assert Passage.objects.get().person_id == world.children["Reuben"].pk


def saved_queries(world, signed_in, passages):
    amal = signed_in("Amal")
    page = filled(world, "Taz", "Reuben") | keys(opened(amal, world)) | {"finish": "yes"}
    amal.post("/unfinished/save/", page)
    page["version"] = "1"
    page["passage"] = [str(n) for n in range(passages)]
    for n in range(passages):
        page |= {f"mark-{n}": "saw", f"text-{n}": f"Line {n}.", f"file-{n}": page["file-0"]}
    with CaptureQueriesContext(connection) as caught:
        answer = amal.post(address(world), page)
    assert answer.status_code == 302, answer.content.decode()
    assert "saved=yes" in answer["Location"]
    return [query["sql"] for query in caught]


def test_saving_for_two_takes_at_most_25_queries_however_much_was_written(world, signed_in):
    few, many = (saved_queries(world, signed_in, number) for number in (1, 40))
    assert len(few) == len(many)
    assert len(few) <= 25, "\n".join(few)


def queries_of(browser, path):
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(path).status_code == 200
    return [query["sql"] for query in caught if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def test_reading_takes_the_same_queries_however_much_there_is(world, signed_in):
    amal = signed_in("Amal")
    page = filled(world, "Taz", "Reuben") | {"finish": "yes"}
    amal.post(address(world), page | keys(opened(amal, world)))
    few = queries_of(amal, address(world, page="visits"))
    for number in range(1, 12):
        more = {f"text-{n}": f"Line {n}" for n in range(number)} | {f"file-{n}": page["file-0"] for n in range(number)}
        amal.post(address(world), page | more | keys(opened(amal, world)) | {"passage": list(map(str, range(number)))})
    world.acting("Amal")
    note = Note.objects.latest("recorded_at")
    many = queries_of(amal, address(world, page="visits"))
    assert len(few) == len(many) <= 15, "\n".join(many)
    reading = queries_of(amal, address(world, page=f"notes/{note.id}"))
    assert len(reading) <= 15, "\n".join(reading)
    writing = queries_of(amal, address(world))
    assert len(writing) <= 15, "\n".join(writing)
