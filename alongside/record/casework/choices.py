"""Words of casework."""

LINES = {
    "social_work": "Social work",
    "early_help": "Early help and attendance",
    "family_support": "Family support",
    "residential_home": "Residential home",
    "key_working": "Key working (Dynamic Support Register)",
}

# Coded, so that a service can see how it gives out work; the words beside it are the manager's own.
ALLOCATION_REASONS = {
    "knows_family": "Knows the child or the family",
    "has_room": "Has room",
    "language": "Language or communication",
    "skill": "Skill or experience",
    "near": "Lives or works near",
    "child_asked": "The child or family asked",
    "change_of_worker": "Change of worker",
    "imported": "Named in an imported file",
    "other": "Something else",
}

ROLES_ON_A_CASE = {"social_worker": "Social worker", "family_worker": "Family worker", "key_worker": "Key worker"}
LEAD = "social_worker"

# What a stage is called, the one that weighs most first. Episodes are how areas read each other.
STAGES = {
    "protection_plan": "Child protection plan",
    "section47": "Section 47 enquiry",
    "pre_proceedings": "Pre-proceedings",
    "cin_plan": "Child in need plan",
    "single_assessment": "Being assessed",
    "case": "Open case",
}

# A case does not close over these: end them first, on their own page, with their own decision.
HOLDS_OPEN = ("protection_plan", "section47", "pre_proceedings", "cin_plan", "single_assessment")
