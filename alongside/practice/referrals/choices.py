"""Code sets of a referral, as the Children in Need census has them (guide 2026 to 2027)."""

# N00152
SOURCES = {
    "1A": "Family member, relative or carer",
    "1B": "Someone the family knows, such as a neighbour or childminder",
    "1C": "The child",
    "1D": "Another person, such as a stranger or a member of Parliament",
    "2A": "School",
    "2B": "Education service",
    "3A": "GP",
    "3B": "Health visitor",
    "3C": "School nurse",
    "3D": "Other primary health service",
    "3E": "Accident and emergency",
    "3F": "Other health service, such as a hospice",
    "4": "Housing",
    "5A": "Council social care, such as adults’ services",
    "5B": "Another council department",
    "5C": "Another council",
    "5D": "Early help",
    "6": "Police",
    "7": "Other legal agency, such as a court, probation, Cafcass or a prison",
    "8": "Other, such as a children’s centre or a charity",
    "9": "Someone who did not give their name",
    "10": "Not known",
}

# N00101. When torn between two, the census takes the one higher in this list.
PRIMARY_NEED = {
    "N1": "Abuse, neglect or exploitation",
    "N2": "The child’s disability or illness",
    "N3": "A parent’s disability or illness",
    "N4": "Family in acute stress",
    "N5": "Family not working well together",
    "N6": "Behaviour others find unacceptable",
    "N7": "Low income",
    "N8": "Parents absent",
    "N9": "Not a child in need (adoption support)",
    "N0": "Not stated",
}

# N00103
CLOSING_REASONS = {
    "RC1": "Adopted",
    "RC2": "Died",
    "RC3": "Child arrangements order",
    "RC4": "Special guardianship order",
    "RC5": "Moved to another council’s services",
    "RC6": "Moved to adult social care",
    "RC7": "Services ended for another reason, including no longer in need",
    "RC8": "Closed after assessment, no further action",
    "RC9": "Closed after assessment, passed to early help",
}

# Closed straight after the assessment: nothing else should stand under the referral.
CLOSED_AFTER_ASSESSMENT = frozenset({"RC8", "RC9"})

# What was decided on a referral (Working Together, chapter 3: the decision within one working day).
RESPONSES = {
    "assessment": "Assess what the child needs",
    "strategy_discussion": "Hold a strategy discussion",
    "immediate_protection": "Protect the child straight away",
    "services": "Give help now, without an assessment",
    "early_help": "Pass to early help",
    "information": "Give information or advice",
    "no_further_action": "Nothing more to be done",
}
