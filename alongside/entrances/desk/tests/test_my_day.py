"""My day: which children I hold, what is due and why, in a constant number of questions to the database."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.platform.audit.models import AuditEntry
from alongside.platform.common.clock import today
from alongside.practice.safeguarding.actions import start_protection_plan
from alongside.record.casework.actions import allocate_case, open_case
from alongside.record.casework.models import Case
from alongside.record.people.actions import register_person
from alongside.tools.forms.models import Draft
from tests.machinery.council import Council


def on_a_plan(council: Council, child: str, days: int = 30) -> None:
    start_protection_plan(
        by=council.as_system(),
        case=council.cases[child],
        started_on=today() - timedelta(days=days),
        initial_category="NEG",
    )


def text(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_it_names_the_children_i_hold_and_what_is_late(council: Council) -> None:
    on_a_plan(council, "Taz")
    page = council.browser("Amal").get("/")
    assert page.status_code == 200
    assert "Taz Marlow" in text(page)
    assert "Reuben Marlow" in text(page)
    assert "late" in text(page)
    assert "Why this date?" in text(page)
    assert "Isla" not in text(page)


def test_a_colleague_in_the_same_office_sees_none_of_them(council: Council) -> None:
    on_a_plan(council, "Taz")
    page = text(council.browser("Cyd").get("/"))
    assert "Marlow" not in page
    assert "You hold no children today" in page


def test_nothing_due_says_what_was_checked(council: Council) -> None:
    page = text(council.browser("Cyd").get("/"))
    assert "Nothing due from the" in page
    assert "rules we check" in page


def test_a_manager_sees_what_falls_to_them_because_nobody_holds_the_child(council: Council) -> None:
    page = text(council.browser("Bea").get("/"))
    assert "Isla Marlow" in page
    assert "Allocate" in page or "worker" in page


def test_each_look_is_kept(council: Council) -> None:
    council.browser("Amal").get("/")
    looked = AuditEntry.objects.get(act="my_day.read")
    assert looked.name == "Amal Okafor"
    assert set(looked.subjects) >= {council.children["Taz"].pk, council.children["Reuben"].pk}


def test_someone_not_signed_in_is_asked_to(council: Council, client: object) -> None:
    answer = client.get("/")  # type: ignore[attr-defined]
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


def counted(council: Council, address: str) -> int:
    browser = council.browser("Amal")
    browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(address).status_code == 200
    return sum("SAVEPOINT" not in each["sql"] for each in asked.captured_queries)


def hold_more(council: Council, number: int) -> None:
    by = council.as_system()
    for each in range(number):
        person = register_person(
            by=by, is_child=True, given_names=f"Child{each}", family_name="More", lea="201", council_ref=f"M-{each}"
        )
        case = open_case(by=by, person=person, team=council.team, line="social_work", opened_on=today())
        allocate_case(by=by, case=case, worker=council.workers["Amal"], reason="has_room")


def test_the_caseload_asks_the_same_number_of_questions_however_long(council: Council) -> None:
    few = counted(council, "/children/")
    hold_more(council, 20)
    assert counted(council, "/children/") == few <= 15


def test_my_day_asks_the_same_number_of_questions_however_long(council: Council) -> None:
    few = counted(council, "/")
    hold_more(council, 20)
    assert counted(council, "/") == few <= 15


@pytest.mark.parametrize(("who", "leads_to"), [("Dara", "/imports/"), ("Ade", "/council/")])
def test_whoever_opens_no_record_is_not_told_that_nothing_is_due(council: Council, who: str, leads_to: str) -> None:
    page = council.browser(who).get("/").content.decode()
    assert "Nothing due" not in page
    assert "My children" not in page
    assert f'href="{leads_to}"' in page.partition("<main")[2]


def test_what_i_left_unfinished_opens_where_i_left_it(council: Council) -> None:
    amal = council.acting("Amal")
    page = council.path("Taz", "visit/")
    draft = Draft.objects.create(
        org=amal.org, account=amal.account_id, form="visit", about_id=council.children["Taz"].pk, title="Visit to Taz",
        page=page, content={"passage": ["0"], "text-0": ["The ramp is done."]},
    )  # fmt: skip
    browser = council.browser("Amal")
    assert f'href="{page}?draft={draft.id}"' in browser.get("/").content.decode()
    assert "The ramp is done." in browser.get(f"{page}?draft={draft.id}").content.decode()


def test_who_opens_no_child_is_not_told_that_nothing_is_due(council: Council) -> None:
    for who in ("Dara", "Ade"):
        page = text(council.browser(who).get("/"))
        assert "Nothing due" not in page
        assert "Your role opens no child’s record" in page


def test_more_than_twelve_are_all_there_when_asked_for(council: Council) -> None:
    hold_more(council, 15)
    for case in Case.objects.filter(person__family_name="More"):
        start_protection_plan(
            by=council.as_system(), case=case, started_on=today() - timedelta(days=40), initial_category="NEG"
        )
    browser = council.browser("Amal")
    assert "See all that is due" in text(browser.get("/"))
    assert "See all that is due" not in text(browser.get("/?all=yes"))


def test_a_manager_goes_straight_from_the_duty_to_choosing_a_worker(council: Council) -> None:
    page = text(council.browser("Bea").get("/"))
    assert f"/team/waiting/{council.cases['Isla'].id}/" in page
