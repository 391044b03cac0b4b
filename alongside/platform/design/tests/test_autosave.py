"""A draft saves itself, says only what is so, and stands in nobody's way."""

import json

import pytest

SAVED = {"saved_at": "2027-01-12T14:41:00+00:00", "version": 4}


class DraftServer:
    """What the product answers to a draft; tests change `status` and `answer` as they go."""

    def __init__(self, page):
        self.status, self.answer, self.sent, self.reachable = 200, dict(SAVED), [], True
        page.route("**/drafts/one", self.reply)

    def reply(self, route):
        if not self.reachable:
            return route.abort()
        self.sent.append(route.request.post_data or "")
        return route.fulfill(status=self.status, content_type="application/json", body=json.dumps(self.answer))


@pytest.fixture
def page(open_page, gallery):
    page = open_page(1280)
    page.draft_server = DraftServer(page)
    page.goto(f"{gallery}/record")
    page.wait_for_selector("html.al-js")
    return page


def pill(page):
    return page.locator("[data-save-now]")


def write(page, words="The blind is up."):
    page.locator("#text-3").fill(words)


def test_it_sends_the_whole_form_within_two_seconds_and_says_when(page):
    write(page)
    pill(page).get_by_text("Saved 2:41pm on the server").wait_for(timeout=2500)
    assert "text-3=The+blind+is+up." in page.draft_server.sent[0]
    assert "draft=d1&version=3" in page.draft_server.sent[0]
    assert page.locator("[name=version]").input_value() == "4"


def test_someone_who_never_stops_typing_is_saved_too(page):
    for letter in "I saw him run to the":
        page.locator("#text-3").press(letter if letter != " " else "Space")
        page.wait_for_timeout(150)
    assert page.draft_server.sent, "three seconds of typing, and nothing was sent"


def test_words_written_while_a_save_is_on_its_way_are_saved_next(page):
    first = []

    def slow(route):
        first.append(route)

    page.route("**/drafts/one", slow, times=1)
    write(page, "One.")
    page.wait_for_timeout(1200)
    write(page, "One. Two.")
    first[0].fulfill(status=200, content_type="application/json", body=json.dumps(SAVED))
    page.wait_for_timeout(1500)
    assert "text-3=One.+Two." in page.draft_server.sent[-1]


def test_without_a_signal_the_words_stay_and_are_sent_when_it_is_back(page):
    page.draft_server.reachable = False
    page.context.set_offline(True)
    write(page)
    pill(page).get_by_text("No signal. Your words are in this page").wait_for(timeout=4000)
    page.draft_server.reachable = True
    page.context.set_offline(False)
    pill(page).get_by_text("Saved 2:41pm on the server").wait_for(timeout=5000)
    assert page.locator("#text-3").input_value() == "The blind is up."


def test_a_server_in_trouble_is_tried_again_and_can_be_tried_by_hand(page):
    page.draft_server.status = 500
    write(page)
    pill(page).get_by_text("Not saved on the server since").wait_for(timeout=4000)
    page.draft_server.status = 200
    pill(page).get_by_role("button", name="Try again").click()
    pill(page).get_by_text("Saved 2:41pm on the server").wait_for(timeout=4000)


def test_signed_out_says_so_and_signs_in_in_another_tab(page):
    page.draft_server.status, page.draft_server.answer = 401, {"sign_in_url": "/sign-in/?next=/record"}
    write(page)
    link = pill(page).get_by_role("link", name="Sign in here, in a new tab")
    link.wait_for(timeout=4000)
    assert link.get_attribute("href") == "/sign-in/?next=/record"
    assert link.get_attribute("target") == "_blank"
    assert page.locator("#text-3").input_value() == "The blind is up."


def test_after_signing_in_again_the_form_takes_the_new_token_and_goes_on(page, gallery):
    page.evaluate("""() => document.querySelector('form[data-autosave]')
      .insertAdjacentHTML('afterbegin', '<input type="hidden" name="csrfmiddlewaretoken" value="old">')""")
    fresh = '<form data-autosave="/x"><input name="csrfmiddlewaretoken" value="fresh"></form>'
    page.route(f"{gallery}/record", lambda route: route.fulfill(status=200, content_type="text/html", body=fresh))
    page.draft_server.status, page.draft_server.answer = 401, {"sign_in_url": "/sign-in/"}
    write(page)
    pill(page).get_by_text("You are signed out").wait_for(timeout=4000)
    page.draft_server.status, page.draft_server.answer = 200, dict(SAVED)
    pill(page).get_by_text("Saved 2:41pm on the server").wait_for(timeout=8000)
    assert "csrfmiddlewaretoken=fresh" in page.draft_server.sent[-1]


def test_a_refusal_is_said_in_its_own_sentence_and_not_repeated(page):
    page.draft_server.status, page.draft_server.answer = 413, {"message": "This is longer than one note can be."}
    write(page)
    pill(page).get_by_text("This is longer than one note can be.").wait_for(timeout=4000)
    page.wait_for_timeout(3000)
    assert len(page.draft_server.sent) == 1
    page.draft_server.status, page.draft_server.answer = 200, dict(SAVED)
    write(page, "Shorter.")
    pill(page).get_by_text("Saved 2:41pm on the server").wait_for(timeout=4000)


def test_changed_in_another_place_stops_saving_over_it(page):
    page.draft_server.status, page.draft_server.answer = 409, {"theirs": {}, "version": 9}
    write(page)
    pill(page).get_by_text("Changed in another place since you opened it").wait_for(timeout=4000)
    write(page, "More.")
    page.wait_for_timeout(2500)
    assert len(page.draft_server.sent) == 1


def test_pressing_save_never_waits(page):
    page.draft_server.reachable = False
    went = []
    page.on("request", lambda request: went.append(request) if request.is_navigation_request() else None)
    write(page)
    page.locator("[data-finish]").click()
    page.wait_for_timeout(300)
    assert [request.method for request in went] == ["POST"]
