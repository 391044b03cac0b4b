"""Code sets of assessments, protection plans and pre-proceedings (census guide 2026 to 2027)."""

# N00181, factors found at the end of an assessment. Several may stand together; 21 alone.
FACTORS = {
    "1A": "Alcohol: the child",
    "1B": "Alcohol: a parent or carer",
    "1C": "Alcohol: someone else in the household",
    "2A": "Drugs: the child",
    "2B": "Drugs: a parent or carer",
    "2C": "Drugs: someone else in the household",
    "3A": "Domestic abuse: of the child",
    "3B": "Domestic abuse: of a parent or carer",
    "3C": "Domestic abuse: of someone else in the household",
    "4A": "Mental health: the child",
    "4B": "Mental health: a parent or carer",
    "4C": "Mental health: someone else in the household",
    "5A": "Learning disability: the child",
    "5B": "Learning disability: a parent or carer",
    "5C": "Learning disability: someone else in the household",
    "6A": "Physical disability or illness: the child",
    "6B": "Physical disability or illness: a parent or carer",
    "6C": "Physical disability or illness: someone else in the household",
    "7A": "Young carer",
    "8B": "Privately fostered: from overseas, means to return",
    "8C": "Privately fostered: from overseas, means to stay",
    "8D": "Privately fostered: UK child in an education placement",
    "8E": "Privately fostered: UK child, family arranged it",
    "8F": "Privately fostered: other",
    "9A": "Unaccompanied child seeking asylum",
    "10A": "Going missing",
    "11A": "Child sexual exploitation",
    "12A": "Trafficking",
    "13A": "Gangs",
    "14A": "Behaviour others find unacceptable",
    "15A": "Self-harm",
    "16A": "Neglect",
    "17A": "Emotional abuse",
    "18B": "Physical abuse by a child",
    "18C": "Physical abuse by an adult",
    "19B": "Sexual abuse by a child",
    "19C": "Sexual abuse by an adult",
    "20": "Other",
    "21": "No factors found",
    "22A": "Female genital mutilation",
    "23A": "Abuse linked to faith or belief",
    "24A": "Child criminal exploitation",
}
NO_FACTORS = "21"

# Older returns had these; they are shown by name and flagged when a newer one uses them.
RETIRED_FACTORS = {
    "8A": "Privately fostered",
    "18A": "Physical abuse",
    "19A": "Sexual abuse",
}

# N00113, N00114
CATEGORIES_OF_ABUSE = {
    "NEG": "Neglect",
    "PHY": "Physical abuse",
    "SAB": "Sexual abuse",
    "EMO": "Emotional abuse",
    "MUL": "More than one category",
}

# N00833, code set CS131 (2026 to 2027). The published labels could not be read: the codes
# stand as they are until they can, so that nobody is told an outcome that is not so.
PRE_PROCEEDINGS_OUTCOME = {"A": "Outcome A", "B": "Outcome B", "C": "Outcome C"}

# Who took part in a strategy discussion. Working Together asks for social care, police and health at the least.
PRESENT = {
    "social_care": "Social care",
    "police": "Police",
    "health": "Health",
    "referrer": "Whoever made the referral",
    "education": "School or nursery",
    "other": "Others",
}

# What a conference decided.
CONFERENCE_DECISIONS = {
    "plan": "The child needs a child protection plan",
    "no_plan": "The child does not need a child protection plan",
}
REVIEW_DECISIONS = {
    "continues": "The child protection plan goes on",
    "ends": "The child protection plan ends",
}
