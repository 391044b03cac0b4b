"""Words of a visit: what it was, how a child was seen, and the four marks of a passage."""

# What a visit was for. The first one chosen is the event's `purpose`.
WHAT_IT_WAS = {
    "home_visit": "Home visit",
    "key_work": "Key-work session",
    "at_school": "Visit at school",
    "out": "Out together",
    "sibling_time": "Brother and sister time",
    "family_time": "Family time",
    "meeting_family": "Talk with the family",
    "other": "Something else",
}

SEEN = {"in_person": "In person", "video": "On video", "not": "Not seen"}
IN_PERSON, ON_VIDEO, NOT_SEEN = SEEN

# "too_young": or communicates another way. Neither yes nor no: a baby is seen, but cannot be spoken with alone.
ALONE = {"yes": "Yes", "no": "No", "too_young": "Too young, or communicates another way"}
ALONE_IN_WORDS = {"yes": "alone", "no": "not alone", "too_young": "too young, or communicates another way"}

MARKS = {"saw": "I saw", "said": "Was said", "think": "I think", "next": "Next"}
SAW, SAID, THINK, NEXT = MARKS

SOMEONE_ELSE = "Someone else"
