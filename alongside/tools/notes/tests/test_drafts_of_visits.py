"""Saving while typing, a second window, a session that ends: every word survives."""

import pytest
from django.test import Client

from alongside.platform.access.models import Tie
from alongside.tools.forms.models import Draft
from alongside.tools.notes.models import Note, Passage
from alongside.tools.notes.tests.test_visit_page import (
    address,
    filled,
    hidden,
    keys,
    opened,
    signed_in,  # noqa: F401
)

pytest_plugins = ["alongside.tools.notes.tests.world"]
AUTOSAVE = "/unfinished/save/"
JSON = {"HTTP_ACCEPT": "application/json"}


def test_what_is_typed_is_saved_and_comes_back(world, signed_in):  # noqa: F811
    amal = signed_in("Amal")
    page = filled(world) | keys(opened(amal, world))
    answer = amal.post(AUTOSAVE, page, **JSON)
    assert answer.status_code == 200
    assert set(answer.json()) == {"saved_at", "version", "draft"}
    assert answer.json()["version"] == 1
    html = opened(amal, world)
    assert "You have begun 1 visit to Taz and not finished." in html
    assert "There was tea on the table." in opened(amal, world, f"?draft={page['draft']}")
    listed = amal.get("/unfinished/").content.decode()
    assert "Visit to Taz" in listed
    assert "There was tea on the table." in listed


def test_a_save_from_a_second_window_is_told_both_stand(world, signed_in):  # noqa: F811
    amal = signed_in("Amal")
    page = filled(world) | keys(opened(amal, world))
    amal.post(AUTOSAVE, page, **JSON)
    phone = {"sent_key": hidden(opened(amal, world, f"?draft={page['draft']}"), "sent_key")}
    amal.post(AUTOSAVE, page | phone | {"version": "1", "text-0": "On the phone: she waved."}, **JSON)
    answer = amal.post(AUTOSAVE, page | {"version": "1", "text-0": "At the desk: he slept."}, **JSON)
    assert answer.status_code == 409
    assert answer.json()["version"] == 2
    assert answer.json()["theirs"]["text-0"] == "On the phone: she waved."


def clashing(world, amal):
    page = filled(world) | keys(opened(amal, world))
    amal.post(AUTOSAVE, page, **JSON)
    phone = {"sent_key": hidden(opened(amal, world, f"?draft={page['draft']}"), "sent_key")}
    amal.post(AUTOSAVE, page | phone | {"version": "1", "text-0": "Tea was out. She waved.", "where": "School"}, **JSON)
    mine = page | {"version": "1", "text-0": "Tea was out. He slept.", "finish": "yes"}
    answer = amal.post(address(world), mine)
    return mine, answer


@pytest.mark.parametrize(
    ("choice", "text", "where"),
    [
        ("yours", "Tea was out. He slept.", "3 Harbour View"),
        ("theirs", "Tea was out. She waved.", "School"),
        ("joined", "Tea was out. She waved. He slept.", "School 3 Harbour View"),
    ],
)
def test_finishing_against_a_newer_version_shows_both_and_joins(world, signed_in, choice, text, where):  # noqa: F811
    amal = signed_in("Amal")
    mine, answer = clashing(world, amal)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Two versions of this visit" in html
    assert "<mark>slept.</mark>" in html
    assert "<mark>waved.</mark>" in html
    assert "checked" not in html, "nothing is chosen for you"
    del mine["finish"]
    chosen = mine | keys(html) | {"resolve": "yes", "choose-where": choice, "choose-passage-0": choice}
    done = amal.post(address(world), chosen)
    assert done.status_code == 302
    world.acting("Amal")
    draft = Draft.objects.get()
    assert (draft.content["text-0"], draft.content["where"]) == ([text], [where])
    assert Note.objects.count() == 0


def test_choosing_only_some_asks_again_and_changes_nothing(world, signed_in):  # noqa: F811
    amal = signed_in("Amal")
    mine, answer = clashing(world, amal)
    del mine["finish"]
    again = amal.post(
        address(world), mine | keys(answer.content.decode()) | {"resolve": "yes", "choose-where": "yours"}
    )
    assert again.status_code == 409
    assert "Choose one for each" in again.content.decode()
    world.acting("Amal")
    assert Draft.objects.get().content["text-0"] == ["Tea was out. She waved."]


