"""Two windows, two presses, a session that ends: over real connections, at the same moment. Nothing typed is lost."""

import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction

from alongside.platform.common.clock import today
from alongside.platform.common.ids import new_id
from alongside.tools.forms.models import Draft
from alongside.tools.forms.policy import Of, slip
from alongside.tools.notes.models import Note, Passage
from tests.machinery.council import Council, make_council
from tests.machinery.site import Site

CSRF = "c" * 32
Answer = tuple[int, str, bytes]


@dataclass
class Here:
    site: Site
    council: Council
    session: str
    amal: Any
    taz: str
    about: Any

    def post(self, path: str, form: dict[str, Any], session: str = "") -> Answer:
        """Status, where it leads, body. No redirect is followed."""
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": CSRF, **form}, doseq=True).encode()
        headers = {"Cookie": f"alongside_session={session or self.session}; csrftoken={CSRF}"}
        request = urllib.request.Request(self.site.address + path, body, headers)
        try:
            with urllib.request.build_opener(StayHere).open(request, timeout=60) as answer:
                return answer.status, answer.headers.get("Location", ""), answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers.get("Location", ""), answer.read()

    def page(self, text: str, draft: str, version: int = 0, **more: Any) -> dict[str, Any]:
        """A visit to Taz as typed, with the page's slip."""
        of = Of(id=Draft(id=draft).id, form="visit", title="Visit to Taz", page=self.visit, about=self.about)
        return {
            "draft": draft, "version": version, "draft_of": slip(self.amal, of), "sent_key": str(uuid4()),
            "child": self.taz, "day": today().isoformat(), "where": "3 Harbour View", "what": "home_visit",
            f"seen-{self.taz}": "in_person", f"alone-{self.taz}": "yes", f"how-{self.taz}": "We spoke.",
            "passage": "0", "mark-0": "saw", "text-0": text, "file-0": self.taz, **more,
        }  # fmt: skip

    @property
    def visit(self) -> str:
        return f"/children/{self.taz}/visit/"


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *gone: Any, **more: Any) -> None:
        return None


@pytest.fixture(scope="module")
def here(site: Site) -> Here:
    with site.inside("jobs"), transaction.atomic():
        council = make_council()
        taz = council.children["Taz"]
        return Here(site, council, "", council.acting("Amal"), taz.subject.public_id, taz.pk)


@pytest.fixture(autouse=True)
def signed_in(here: Here) -> None:
    with here.site.inside(), transaction.atomic():
        here.session = here.council.browser("Amal").cookies["alongside_session"].value


def at_once(jobs: list[Callable[[], Answer]]) -> list[Answer]:
    """All begin at the same moment; their answers in order."""
    answers: list[Any] = [None] * len(jobs)
    gate = threading.Barrier(len(jobs))

    def run(number: int, job: Callable[[], Answer]) -> None:
        gate.wait()
        answers[number] = job()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def kept(here: Here, text: str) -> int:
    with here.site.inside("jobs"):
        return Passage.objects.filter(text=text).count()


def test_a_visit_pressed_eight_times_at_once_is_written_once(here: Here) -> None:
    text = f"A kite on the wall, {uuid4()}."
    form = here.page(text, str(new_id()), finish="yes")
    answers = at_once([lambda: here.post(here.visit, form)] * 8)
    assert {(status, where) for status, where, _ in answers} == {(302, answers[0][1])}
    assert "/notes/" in answers[0][1]
    assert kept(here, text) == 1


def test_one_draft_typed_in_six_windows_at_once_loses_no_words(here: Here) -> None:
    """One window's words are saved; each other is told, with what stands, and its own words are still on its page."""
    draft = str(new_id())
    texts = [f"Window {number} saw a different thing." for number in range(6)]
    answers = at_once([lambda text=text: here.post("/unfinished/save/", here.page(text, draft)) for text in texts])  # type: ignore[misc]
    saved = [text for text, (status, _, _) in zip(texts, answers, strict=True) if status == 200]
    assert len(saved) == 1
    assert sorted(status for status, _, _ in answers) == [200] + [409] * 5
    for status, _, body in answers:
        if status == 409:
            assert json.loads(body)["theirs"]["text-0"] == saved[0]
    with here.site.inside("jobs"):
        assert Draft.objects.get(id=draft).content["text-0"] == saved


def test_one_draft_finished_in_two_windows_at_once_becomes_one_visit(here: Here) -> None:
    draft, texts = str(new_id()), [f"{word} {uuid4()}." for word in ("Rain", "Sun")]
    status, _, body = here.post("/unfinished/save/", here.page("Rain or sun.", draft))
    assert (status, json.loads(body)["version"]) == (200, 1)
    forms = [here.page(text, draft, 1, finish="yes") for text in texts]
    answers = at_once([lambda form=form: here.post(here.visit, form) for form in forms])  # type: ignore[misc]
    assert sorted(status for status, _, _ in answers) == [302, 409]
    lost = texts[[status for status, _, _ in answers].index(409)]
    assert lost in answers[[status for status, _, _ in answers].index(409)][2].decode(), "their words are shown back"
    assert sorted(kept(here, text) for text in texts) == [0, 1]


def test_a_session_that_ended_while_writing_loses_nothing(here: Here) -> None:
    """The save is told to sign in; the press on Finish keeps the words; signed in again, they are there to finish."""
    draft, text = str(new_id()), f"She hid the biscuit tin, {uuid4()}."
    assert here.post("/unfinished/save/", here.page("She hid", draft))[0] == 200
    with here.site.inside("jobs"):
        Session.objects.filter(session_key=here.session).delete()
    status, _, body = here.post("/unfinished/save/", here.page(text, draft, 1))
    assert (status, list(json.loads(body))) == (401, ["sign_in_url"])
    status, where, _ = here.post(here.visit, here.page(text, draft, 1, finish="yes"))
    assert status == 302
    assert where.startswith("/accounts/login/")
    assert draft in urllib.parse.unquote(where)
    assert kept(here, text) == 0
    with here.site.inside(), transaction.atomic():
        here.session = here.council.browser("Amal").cookies["alongside_session"].value
    with here.site.inside("jobs"):
        found = Draft.objects.get(id=draft)
    assert found.content["text-0"] == [text]
    status, where, _ = here.post(here.visit, here.page(text, draft, found.version, finish="yes"))
    assert (status, "/notes/" in where) == (302, True)
    assert kept(here, text) == 1


def test_a_stranger_with_no_session_keeps_and_reads_nothing(here: Here) -> None:
    with here.site.inside("jobs"):
        before = Draft.objects.count(), Note.objects.count()
    form = {**here.page("Not mine to write.", str(new_id())), "draft_of": "made:up", "finish": "yes"}
    status, where, body = here.post(here.visit, form, session="none")
    assert (status, where.startswith("/accounts/login/"), b"Taz" in body) == (302, True, False)
    assert here.post("/unfinished/save/", form, session="none")[0] == 401
    with here.site.inside("jobs"):
        assert (Draft.objects.count(), Note.objects.count()) == before
