"""Doubts: each goes in as it was given, flagged with the census rule that would ask."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.entrances.imports.census.doubts.when import after_working_days

from .census_files import (
    CHARACTERISTICS,
    IDENTIFIERS,
    REFERRAL,
    child,
    codes,
    episode,
    fault,
    header,
    message,
    read,
    read_one,
)

UPN = "<UPN>{}</UPN>"
WITH_UPN = IDENTIFIERS.replace("<UPNunknown>UN2</UPNunknown>", UPN)


def tags(**values: str) -> str:
    return "".join(f"<{name}>{value}</{name}>" for name, value in values.items())


def assessment(start: str = "2026-09-08", end: str = "", *factors: str) -> str:
    dates = tags(AssessmentActualStartDate=start) + (tags(AssessmentAuthorisationDate=end) if end else "")
    inside = "".join(tags(AssessmentFactors=code) for code in factors)
    listed = f"<FactorsIdentifiedAtAssessment>{inside}</FactorsIdentifiedAtAssessment>" if factors else ""
    return f"<Assessments>{dates}{listed}</Assessments>"


def enquiry(start: str = "2026-09-09", conference: str = "", target: str = "", not_required: str = "0") -> str:
    held = tags(DateOfInitialCPC=conference) if conference else ""
    wanted = tags(InitialCPCtarget=target) if target else ""
    return f"<Section47>{tags(S47ActualStartDate=start)}{wanted}{held}{tags(ICPCnotRequired=not_required)}</Section47>"


def cin_plan(start: str = "2026-10-09", end: str = "") -> str:
    return f"<CINPlanDates>{tags(CINPlanStartDate=start)}{tags(CINPlanEndDate=end) if end else ''}</CINPlanDates>"


def protection(start: str = "2026-09-21", end: str = "", *reviews: str, category: str = "NEG") -> str:
    days = "".join(tags(CPPreviewDate=day) for day in reviews)
    return (f"<ChildProtectionPlans>{tags(CPPstartDate=start)}{tags(CPPendDate=end) if end else ''}"
            f"{tags(InitialCategoryOfAbuse=category, LatestCategoryOfAbuse='NEG', NumberOfPreviousCPP='0')}"
            f"{f'<Reviews>{days}</Reviews>' if reviews else ''}</ChildProtectionPlans>")


def closed(day: str = "2026-10-30", reason: str = "RC7") -> str:
    return REFERRAL + tags(CINclosureDate=day, ReasonForClosure=reason)


def doubts_of(block) -> set[str]:
    assert not block.kept_aside
    assert all(one.line and one.reason.endswith(".") for one in block.faults)
    return codes(block)


A = assessment()
DONE = assessment("2026-09-08", "2026-10-08", "3B")


@pytest.mark.parametrize(("identifiers", "code"), [
    (WITH_UPN.format("B850728973744", id="E1"), "1510"),
    (WITH_UPN.format("A85072X973744", id="E1"), "1540"),
    (WITH_UPN.format("A85072897374O", id="E1"), "1550"),
    (WITH_UPN.format("123", id="E1"), "1510"),
    (IDENTIFIERS.replace("UN2", "UN9"), "UPNunknown"),
    (IDENTIFIERS.replace("UN2", "UN1"), "8770Q"),
    (IDENTIFIERS.replace("UN2", "UN7"), "8772"),
    (IDENTIFIERS.replace("<Sex>F", "<Sex>1"), "4180"),
    (IDENTIFIERS.replace("<Sex>F</Sex>", ""), "4180"),
    (IDENTIFIERS.replace("<PersonBirthDate>2012-05-04</PersonBirthDate>", ""), "8525Q"),
    (IDENTIFIERS.replace("2012-05-04", "1999-05-04"), "8775Q"),
    (IDENTIFIERS.replace("PersonBirthDate", "ExpectedPersonBirthDate").replace("2012-05-04", "2027-01-04"), "8750"),
    (IDENTIFIERS + "<PersonDeathDate>2011-01-01</PersonDeathDate>", "8535Q"),
    (IDENTIFIERS + "<PersonDeathDate>2020-01-01</PersonDeathDate>", "8545Q"),
    (IDENTIFIERS + "<FormerUPN>X98765432123BB</FormerUPN>", "1560Q"),
    (IDENTIFIERS + "<ShoeSize>3</ShoeSize>", "unknown-field"),
    (IDENTIFIERS + "<Sex>M</Sex>", "given-twice"),
])
def test_doubts_about_who_the_child_is(identifiers, code):
    assert code in doubts_of(read_one(identifiers=identifiers))


def test_a_child_born_after_the_census_year_or_still_to_come_is_doubtful():
    block = read_one(identifiers=IDENTIFIERS.replace("2012-05-04", "2026-12-04"))
    assert {"8520"} <= doubts_of(block)
    assert block.birth_date == date(2026, 12, 4)


def test_an_unborn_child_with_sex_not_known_is_right():
    unborn = (IDENTIFIERS.replace("PersonBirthDate", "ExpectedPersonBirthDate").replace("2012-05-04", "2027-01-04")
              .replace("<Sex>F", "<Sex>U").replace("UN2", "UN1"))
    block = read_one(identifiers=unborn, characteristics="<ChildCharacteristics><Ethnicity>NOBT</Ethnicity>"
                     "</ChildCharacteristics>")
    assert doubts_of(block) == set()
    assert block.expected_birth_date == date(2027, 1, 4)


def test_a_pupil_number_two_children_have_is_named_with_the_other_child():
    identifiers = WITH_UPN.replace(UPN, UPN.format("A850728973744"))
    _, (first, second) = read(message(child("E1", identifiers=identifiers) + child("E2", identifiers=identifiers)))
    assert "1520" not in codes(first)
    assert "child E1" in fault(second, "1520").reason


@pytest.mark.parametrize(("characteristics", "code"), [
    (CHARACTERISTICS.replace("WBRI", "WBRT"), "4220"),
    ("", "4220"),
    (CHARACTERISTICS.replace("NONE", "HANDS"), "8540"),
    (CHARACTERISTICS.replace("<Disabilities><Disability>NONE</Disability></Disabilities>", ""), "8540"),
    (CHARACTERISTICS.replace("</Disabilities>", "<Disability>AUT</Disability></Disabilities>"), "8790"),
    (CHARACTERISTICS.replace("</Disabilities>", "<Disability>NONE</Disability></Disabilities>"), "8794"),
])
def test_doubts_about_ethnicity_and_disability(characteristics, code):
    assert code in doubts_of(read_one(characteristics=characteristics))


def test_a_code_that_is_not_known_is_kept_as_given():
    block = read_one(characteristics=CHARACTERISTICS.replace("WBRI", "WBRT"))
    assert block.ethnicity == "WBRT"
    assert "“WBRT”" in fault(block, "4220").reason


@pytest.mark.parametrize(("episodes", "expected"), [
    (episode(referral=REFERRAL.replace("2A", "5Z")), {"8866"}),
    (episode(referral=REFERRAL.replace("N1", "N11")), {"8650"}),
    (episode(referral=REFERRAL.replace("<PrimaryNeedCode>N1</PrimaryNeedCode>", "")), {"8610"}),
    (episode(referral=REFERRAL.replace("2026-09-07", "2026-11-30")), {"future-date"}),
    (episode(referral=REFERRAL.replace("2026-09-07", "2011-03-01")), {"8606"}),
    (episode().replace("ReferralNFA>0", "ReferralNFA>maybe"), {"8568"}),
    (episode().replace("<ReferralNFA>0</ReferralNFA>", ""), {"8568"}),
    (episode(referral=closed(reason="RC11")), {"8640"}),
    (episode(referral=REFERRAL + tags(CINclosureDate="2026-10-30")), {"8805"}),
    (episode(referral=REFERRAL + tags(ReasonForClosure="RC7")), {"8810"}),
    (episode(referral=closed(reason="RC2")), {"8585Q"}),
    (episode(referral=closed(reason="RC8")), {"8825Q"}),
    (episode(DONE + cin_plan(end="2026-10-30"), referral=closed(reason="RC9")), {"2990"}),
    (episode(A, referral=closed()), {"8867"}),
    (episode(DONE + enquiry(), referral=closed()), {"8868"}),
    (episode(DONE + cin_plan(), referral=closed()), {"plan-left-open"}),
    (episode(assessment("2026-09-08", "2026-11-03", "3B"), referral=closed()), {"8565"}),
    (episode(A).replace("ReferralNFA>0", "ReferralNFA>1"), {"8831"}),
    (episode() + episode(referral=REFERRAL.replace("09-07", "10-07")), {"8815", "8816", "8820"}),
    (episode(referral=closed()) + episode(referral=REFERRAL.replace("09-07", "10-30")), set()),
    ("", {"8590"}),
])
def test_doubts_about_referrals(episodes, expected):
    assert doubts_of(read_one(episodes=episodes)) == expected


@pytest.mark.parametrize(("blocks", "expected"), [
    (A, set()),
    (DONE, set()),
    (assessment("2026-09-01"), {"1103"}),
    (assessment("2026-12-01"), {"future-date"}),
    (assessment("2026-09-08", "", "3B"), {"8614"}),
    (assessment("2026-09-08", "2026-10-08"), {"8897Q"}),
    (assessment("2026-09-08", "2026-10-08", "3B", "3B"), {"8898"}),
    (assessment("2026-09-08", "2026-10-08", "3B", "21"), {"8869"}),
    (assessment("2026-09-08", "2026-10-08", "21"), {"8873Q"}),
    (assessment("2026-09-08", "2026-10-08", "18A"), {"8945Q"}),
    (assessment("2026-09-08", "2026-10-08", "19A"), {"8950Q"}),
    (assessment("2026-09-08", "2026-10-08", "8A"), {"retired-factor"}),
    (assessment("2026-09-08", "2026-10-08", "RB"), {"factor-code"}),
    (A.replace("</Assessments>", tags(AssessmentInternalReviewDate="2026-09-01") + "</Assessments>"),
     {"review-outside"}),
    (DONE + assessment("2026-09-20"), {"8863Q"}),
    (A + assessment("2026-10-10"), {"8896", "8863Q"}),
])
def test_doubts_about_assessments(blocks, expected):
    assert doubts_of(read_one(episodes=episode(blocks))) == expected


@pytest.mark.parametrize(("blocks", "expected"), [
    (A + enquiry(conference="2026-09-21", target="2026-09-30"), set()),
    (enquiry(), {"2991Q"}),
    (A + enquiry("2026-09-01"), {"2889"}),
    (A + enquiry(conference="2026-09-20"), {"8875"}),
    (A + enquiry(target="2026-09-26"), {"8870Q"}),
    (A + enquiry("2026-09-22", "2026-09-21"), {"8615"}),
    (A + enquiry(conference="2026-09-04"), {"1104", "8615"}),
    (A + enquiry(conference="2026-12-01"), {"future-date"}),
    (A + enquiry(conference="2026-09-21", not_required="1"), {"conference-not-required"}),
    (A + enquiry() + enquiry("2026-09-10"), {"8839", "8890"}),
    (A + enquiry(not_required="1") + enquiry("2026-09-10"), set()),
])
def test_doubts_about_section_47_enquiries(blocks, expected):
    assert doubts_of(read_one(episodes=episode(blocks))) == expected


def test_a_conference_at_both_levels_is_doubtful():
    both = REFERRAL + tags(DateOfInitialCPC="2026-09-21")
    assert doubts_of(read_one(episodes=episode(A + enquiry(conference="2026-09-21"), referral=both))) == {"2884"}


@pytest.mark.parametrize(("blocks", "after", "expected"), [
    (cin_plan(), "", set()),
    (cin_plan("2026-09-01"), "", {"4015"}),
    (cin_plan("2026-10-09", "2026-10-09"), "", {"4012Q"}),
    (cin_plan() + cin_plan("2026-10-12"), "", {"4004", "4014"}),
    (cin_plan(), protection(), {"4001"}),
    (cin_plan("2026-10-09"), protection(end="2026-10-09"), set()),
    ("", protection(), set()),
    ("", protection(category="ABU"), {"8905"}),
    ("", protection("2026-09-01"), {"1105"}),
    ("", protection("2026-09-21", "2026-09-21"), {"8840"}),
    ("", protection("2026-09-21", "", "2026-09-21"), {"8841"}),
    ("", protection("2026-09-21", "2026-10-01", "2026-10-02"), {"review-after-end"}),
    ("", protection() + protection("2026-10-21"), {"8935", "8940"}),
    (A + enquiry(conference="2026-09-21"), protection("2026-09-22"), {"2885"}),
    (A + enquiry(conference="2026-09-21"), protection("2026-09-21"), set()),
])
def test_doubts_about_plans(blocks, after, expected):
    assert doubts_of(read_one(episodes=episode(blocks, after=after))) == expected


@pytest.mark.parametrize(("values", "expected"), [
    ({}, set()),
    ({"LBPSentDate": "2026-10-02", "FGDMMeetingOffer": "1", "FGDMMeetingFac": "0"}, set()),
    ({"LBPSentDate": "2026-10-02"}, {"9007"}),
    ({"LBPSentDate": "2026-09-30", "FGDMMeetingOffer": "0"}, {"9006"}),
    ({"FGDMMeetingOffer": "1"}, {"9010Q"}),
    ({"InitialPPMeetingDate": "2026-10-09"}, {"9015Q"}),
    ({"StepDecisionDate": "2026-10-09"}, {"9011"}),
    ({"StepDecisionDate": "2026-10-09", "PPOutcome": "Z"}, {"9011"}),
    ({"StepDecisionDate": "2026-10-09", "PPOutcome": "A", "CourtAppDate": "2026-10-08"}, {"9012"}),
    ({"LetterInitCPDate": "2026-12-08"}, {"future-date"}),
    ({"ReviewMeetingsCount": "few"}, {"9015Q"}),
])
def test_doubts_about_pre_proceedings(values, expected):
    block = f"<PreProceedingsandFGDM>{tags(PPStartDate='2026-10-01', **values)}</PreProceedingsandFGDM>"
    assert doubts_of(read_one(episodes=episode(after=block))) == expected


LAST_YEAR = header(year="2026", day="2026-03-31")


@pytest.mark.parametrize(("blocks", "day", "expected"), [
    (assessment("2026-01-05"), "2026-01-05", {"8670Q"}),
    (assessment("2026-03-02"), "2026-03-02", set()),
    (assessment("2025-03-03"), "2025-03-03", {"8736"}),
    (assessment("2026-01-05", "2026-04-08", "3B"), "2026-01-05", {"8696"}),
    (assessment("2026-02-02") + enquiry("2026-02-02"), "2026-02-02", {"8675Q"}),
    (assessment("2026-03-02") + enquiry("2026-03-20"), "2026-03-02", set()),
    (assessment("2026-03-02") + enquiry("2025-03-20"), "2025-03-20", {"8740"}),
    (assessment("2026-03-02") + enquiry("2026-03-20", "2026-04-08"), "2026-03-02", {"8715"}),
    (cin_plan("2026-01-08", "2026-04-08"), "2026-01-08", {"4013"}),
    (protection("2025-10-06"), "2025-10-06", {"8842Q"}),
    (protection("2025-10-06", "", "2025-12-15"), "2025-10-06", set()),
    (protection("2025-10-06", "2026-04-08", "2025-12-15"), "2025-10-06", {"8930"}),
])
def test_what_a_year_that_is_over_is_asked(blocks, day, expected):
    referral = REFERRAL.replace("2026-09-07", day)
    _, (block,) = read(message(child(episodes=episode(blocks, referral=referral)), LAST_YEAR))
    assert doubts_of(block) == expected


def test_a_closing_outside_the_year_and_an_old_referral_without_action_are_doubtful():
    old = episode(referral=REFERRAL.replace("2026-09-07", "2025-02-03") + tags(CINclosureDate="2025-02-03",
                                                                               ReasonForClosure="RC7"))
    _, (block,) = read(message(child(episodes=old.replace("ReferralNFA>0", "ReferralNFA>1")), LAST_YEAR))
    assert doubts_of(block) == {"8569Q", "8620"}


def test_the_header_says_when_its_date_is_not_the_end_of_its_year():
    first, _ = read(message(head=header(day="2027-07-21")))
    assert first.faults[0].reason == (
        "The reference date is 21 July 2027; for the year 2027 it should be 31 March 2027.")
    first, (block,) = read(message(head=header(year="", day="")))
    assert [one.code for one in first.faults] == ["100"]
    assert not block.faults


def test_working_days_do_not_count_the_start():
    """As Working Together counts; the census rules' own published code counts the start."""
    assert after_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert after_working_days(date(2026, 9, 7), 45) == date(2026, 11, 9)
