"""Whatever is sent, no page fails, and nothing that was recorded is lost."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from tests.architecture.routes import routes
from tests.faults.nonsense import LONG, QUERIES, fields_of, posts
from tests.journeys.every_page import CHILD, PAGES, REFERRAL, fill, some_runs
from tests.machinery.council import Council

# Routes that take a form and have no page of their own, and who may send it.
SENT_TO = {
    "unfinished/save/": "Amal",
    "unfinished/<uuid:draft>/discard/": "Amal",
    "unfinished/<uuid:draft>/bring-back/": "Amal",
    CHILD + "who/settled/<uuid:doubt>/": "Amal",
    CHILD + "visit/when-you-save/": "Amal",
    CHILD + "notes/<uuid:note>/add/": "Amal",
    "team/allocations/<uuid:allocation>/undo/": "Bea",
    "team/cases/<uuid:case>/reopen/": "Bea",
    "imports/<str:public_id>/confirm/": "Dara",
    "imports/<str:public_id>/resume/": "Dara",
    "imports/<str:public_id>/drop/": "Dara",
}
OURS = {route: who for route, who in PAGES.items() if not route.startswith("accounts/")}
# What comes and goes with use, and is no record.
PASSING = {"Sent", "Session", "Draft"}


@pytest.fixture
def filled(council: Council) -> dict[str, str]:
    made = fill(council)
    council.as_system()
    return {**made, "<run>": some_runs(council)[0]}


def address(route: str, filled: dict[str, str]) -> str:
    if "referral-in-error" in route:
        route = route.replace("<uuid:event>", filled["<referral event>"])
    if route.startswith("imports/"):
        route = route.replace("<str:public_id>", filled["<run>"])
    if route == REFERRAL:
        route = CHILD + "happened/referral-decided/"
    route = route.replace("<slug:key>", "core-group-held")
    for slot, value in filled.items():
        route = route.replace(slot, value)
    return "/" + route


def browser(council: Council, who: str) -> Client:
    client = council.browser(who)
    client.raise_request_exception = False
    return client


def counts(council: Council) -> dict[str, int]:
    council.as_system()
    ours = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
    return {model.__name__: model._default_manager.count() for model in ours if model.__name__ not in PASSING}


def test_every_route_that_takes_a_form_is_tried() -> None:
    ours = {route.address for route in routes(get_resolver().url_patterns) if not route.address.startswith("accounts/")}
    reading = {"imports/<str:public_id>/progress/", "imports/<str:public_id>/report/", "set-up/"}
    assert sorted(ours - OURS.keys() - SENT_TO.keys() - reading) == [], "Say here who sends a form to it."


@pytest.mark.parametrize("route", sorted({**OURS, **SENT_TO}))
def test_nonsense_in_a_form_fails_no_page_and_loses_nothing(
    council: Council, filled: dict[str, str], route: str
) -> None:
    client = browser(council, {**OURS, **SENT_TO}[route])
    path = address(route, filled)
    fields = fields_of(client.get(path).content) if route in OURS else {}
    before = counts(council)
    wrong = []
    for form in posts(fields):
        answer: Any = client.post(path, form)
        if answer.status_code >= 500:
            wrong.append(f"{answer.status_code} for {shown(form)}: {answer.exc_info and answer.exc_info[1]!r}")
    assert wrong[:5] == []
    after = counts(council)
    assert {name: (number, after[name]) for name, number in before.items() if after[name] < number} == {}


def shown(form: dict[str, Any]) -> str:
    return re.sub(r"(long ){9,}", "long…", str(form))[:400]


@pytest.mark.parametrize("path", ["/imports/", "/council/by-file/"])
def test_a_file_where_words_belong_and_words_where_a_file_belongs(
    council: Council, filled: dict[str, str], path: str
) -> None:
    client = browser(council, "Dara" if "imports" in path else "Ade")
    for form in (
        {"file": "words"},
        {"file": SimpleUploadedFile("\0../x.xml", b"\0" * 100), "kind": "census"},
        {"file": SimpleUploadedFile("x" * 300 + ".xml", LONG.encode()), "kind": "census", "go_live": "yesterday"},
        {"file": [SimpleUploadedFile("a.csv", b"a"), SimpleUploadedFile("b.csv", b"b")], "kind": ["people", "census"]},
        {"kind": SimpleUploadedFile("kind", b"census"), "sent_key": SimpleUploadedFile("key", b"x")},
    ):
        assert client.post(path, form).status_code < 500


def test_what_is_no_form_at_all(council: Council, filled: dict[str, str]) -> None:
    client = browser(council, "Amal")
    for path in (council.path("Taz", "visit/"), "/unfinished/save/"):
        for kind, body in (
            ("application/json", b'{"text-0": 1}'),
            ("application/x-www-form-urlencoded", b"a=%zz&text-0=%ff%fe&" + b"b=1&" * 3000),
            ("multipart/form-data", b"no boundary"),
            ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
            ("text/plain; charset=utf-99", b"\xff\xfe"),
        ):
            assert client.generic("POST", path, body, content_type=kind).status_code < 500


@pytest.mark.parametrize("route", sorted(OURS))
def test_a_bad_question_fails_no_page(council: Council, filled: dict[str, str], route: str) -> None:
    client = browser(council, OURS[route])
    path = address(route, filled)
    wrong = [query for query in QUERIES if client.get(path + query).status_code >= 500]
    assert wrong == []


STRANGE = ("x", "0" * 22, "%00", "a" * 3000, "..", "018f0000-0000-7000-8000-000000000000", "%ff", "Taz Marlow")


@pytest.mark.parametrize("route", sorted(each for each in OURS if "<" in each))
def test_an_address_that_was_never_given_out_is_not_there(council: Council, filled: dict[str, str], route: str) -> None:
    client = browser(council, OURS[route])
    for slot in re.findall(r"<\w+:\w+>", route):
        for value in STRANGE:
            found = client.get(address(route.replace(slot, value), filled)).status_code
            assert found in (404, 400, 301), f"{found} for {value!r} as {slot}"
