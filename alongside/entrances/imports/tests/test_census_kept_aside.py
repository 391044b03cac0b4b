"""What cannot be stored stays out alone, with its line and its words; the rest of the child goes in."""

from __future__ import annotations

from datetime import date

import pytest

from .census_files import IDENTIFIERS, REFERRAL, child, episode, fault, message, read, read_one

PLAN = ("<ChildProtectionPlans><CPPstartDate>{start}</CPPstartDate>{end}<InitialCategoryOfAbuse>NEG"
        "</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>"
        "<NumberOfPreviousCPP>0</NumberOfPreviousCPP>{reviews}</ChildProtectionPlans>")
ASSESSMENT = "<Assessments><AssessmentActualStartDate>2026-09-08</AssessmentActualStartDate>{}</Assessments>"
ENDED = ("<AssessmentAuthorisationDate>2026-10-08</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>"
         "<AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment>")


def aside(block):
    (one,) = block.kept_aside
    assert one.reason.endswith("Kept aside: correct it in the old system or record it here.")
    assert one.as_given
    assert one.line
    return one


@pytest.mark.parametrize("identifiers", [
    IDENTIFIERS.replace("<LAchildID>{id}</LAchildID>", ""), IDENTIFIERS.replace("{id}", "  ")])
def test_a_child_without_id_is_kept_aside_whole_and_the_next_goes_in(identifiers):
    _, (nameless, other) = read(message(child(identifiers=identifiers) + child("E2")))
    assert not nameless.stored
    assert not nameless.episodes
    assert aside(nameless).code == "8500"
    assert "<CINreferralDate>2026-09-07</CINreferralDate>" in aside(nameless).as_given
    assert other.stored
    assert not other.faults


def test_the_second_child_with_an_id_is_kept_aside_and_says_where_the_first_is():
    _, (first, second) = read(message(child("E1") + child("E1", identifiers=IDENTIFIERS.replace("F<", "M<"))))
    assert first.stored
    assert not second.stored
    assert aside(second).code == "8510"
    assert f"the first is on line {first.line}" in aside(second).reason
    assert "<Sex>M</Sex>" in aside(second).as_given


def test_an_id_too_long_to_store_is_kept_aside():
    block = read_one(child_id="E" * 101)
    assert not block.stored
    assert "101 characters" in aside(block).reason


@pytest.mark.parametrize("text", ["07/09/2026", "2026-02-30", "20260907", "2026-W37-1", "soon", "²026-09-07"])
def test_a_referral_whose_date_cannot_be_read_is_kept_aside_alone(text):
    bad = episode(referral=REFERRAL.replace("2026-09-07", text))
    block = read_one(episodes=bad + episode())
    assert [one.referral_date for one in block.episodes] == [date(2026, 9, 7)]
    assert aside(block).code == "unreadable-date"
    assert text in aside(block).reason


def test_a_referral_without_a_date_or_closed_before_it_came_is_kept_aside_alone():
    block = read_one(episodes=episode(referral="<ReferralSource>2A</ReferralSource>"))
    assert (aside(block).code, block.episodes) == ("8600", ())
    backwards = episode(referral=REFERRAL + "<CINclosureDate>2026-09-01</CINclosureDate>")
    block = read_one(episodes=backwards)
    assert aside(block).code == "8630"
    assert "ends on 1 September 2026, before it starts on 7 September 2026" in aside(block).reason
    assert fault(block, "8590").severity == "doubtful"


@pytest.mark.parametrize(("blocks", "code"), [
    (ASSESSMENT.format("<AssessmentAuthorisationDate>x</AssessmentAuthorisationDate>"), "unreadable-date"),
    ("<Assessments/>", "assessment-start"),
    ("<CINPlanDates><CINPlanEndDate>2026-10-01</CINPlanEndDate></CINPlanDates>", "4010"),
    ("<CINPlanDates><CINPlanStartDate>2026-10-02</CINPlanStartDate><CINPlanEndDate>2026-10-01</CINPlanEndDate>"
     "</CINPlanDates>", "4011"),
    ("<Section47><ICPCnotRequired>0</ICPCnotRequired></Section47>", "8615"),
    ("<Section47><S47ActualStartDate>2026-09-09</S47ActualStartDate><DateOfInitialCPC>?</DateOfInitialCPC>"
     "<ICPCnotRequired>0</ICPCnotRequired></Section47>", "unreadable-date"),
    ("<PreProceedingsandFGDM><LBPSentDate>2026-10-01</LBPSentDate></PreProceedingsandFGDM>", "9005"),
    ("<PreProceedingsandFGDM><PPStartDate>2026-10-01</PPStartDate><CourtAppDate>?</CourtAppDate>"
     "</PreProceedingsandFGDM>", "unreadable-date"),
    (PLAN.format(start="", end="", reviews=""), "8720"),
    (PLAN.format(start="2026-10-01", end="<CPPendDate>2026-09-30</CPPendDate>", reviews=""), "8925"),
])
def test_one_block_is_kept_aside_and_the_rest_of_the_referral_goes_in(blocks, code):
    block = read_one(episodes=episode(ASSESSMENT.format(ENDED) + blocks))
    assert aside(block).code == code
    (case,) = block.episodes
    assert len(case.assessments) == 1
    assert case.no_further_action is False
    assert not (case.cin_plans)
    assert not (case.section47s)
    assert not (case.protection_plans)
    assert not (case.pre_proceedings)


def test_one_review_is_kept_aside_and_its_plan_goes_in():
    reviews = "<Reviews><CPPreviewDate>1/1/27</CPPreviewDate><CPPreviewDate>2026-11-02</CPPreviewDate></Reviews>"
    block = read_one(episodes=episode(after=PLAN.format(start="2026-09-14", end="", reviews=reviews)))
    (plan,) = block.episodes[0].protection_plans
    assert [review.day for review in plan.reviews] == [date(2026, 11, 2)]
    assert aside(block).field == "CPPreviewDate"


def test_a_birth_date_that_cannot_be_read_leaves_the_child_in():
    block = read_one(identifiers=IDENTIFIERS.replace("2012-05-04", "04.05.2012"))
    assert block.stored
    assert block.birth_date is None
    assert aside(block).as_given == "04.05.2012"
    assert len(block.episodes) == 1


def test_a_code_too_long_to_store_is_kept_aside_and_not_cut():
    block = read_one(episodes=episode(referral=REFERRAL.replace("2A", "2A" * 40)))
    assert block.episodes[0].source == ""
    assert aside(block).as_given == "2A" * 40
