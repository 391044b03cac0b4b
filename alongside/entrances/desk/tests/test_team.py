"""A manager's pages: who waits, asking a worker, taking it back."""

from alongside.entrances.desk.tests.test_my_day import on_a_plan, text
from alongside.platform.common.clock import today
from alongside.platform.common.sent import new_key
from alongside.record.casework.models import Allocation
from alongside.record.people.actions import correct_person
from tests.machinery.council import Council


def asked(council: Council, **more: str) -> dict[str, str]:
    cyd = str(council.workers["Cyd"].pk)
    return {"worker": cyd, "role": "social_worker", "reason": "has_room", "sent_key": new_key(), **more}


def page(council: Council) -> str:
    return f"/team/waiting/{council.cases['Isla'].id}/"


def test_the_manager_sees_who_waits(council: Council) -> None:
    answer = text(council.browser("Bea").get("/team/waiting/"))
    assert "Isla Marlow" in answer
    assert "Taz" not in answer


def test_a_worker_has_no_such_page(council: Council) -> None:
    browser = council.browser("Amal")
    assert browser.get("/team/waiting/").status_code == 404
    assert browser.get(page(council)).status_code == 404
    assert browser.post(page(council), asked(council)).status_code == 404


def test_a_worker_is_asked_and_the_child_no_longer_waits(council: Council) -> None:
    bea = council.browser("Bea")
    assert bea.post(page(council), asked(council)).status_code == 302
    assert "Isla" not in text(council.browser("Bea").get("/children/"))
    assert "Isla Marlow" in text(council.browser("Cyd").get("/"))


def test_a_double_press_asks_once(council: Council) -> None:
    bea, form = council.browser("Bea"), asked(council)
    first, second = bea.post(page(council), form), bea.post(page(council), form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    council.as_system()
    assert Allocation.objects.filter(person_id=council.children["Isla"].pk).count() == 1


def test_it_is_taken_back_from_the_flash(council: Council) -> None:
    bea = council.browser("Bea")
    bea.post(page(council), asked(council))
    assert "now works with Isla" in text(bea.get("/team/waiting/"))
    council.as_system()
    made = Allocation.objects.get(person_id=council.children["Isla"].pk)
    assert bea.post(f"/team/allocations/{made.id}/undo/").status_code == 302
    assert "Isla Marlow" in text(bea.get("/team/waiting/"))


def test_without_a_worker_or_reason_it_says_what_is_missing(council: Council) -> None:
    answer = council.browser("Bea").post(page(council), asked(council, worker="", reason=""))
    assert answer.status_code == 422
    assert "Choose a worker." in text(answer)
    assert "Choose the main reason." in text(answer)


def test_a_second_manager_who_was_slower_is_told(council: Council) -> None:
    council.browser("Bea").post(page(council), asked(council))
    late = council.browser("Sol").post(page(council), asked(council, worker=str(council.workers["Amal"].pk)))
    assert late.status_code == 422
    assert "while you had the page open" in text(late)


def test_taking_back_is_not_a_link(council: Council) -> None:
    council.browser("Bea").post(page(council), asked(council))
    council.as_system()
    made = Allocation.objects.get(person_id=council.children["Isla"].pk)
    assert council.browser("Bea").get(f"/team/allocations/{made.id}/undo/").status_code == 405


def closing(council: Council, child: str) -> str:
    return f"/team/cases/{council.cases[child].id}/close/"


def test_a_case_is_closed_with_its_reason_and_leaves_the_caseload(council: Council) -> None:
    bea = council.browser("Bea")
    form = {"closed_on": today().strftime("%d/%m/%Y"), "reason": "RC7", "sent_key": new_key()}
    assert bea.post(closing(council, "Taz"), form).status_code == 302
    assert "Taz" not in text(council.browser("Amal").get("/children/"))
    assert council.browser("Amal").get(council.path("Taz")).status_code == 404
    assert bea.get(council.path("Taz")).status_code == 200


def test_a_closing_is_taken_back_from_the_flash(council: Council) -> None:
    bea = council.browser("Bea")
    bea.post(
        closing(council, "Taz"), {"closed_on": today().strftime("%d/%m/%Y"), "reason": "RC7", "sent_key": new_key()}
    )
    assert "Undo" in text(bea.get(council.path("Taz")))
    assert bea.post(f"/team/cases/{council.cases['Taz'].id}/reopen/").status_code == 302
    assert "Taz" in text(council.browser("Amal").get("/children/"))


def test_a_case_does_not_close_over_an_open_plan(council: Council) -> None:
    on_a_plan(council, "Taz")
    bea = council.browser("Bea")
    assert "Not yet: something is still open" in text(bea.get(closing(council, "Taz")))
    form = {"closed_on": today().strftime("%d/%m/%Y"), "reason": "RC7", "sent_key": new_key()}
    bea.post(closing(council, "Taz"), form)
    assert "Taz" in text(council.browser("Amal").get("/children/"))


def test_the_manager_sees_who_holds_whom_and_what_is_late(council: Council) -> None:
    on_a_plan(council, "Taz")
    page = text(council.browser("Bea").get("/team/"))
    assert "Amal Okafor" in page
    assert "late" in page
    amal = council.workers["Amal"].pk
    assert "Taz Marlow" in text(council.browser("Bea").get(f"/team/workers/{amal}/"))


def test_a_worker_of_another_team_is_not_there(council: Council) -> None:
    ade = council.workers["Ade"].pk
    assert council.browser("Bea").get(f"/team/workers/{ade}/").status_code == 404


def test_a_day_of_closing_is_read_as_the_example_writes_it(council: Council) -> None:
    page = council.browser("Bea").post(closing(council, "Taz"), {"closed_on": "27 3 2999", "sent_key": new_key()})
    assert "Close it when it has happened" in text(page)
    form = {"closed_on": f"{today():%d %m %Y}", "reason": "RC7", "sent_key": new_key()}
    assert council.browser("Bea").post(closing(council, "Taz"), form).status_code == 302


def test_a_sentence_about_a_child_without_a_name_begins_with_a_capital(council: Council) -> None:
    correct_person(by=council.as_system(), person=council.children["Taz"], given_names="")
    page = text(council.browser("Bea").get(closing(council, "Taz")))
    assert "This child and the family should hear first" in page
    assert "This child’s record" in page
