"""Children's stories, from the record of a year or two: what happened, and the whole list of what was due."""

from tests.deadlines.told import Told

STORIES = [
    Told(
        "a referral that came to nothing",
        """
        2026-11-09 referral.received source=2A
        2026-11-09 referral.acknowledged
        2026-11-10 referral.decided response=information
        """,
        """
        referral_acknowledged 1: 2026-11-10 met 2026-11-09
        referral_decision 1: 2026-11-10 met 2026-11-10
        single_assessment 1: 2027-01-14 ended 2026-11-10
        """,
    ),
    Told(
        "an assessment in time, then help on a plan, then closed",
        """
        2026-03-02 case opens
        2026-03-02 referral.received source=2A
        2026-03-02 referral.acknowledged
        2026-03-03 referral.decided response=assessment
        2026-03-04 allocation starts role=social_worker
        2026-03-05 single_assessment.started
        2026-03-10 visit
        2026-05-05 single_assessment.concluded
        2026-05-06 cin_plan starts
        2026-05-20 visit by=family_worker
        2026-06-17 visit by=family_worker
        2026-07-15 visit seen=no
        2026-07-20 visit
        2026-07-30 cin_plan.reviewed
        2026-08-10 cin_plan ends
        2026-08-10 allocation ends role=social_worker
        2026-08-10 case closes
        """,
        """
        allocate_worker 1: 2026-03-09 met 2026-03-04
        cin_plan_review 1: 2026-08-06 met 2026-07-30
        cin_plan_review 2: 2027-01-30 ended 2026-08-10
        cin_plan_visit 1: 2026-06-04 met 2026-05-20
        cin_plan_visit 2: 2026-06-18 met 2026-06-17
        cin_plan_visit 3: 2026-07-15 met_late 2026-07-20
        cin_plan_visit 4: 2026-08-17 ended 2026-08-10
        referral_acknowledged 1: 2026-03-03 met 2026-03-02
        referral_decision 1: 2026-03-03 met 2026-03-03
        single_assessment 1: 2026-05-07 met 2026-05-05
        """,
    ),
    Told(
        "an assessment that ran late and was nobody's for a week",
        """
        2025-11-03 case opens
        2025-11-03 referral.received source=6
        2025-11-05 referral.decided response=assessment
        2025-11-05 referral.acknowledged
        2025-11-12 allocation starts role=social_worker
        2025-11-13 single_assessment.started
        2026-01-09 single_assessment.concluded
        """,
        """
        allocate_worker 1: 2025-11-10 met_late 2025-11-12
        referral_acknowledged 1: 2025-11-04 met_late 2025-11-05
        referral_decision 1: 2025-11-04 met_late 2025-11-05
        single_assessment 1: 2026-01-08 met_late 2026-01-09
        """,
    ),
    Told(
        "from strategy discussion to a plan, seen as it should be, and off it after one review",
        """
        2025-03-03 case opens
        2025-03-03 referral.received source=6
        2025-03-03 referral.decided response=strategy_discussion
        2025-03-04 referral.acknowledged
        2025-03-04 allocation starts role=social_worker
        2025-03-04 strategy_discussion.held section47=yes
        2025-03-04 section47 starts stands_for_strategy=no strategy_discussion_on=2025-03-04
        2025-03-05 visit
        2025-03-21 conference.held decision=plan
        2025-03-21 section47 ends
        2025-03-21 protection_plan starts category=NEG
        2025-04-01 visit
        2025-04-03 core_group.held
        2025-04-10 visit
        2025-04-24 visit
        2025-05-01 single_assessment.concluded
        2025-05-08 visit
        2025-05-14 core_group.held
        2025-05-22 visit
        2025-06-05 visit
        2025-06-19 conference.reviewed
        2025-06-19 protection_plan ends
        """,
        """
        allocate_worker 1: 2025-03-10 met 2025-03-04
        core_group_again 1: 2025-05-15 met 2025-05-14
        core_group_again 1: 2025-06-25 ended 2025-06-19
        first_core_group 1: 2025-04-04 met 2025-04-03
        initial_conference 1: 2025-03-25 met 2025-03-21
        protection_plan_visit 1: 2025-04-04 met 2025-04-01
        protection_plan_visit 2: 2025-04-15 met 2025-04-10
        protection_plan_visit 3: 2025-04-28 met 2025-04-24
        protection_plan_visit 4: 2025-05-09 met 2025-05-08
        protection_plan_visit 5: 2025-05-22 met 2025-05-22
        protection_plan_visit 6: 2025-06-06 met 2025-06-05
        protection_plan_visit 7: 2025-06-19 ended 2025-06-19
        referral_acknowledged 1: 2025-03-04 met 2025-03-04
        referral_decision 1: 2025-03-04 met 2025-03-03
        review_conference 1: 2025-06-21 met 2025-06-19
        section47_start 1: 2025-03-05 met 2025-03-04
        single_assessment 1: 2025-05-08 met 2025-05-01
        """,
    ),
    Told(
        "a visit at which nobody was seen leaves the duty open",
        """
        2026-03-02 protection_plan starts category=EMO
        2026-03-09 visit seen=no
        2026-03-13 visit.attempted by_role=social_worker
        2026-03-17 visit seen=yes by=family_worker
        2026-03-18 visit
        """,
        """
        first_core_group 1: 2026-03-16 open
        protection_plan_visit 1: 2026-03-16 met_late 2026-03-18
        protection_plan_visit 2: 2026-04-01 open
        review_conference 1: 2026-06-02 open
        """,
    ),
    Told(
        "a conference a day late, over Christmas",
        """
        2025-12-10 strategy_discussion.held section47=yes
        2025-12-10 section47 starts stands_for_strategy=no strategy_discussion_on=2025-12-10
        2026-01-06 conference.held decision=no_plan
        2026-01-06 section47 ends
        """,
        """
        initial_conference 1: 2026-01-05 met_late 2026-01-06
        section47_start 1: 2025-12-11 met 2025-12-10
        """,
    ),
    Told(
        "enquiries that found no need of a conference",
        """
        2026-03-02 strategy_discussion.held section47=yes
        2026-03-03 section47 starts stands_for_strategy=no strategy_discussion_on=2026-03-02
        2026-03-16 section47 ends conference_not_required=yes
        """,
        """
        initial_conference 1: 2026-03-23 ended 2026-03-16
        section47_start 1: 2026-03-03 met 2026-03-03
        """,
    ),
    Told(
        "a strategy discussion that decided on enquiries nobody recorded",
        """
        2026-04-02 strategy_discussion.held section47=yes
        """,
        """
        section47_start 1: 2026-04-07 open
        """,
    ),
    Told(
        "two sets of enquiries in one year, each with its own clock",
        """
        2025-06-02 section47 starts stands_for_strategy=yes
        2025-06-16 section47 ends conference_not_required=yes
        2026-01-05 section47 starts stands_for_strategy=yes
        2026-01-23 conference.held
        """,
        """
        initial_conference 1: 2025-06-23 ended 2025-06-16
        initial_conference 1: 2026-01-26 met 2026-01-23
        """,
    ),
    Told(
        "a plan long enough for three reviews, the last of them over a short month",
        """
        2024-08-30 protection_plan starts
        2024-09-10 core_group.held
        2024-11-29 conference.reviewed
        2025-05-30 conference.reviewed
        2025-11-28 conference.reviewed
        2025-12-01 protection_plan ends
        """,
        """
        core_group_again 1: 2024-10-22 missed 2025-12-01
        first_core_group 1: 2024-09-13 met 2024-09-10
        protection_plan_visit 1: 2024-09-13 missed 2025-12-01
        review_conference 1: 2024-11-30 met 2024-11-29
        review_conference 2: 2025-05-29 met_late 2025-05-30
        review_conference 3: 2025-11-30 met 2025-11-28
        review_conference 4: 2026-05-28 ended 2025-12-01
        """,
    ),
    Told(
        "stepped down from protection to need: each plan has its own visits",
        """
        2026-01-05 protection_plan starts
        2026-01-15 visit
        2026-01-19 core_group.held
        2026-01-29 visit
        2026-02-10 protection_plan ends
        2026-02-10 cin_plan starts
        2026-03-05 visit by=family_worker
        """,
        """
        cin_plan_review 1: 2026-05-10 open
        cin_plan_visit 1: 2026-03-10 met 2026-03-05
        cin_plan_visit 2: 2026-04-02 open
        core_group_again 1: 2026-03-02 ended 2026-02-10
        first_core_group 1: 2026-01-19 met 2026-01-19
        protection_plan_visit 1: 2026-01-19 met 2026-01-15
        protection_plan_visit 2: 2026-01-29 met 2026-01-29
        protection_plan_visit 3: 2026-02-12 ended 2026-02-10
        review_conference 1: 2026-04-05 ended 2026-02-10
        """,
    ),
    Told(
        "a review recorded on the wrong plan, then voided",
        """
        2026-01-05 cin_plan starts
        2026-03-02 cin_plan.reviewed
        2026-03-04 void cin_plan.reviewed 2026-03-02
        2026-02-02 visit
        """,
        """
        cin_plan_review 1: 2026-04-05 open
        cin_plan_visit 1: 2026-02-02 met 2026-02-02
        cin_plan_visit 2: 2026-03-02 open
        """,
    ),
    Told(
        "imported with nothing known after the census: begun afresh, and on the list of those not seen",
        """
        from census:2026
        2025-06-02 case opens
        2025-06-02 referral.received source=6
        2025-06-03 single_assessment.started
        2025-08-01 single_assessment.concluded
        2025-06-10 section47 starts stands_for_strategy=yes
        2025-07-02 conference.held
        2025-07-02 section47 ends
        2025-07-02 protection_plan starts category=NEG
        2025-09-25 conference.reviewed
        2026-03-20 conference.reviewed
        here
        2026-04-20 allocation starts role=social_worker
        2026-04-21 visit
        """,
        """
        allocate_worker 1: 2025-06-09 not_judged 2026-04-15
        allocate_worker 2: 2026-04-22 met 2026-04-20
        first_core_group 1: 2025-07-16 not_judged 2026-04-15
        first_core_group 2: 2026-04-29 open
        initial_conference 1: 2025-07-01 met_late 2025-07-02
        protection_plan_visit 1: 2025-07-16 not_judged 2026-04-15
        protection_plan_visit 2: 2026-04-29 met 2026-04-21
        protection_plan_visit 3: 2026-05-06 open
        review_conference 1: 2025-10-02 met 2025-09-25
        review_conference 2: 2026-03-25 met 2026-03-20
        review_conference 3: 2026-09-20 open
        single_assessment 1: 2025-08-04 met 2025-08-01
        not_seen_since_go_live 1: 2026-04-22 met 2026-04-21
        """,
        live="census=2026-04-15",
    ),
    Told(
        "the same file with last seen filled in from the people file",
        """
        from census:2026
        2025-06-02 case opens
        2025-07-02 protection_plan starts
        2025-09-25 conference.reviewed
        2026-03-20 conference.reviewed
        from people:2026
        2025-06-02 allocation starts role=social_worker
        2026-04-10 visit
        2026-04-09 core_group.held
        """,
        """
        allocate_worker 1: 2025-06-09 met 2025-06-02
        core_group_again 1: 2026-05-21 open
        first_core_group 1: 2025-07-16 met_late 2026-04-09
        protection_plan_visit 1: 2025-07-16 met_late 2026-04-10
        protection_plan_visit 2: 2026-04-24 open
        review_conference 1: 2025-10-02 met 2025-09-25
        review_conference 2: 2026-03-25 met 2026-03-20
        review_conference 3: 2026-09-20 open
        """,
        live="census=2026-04-15 people=2026-04-15",
    ),
    Told(
        "imported and closed long ago: nothing is owed and nothing is called missed",
        """
        from census:2024
        2023-01-09 case opens
        2023-01-09 referral.received source=1A
        2023-01-10 single_assessment.started
        2023-04-20 single_assessment.concluded
        2023-03-14 cin_plan starts
        2023-10-02 cin_plan ends
        2023-10-02 case closes
        """,
        """
        allocate_worker 1: 2023-01-16 not_judged 2023-10-02
        cin_plan_review 1: 2023-06-14 not_judged 2023-10-02
        cin_plan_visit 1: 2023-04-13 not_judged 2023-10-02
        single_assessment 1: 2023-03-13 met_late 2023-04-20
        """,
        live="census=2026-04-15",
    ),
    Told(
        "imported, an assessment still open at go-live and due after it is judged like any other",
        """
        from census:2026
        2026-03-16 case opens
        2026-03-16 referral.received source=3B
        2026-03-17 single_assessment.started
        here
        2026-04-16 allocation starts role=social_worker
        2026-05-21 single_assessment.concluded
        """,
        """
        allocate_worker 1: 2026-03-23 not_judged 2026-04-01
        allocate_worker 2: 2026-04-10 met_late 2026-04-16
        single_assessment 1: 2026-05-21 met 2026-05-21
        """,
        live="census=2026-04-01",
    ),
    Told(
        "referred again after closing: the second case has its own clock",
        """
        2025-01-06 case-one opens
        2025-01-06 referral.received source=2A
        2025-01-07 referral.decided response=assessment
        2025-01-07 referral.acknowledged
        2025-01-08 allocation starts role=social_worker
        2025-02-28 single_assessment.concluded
        2025-03-03 allocation ends role=social_worker
        2025-03-03 case-one closes
        2025-09-01 case-two opens
        2025-09-01 referral.received source=6
        2025-09-02 referral.decided response=assessment
        2025-09-02 referral.acknowledged
        """,
        """
        allocate_worker 1: 2025-01-13 met 2025-01-08
        allocate_worker 1: 2025-09-08 open
        referral_acknowledged 1: 2025-01-07 met 2025-01-07
        referral_acknowledged 1: 2025-09-02 met 2025-09-02
        referral_decision 1: 2025-01-07 met 2025-01-07
        referral_decision 1: 2025-09-02 met 2025-09-02
        single_assessment 1: 2025-03-10 met 2025-02-28
        single_assessment 1: 2025-11-03 open
        """,
    ),
    Told(
        "closed with the assessment not done: the case ends it, in time or missed",
        """
        2026-01-05 case-one opens
        2026-01-05 referral.received
        2026-01-06 referral.decided response=assessment
        2026-01-06 referral.acknowledged
        2026-01-07 allocation starts role=social_worker
        2026-02-02 case-one closes
        2026-02-09 case-two opens
        2026-02-09 referral.received
        2026-02-10 referral.decided response=assessment
        2026-02-10 referral.acknowledged
        2026-02-10 allocation.started role=social_worker
        2026-05-01 case-two closes
        """,
        """
        allocate_worker 1: 2026-01-12 met 2026-01-07
        allocate_worker 1: 2026-02-16 met 2026-02-10
        referral_acknowledged 1: 2026-01-06 met 2026-01-06
        referral_acknowledged 1: 2026-02-10 met 2026-02-10
        referral_decision 1: 2026-01-06 met 2026-01-06
        referral_decision 1: 2026-02-10 met 2026-02-10
        single_assessment 1: 2026-03-09 ended 2026-02-02
        single_assessment 1: 2026-04-15 missed 2026-05-01
        """,
    ),
    Told(
        "the worker leaves, nobody follows for a fortnight, then someone does",
        """
        2026-01-05 case opens
        2026-01-05 allocation.started role=social_worker
        2026-06-01 allocation.ended role=social_worker
        2026-06-15 allocation.started role=social_worker
        2026-09-01 allocation.ended role=key_worker
        """,
        """
        allocate_again 1: 2026-06-08 met_late 2026-06-15
        allocate_worker 1: 2026-01-12 met 2026-01-05
        """,
    ),
    Told(
        "twice on a plan, three years apart",
        """
        2022-05-20 protection_plan starts
        2022-06-07 core_group.held
        2022-06-06 visit
        2022-06-21 visit
        2022-07-01 protection_plan ends
        2025-12-19 protection_plan starts
        2026-01-06 visit
        2026-01-07 core_group.held
        2026-03-19 conference.reviewed
        """,
        """
        core_group_again 1: 2022-07-19 ended 2022-07-01
        core_group_again 1: 2026-02-18 open
        first_core_group 1: 2022-06-07 met 2022-06-07
        first_core_group 1: 2026-01-07 met 2026-01-07
        protection_plan_visit 1: 2022-06-07 met 2022-06-06
        protection_plan_visit 2: 2022-06-20 met_late 2022-06-21
        protection_plan_visit 3: 2022-07-05 ended 2022-07-01
        protection_plan_visit 1: 2026-01-07 met 2026-01-06
        protection_plan_visit 2: 2026-01-20 open
        review_conference 1: 2022-08-20 ended 2022-07-01
        review_conference 1: 2026-03-19 met 2026-03-19
        review_conference 2: 2026-09-19 open
        """,
    ),
    Told(
        "a plan recorded in error and voided leaves nothing owed",
        """
        2026-02-02 cin_plan starts
        2026-02-10 protection_plan starts
        2026-02-11 void protection_plan.started 2026-02-10
        2026-02-20 visit by=family_worker
        """,
        """
        cin_plan_review 1: 2026-05-02 open
        cin_plan_visit 1: 2026-03-02 met 2026-02-20
        cin_plan_visit 2: 2026-03-20 open
        """,
    ),
    Told(
        "seen on the day the plan began, and twice in one day",
        """
        2026-03-02 protection_plan starts
        2026-03-02 visit
        2026-03-02 visit
        2026-03-13 visit
        2026-03-13 visit by=family_worker
        """,
        """
        first_core_group 1: 2026-03-16 open
        protection_plan_visit 1: 2026-03-16 met 2026-03-02
        protection_plan_visit 2: 2026-03-16 met 2026-03-13
        protection_plan_visit 3: 2026-03-27 open
        review_conference 1: 2026-06-02 open
        """,
    ),
    Told(
        "a busy Christmas: every clock at once",
        """
        2026-12-21 case opens
        2026-12-21 referral.received source=6
        2026-12-22 referral.decided response=immediate_protection
        2026-12-22 strategy_discussion.held section47=yes
        2026-12-22 section47 starts stands_for_strategy=no strategy_discussion_on=2026-12-22
        2026-12-24 visit
        2026-12-29 referral.acknowledged
        2027-01-04 allocation starts role=social_worker
        2027-01-15 conference.held
        2027-01-15 section47 ends
        2027-01-15 protection_plan starts
        2027-01-28 visit
        2027-01-29 core_group.held
        """,
        """
        allocate_worker 1: 2026-12-30 met_late 2027-01-04
        core_group_again 1: 2027-03-12 open
        first_core_group 1: 2027-01-29 met 2027-01-29
        initial_conference 1: 2027-01-15 met 2027-01-15
        protection_plan_visit 1: 2027-01-29 met 2027-01-28
        protection_plan_visit 2: 2027-02-11 open
        referral_acknowledged 1: 2026-12-22 met_late 2026-12-29
        referral_decision 1: 2026-12-22 met 2026-12-22
        review_conference 1: 2027-04-15 open
        section47_start 1: 2026-12-23 met 2026-12-22
        single_assessment 1: 2027-02-25 open
        """,
    ),
    Told(
        "a year of child in need work with a missed month",
        """
        2025-04-07 cin_plan starts
        2025-04-22 visit
        2025-05-20 visit by=family_worker
        2025-06-17 visit
        2025-07-07 cin_plan.reviewed
        2025-07-15 visit seen=no
        2025-09-01 visit by=family_worker
        2025-09-29 visit
        2025-10-27 visit
        2025-11-24 visit
        2025-12-22 visit
        2026-01-08 cin_plan.reviewed
        2026-01-22 visit
        """,
        """
        cin_plan_review 1: 2025-07-07 met 2025-07-07
        cin_plan_review 2: 2026-01-07 met_late 2026-01-08
        cin_plan_review 3: 2026-07-08 open
        cin_plan_visit 1: 2025-05-08 met 2025-04-22
        cin_plan_visit 2: 2025-05-21 met 2025-05-20
        cin_plan_visit 3: 2025-06-18 met 2025-06-17
        cin_plan_visit 4: 2025-07-15 met_late 2025-09-01
        cin_plan_visit 5: 2025-09-29 met 2025-09-29
        cin_plan_visit 6: 2025-10-27 met 2025-10-27
        cin_plan_visit 7: 2025-11-24 met 2025-11-24
        cin_plan_visit 8: 2025-12-22 met 2025-12-22
        cin_plan_visit 9: 2026-01-22 met 2026-01-22
        cin_plan_visit 10: 2026-02-19 open
        """,
    ),
    Told(
        "only notes and calls: nothing of law is opened by them",
        """
        2026-03-02 contact.made by_role=key_worker
        2026-03-03 visit by=key_worker
        2026-03-04 view.given
        2026-03-05 weekly_update.sent
        """,
        "",
    ),
]