def test_finished_in_another_window_is_not_saved_twice_and_the_rest_can_be_added(world, signed_in):  # noqa: F811
    amal = signed_in("Amal")
    page = filled(world) | keys(opened(amal, world))
    amal.post(AUTOSAVE, page, **JSON)
    other = opened(amal, world, f"?draft={page['draft']}")
    amal.post(address(world), page | {"version": "1", "finish": "yes"})
    more = {"text-0": "There was tea on the table. And cake.", "finish": "yes"}
    answer = amal.post(address(world), page | keys(other) | more)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "This visit is already saved" in html
    assert "And cake." in html
    world.acting("Amal")
    note = Note.objects.get()
    added = amal.post(
        address(world, page=f"notes/{note.id}/add"),
        {"sent_key": hidden(html, "sent_key"), "mark": "saw", "text": "And cake.", "because": "Typed elsewhere"},
    )
    assert added.status_code == 302
    world.acting("Amal")
    assert Passage.objects.filter(note=note, added_because="Typed elsewhere").count() == 1
    assert opened(amal, world, f"?draft={page['draft']}") == "", "a finished draft leads to its note"


def test_a_script_of_someone_signed_out_is_told_where_to_sign_in(world, signed_in):  # noqa: F811
    page = filled(world) | keys(opened(signed_in("Amal"), world))
    answer = Client().post(AUTOSAVE, page, **JSON)
    assert answer.status_code == 401
    assert answer.json()["sign_in_url"].startswith("/accounts/login/")


def test_a_press_after_the_session_ended_keeps_its_words_for_their_author(world, signed_in):  # noqa: F811
    amal, gone = signed_in("Amal"), Client()
    page = filled(world) | keys(opened(amal, world)) | {"finish": "yes"}
    answer = gone.post(address(world), page)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")
    assert Note.objects.count() == 0
    assert "There was tea on the table." in opened(amal, world, f"?draft={page['draft']}")


def test_without_the_pages_slip_a_stranger_keeps_nothing(world):
    page = filled(world) | {"finish": "yes", "draft_of": "made:up"}
    assert Client().post(address(world), page).status_code == 302
    world.acting("Amal")
    assert Draft.objects.count() == 0


def test_another_persons_slip_saves_nothing(world, signed_in):  # noqa: F811
    page = filled(world) | keys(opened(signed_in("Amal"), world))
    assert signed_in("Kit").post(AUTOSAVE, page, **JSON).status_code == 403
    world.acting("Kit")
    assert Draft.objects.count() == 0


def test_the_author_still_has_the_words_when_the_child_is_no_longer_theirs(world, signed_in):  # noqa: F811
    amal = signed_in("Amal")
    page = filled(world) | keys(opened(amal, world))
    amal.post(AUTOSAVE, page, **JSON)
    world.as_system()
    Tie.objects.all().delete()
    assert amal.get(address(world)).status_code == 404
    later = amal.post(AUTOSAVE, page | {"version": "1", "text-0": "There was tea on the table. Later."}, **JSON)
    assert later.status_code == 200
    words = f"/unfinished/{page['draft']}/"
    assert words in amal.get("/unfinished/").content.decode()
    html = amal.get(words).content.decode()
    assert "There was tea on the table. Later." in html
    assert "Marlow" not in html
    assert signed_in("Kit").get(words).status_code == 404


def test_put_away_with_a_way_back(world, signed_in):  # noqa: F811
    amal = signed_in("Amal")
    page = filled(world) | keys(opened(amal, world))
    amal.post(AUTOSAVE, page, **JSON)
    html = amal.post(f"/unfinished/{page['draft']}/discard/", follow=True).content.decode()
    assert "It is kept for 30 days" in html
    assert "Undo" in html
    assert "Nothing unfinished." in html
    html = amal.post(f"/unfinished/{page['draft']}/bring-back/", follow=True).content.decode()
    assert f"?draft={page['draft']}" in html


def test_a_nul_byte_and_strange_numbers_do_no_harm(world, signed_in):  # noqa: F811
    amal = signed_in("Amal")
    odd = {
        "text-0": "a\0b",
        "version": "-1",
        "draft": "nonsense",
        "passage": ["0", "x", "99999999", "0"],
        "keep": "yes",
    }
    answer = amal.post(address(world), filled(world) | keys(opened(amal, world)) | odd)
    assert answer.status_code == 302
    assert "ab" in amal.get(answer["Location"]).content.decode()
