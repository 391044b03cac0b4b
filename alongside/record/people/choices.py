"""Code sets about a person, with the label people read.

The codes are those of the Children in Need census (guide 2026 to 2027; the common
basic data set numbers are given) and are shared with the looked-after children return.
A value that is not in a set is kept as it was given and flagged, never changed.
"""

# N00783. "U" is also what an unborn child must have.
SEX = {"M": "Boy", "F": "Girl", "U": "Not known"}

# Returns before 2024 to 2025 used "GenderCurrent" with these codes.
SEX_FROM_OLDER_CODE = {"1": "M", "2": "F", "0": "U", "9": "U"}

# N00177
ETHNICITY = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "Any other White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Any other mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Any other Asian background",
    "BCRB": "Black Caribbean",
    "BAFR": "Black African",
    "BOTH": "Any other Black background",
    "CHNE": "Chinese",
    "OOTH": "Any other ethnic group",
    "REFU": "Preferred not to say",
    "NOBT": "Not yet asked",
}

# N00099
DISABILITY = {
    "NONE": "No disability",
    "MOB": "Mobility",
    "HAND": "Hand function",
    "PC": "Personal care",
    "INC": "Incontinence",
    "COMM": "Communication",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Vision",
    "BEH": "Behaviour",
    "CON": "Consciousness",
    "AUT": "Autism",
    "DDA": "Another disability",
}

# N00135. No label for UN6 was found in any published source we could read.
UPN_UNKNOWN = {
    "UN1": "Not of school age and has no pupil number yet",
    "UN2": "Has never been at a state school in England",
    "UN3": "Educated outside England",
    "UN4": "Newly looked after, pupil number not yet known",
    "UN5": "Sources disagree about the pupil number",
    "UN6": "Another reason in the census (UN6)",
    "UN7": "Referral with no further action",
}
