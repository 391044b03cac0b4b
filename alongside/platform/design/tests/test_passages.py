"""Passages are added, moved, split and taken out in place; without a script each press is a plain submit."""

from urllib.parse import parse_qs

import pytest


@pytest.fixture
def page(open_page, gallery):
    page = open_page(1280)
    page.goto(f"{gallery}/record")
    page.wait_for_selector("html.al-js")
    return page


def order(page):
    return page.locator("[data-passages] [name=passage]").evaluate_all("all => all.map((one) => one.value)")


def test_a_passage_is_started_by_its_mark(page):
    page.locator(".al-addbar .al-add--think").click()
    assert order(page) == ["0", "1", "2", "3", "4", "5"]
    assert page.locator("#mark-5").input_value() == "think"
    assert page.evaluate("document.activeElement.id") == "text-5"


@pytest.mark.parametrize(("key", "mark"), [("1", "saw"), ("2", "said"), ("3", "think"), ("4", "next")])
def test_alt_and_a_number_start_one(page, key, mark):
    page.keyboard.press(f"Alt+{key}")
    assert page.locator("#mark-5").input_value() == mark


def test_a_new_passage_goes_to_the_first_child_only(page):
    page.keyboard.press("Alt+1")
    ticked = page.locator("[name=file-5]:checked").evaluate_all("all => all.map((one) => one.value)")
    assert ticked == ["taz"]


def test_one_can_be_moved_and_the_numbers_read_out_follow(page):
    page.get_by_role("button", name="Move up passage 2").click()
    assert order(page)[:2] == ["1", "0"]
    assert page.get_by_role("button", name="Move up passage 1").get_attribute("value") == "1"


def test_words_are_not_taken_out_by_a_slip(page):
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Remove passage 4").click()
    assert len(order(page)) == 5
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Remove passage 4").click()
    assert order(page) == ["0", "1", "2", "4"]


def test_naming_another_child_asks_what_this_ones_file_should_say(page):
    box = page.locator('[data-n="3"] [data-split="reuben"]')
    assert box.is_hidden()
    page.locator("#text-3").fill("Tazmin came too.")
    page.locator('[name="file-3"][value="reuben"]').check()
    assert box.is_hidden(), "Taz is not named in Tazmin"
    page.locator("#text-3").fill("Taz’s brother came too.")
    assert box.is_visible()
    assert box.locator("[data-names]").inner_text() == "Taz"


def test_only_words_that_were_said_ask_who_said_them(page):
    who = page.locator("#said_by-3")
    assert who.is_hidden()
    page.locator("#mark-3").select_option("said")
    assert who.is_visible()


def test_not_seen_puts_the_question_of_alone_away(page):
    alone = page.locator("#alone-taz")
    assert alone.is_visible()
    page.locator('[name="seen-taz"][value="not"]').check()
    assert alone.is_hidden()


def test_a_child_who_is_not_ticked_has_no_row(page):
    page.locator('[name="child"][value="reuben"]').uncheck()
    assert page.locator('[data-child="reuben"]').is_hidden()


def test_nothing_is_chosen_that_only_a_person_knows(page):
    assert page.locator('[name="seen-reuben"]:checked, [name="alone-reuben"]:checked').count() == 0


def test_without_a_script_a_press_posts_the_whole_form(open_page, gallery):
    page = open_page(320, java_script_enabled=False)
    page.goto(f"{gallery}/record")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.locator('.al-dock [name="add"][value="said"]').click()
    posted = parse_qs(sent.value.post_data, keep_blank_values=True)
    assert posted["add"] == ["said"]
    assert posted["passage"] == ["0", "1", "2", "3", "4"]
    assert posted["file-0"] == ["taz", "reuben"]


def test_enter_in_a_line_of_text_presses_nothing_that_hurts(open_page, gallery):
    page = open_page(1280, java_script_enabled=False)
    page.goto(f"{gallery}/record")
    with page.expect_request(lambda request: request.method == "POST") as sent:
        page.locator("#where").press("Enter")
    posted = parse_qs(sent.value.post_data, keep_blank_values=True)
    assert posted["keep"] == ["yes"]
    assert not {"remove", "finish", "add"} & set(posted)
