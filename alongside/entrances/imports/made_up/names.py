"""Names, streets and schools of people and places that do not exist."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Background:
    """share: families in a hundred. girls and boys: first names, parted by spaces."""

    ethnicity: str
    share: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...]


def _of(ethnicity: str, share: int, girls: str, boys: str, surnames: str) -> Background:
    return Background(ethnicity, share, tuple(girls.split()), tuple(boys.split()), tuple(surnames.split()))


BACKGROUNDS = (
    _of("WBRI", 48, "Ava Chloe Daisy Ellie Erin Freya Grace Holly Isla Kayleigh Lacey Lily Megan Niamh Poppy Rosie",
        "Alfie Archie Ben Callum Charlie Dylan Ethan Finley Harvey Jack Jake Kian Liam Mason Reece Toby",
        "Ashdown Barrow Birtle Calder Dunmore Eastwood Fenwick Garside Hollin Kettle Lamb Marsden Oakley Pickles "
        "Ramsbottom Sowerby Thackray Underhill Wardle Yarrow"),
    _of("WOTH", 10, "Anja Daria Ewa Gabija Ioana Kinga Maja Oksana Sofia Zuzanna",
        "Adrian Bartek Dmytro Filip Ionut Jakub Lukas Marek Nikolai Tomasz",
        "Adamczyk Balciunas Cojocaru Dudek Ivanenko Kowal Marin Nowicki Petrov Zielinska"),
    _of("APKN", 10, "Aisha Fatima Hafsa Iqra Maryam Noor Sana Zainab", "Bilal Hamza Ibrahim Omar Rayyan Usman Zayd",
        "Akhtar Bhatti Chaudhry Hussain Iqbal Mahmood Qureshi Siddiqui"),
    _of("AIND", 5, "Aanya Diya Isha Kavya Meera Priya", "Aarav Dev Kiran Neel Rohan Veer",
        "Bhatt Desai Joshi Kaur Patel Sandhu"),
    _of("ABAN", 4, "Ayesha Farzana Nusrat Rumana Tahmina", "Arif Fahim Jamil Rafi Tanvir",
        "Ahmed Begum Choudhury Miah Uddin"),
    _of("BAFR", 8, "Abena Amina Efua Hodan Ifeoma Makena Temi Zahra", "Abdi Chidi Kofi Kwame Musa Obinna Tunde Yusuf",
        "Abdi Adeyemi Boateng Diallo Eze Mensah Okafor Tesfaye"),
    _of("BCRB", 4, "Aaliyah Keisha Shanice Tiana", "Andre Jermaine Kymani Tyrell", "Blackwood Campbell Francis Powell"),
    _of("MWBC", 5, "Jada Kiara Layla Mia", "Jayden Kai Leon Malachi", "Clarke Dawson Grant Reid"),
    _of("MWAS", 3, "Anika Leila Maya Soraya", "Adam Idris Rafe Zak", "Hart Khan-Lowe Singh-Day Walker"),
    _of("WROM", 2, "Esmeralda Mirela Shelby", "Florin Nelson Vano", "Boswell Cooper Radu"),
    _of("CHNE", 1, "Jia Mei Xin", "Hao Jun Wei", "Chan Lin Wong"),
)

STREETS = (
    "Alder Walk", "Beacon Rise", "Curlew Close", "Dyers Row", "Elder Bank", "Foundry Lane", "Gannet Way",
    "Harbour Steps", "Inkerman Yard", "Juniper Road", "Kestrel Drive", "Larch Row", "Mill Race", "Netmakers Street",
    "Old Rope Walk", "Pippin Court", "Quarry Top", "Rowan Terrace", "Saltmarsh Avenue", "Tern Gardens", "Upper Weir",
    "Vine Hill", "Weavers Green", "Yew Tree Lane",
)  # fmt: skip
TOWNS = ("Eastmere", "Eastmere", "Eastmere", "Saltholme", "Hollin Bridge")
# ZZ99 is never given to a real street.
POSTCODES = tuple(f"ZZ99 {number}{letters}" for number in range(1, 10) for letters in ("AB", "DE", "GH", "JL", "NP"))

NURSERIES = ("Little Terns Nursery", "Rope Walk Nursery")
PRIMARIES = ("Beacon Primary School", "Larch Row Primary School", "Mill Race Primary School",
             "St Hild’s Primary School", "Saltholme Primary School", "Weavers Green Primary School")
SECONDARIES = ("Eastmere Academy", "Hollin Bridge High School", "Saltholme Community School")
COLLEGES = ("Eastmere Sixth Form College",)

WORKERS = (
    "Amal Rahman", "Bea Thornley", "Callum Frost", "Dina Okoro", "Emre Yildiz", "Fiona Stead", "Gita Rao",
    "Hugh Penrose", "Ines Moreau", "Jo Bright", "Kofi Asante", "Lena Hall", "Marcus Dean", "Nadia Farooq", "Owen Pryce",
    "Pia Lund", "Quentin Shaw", "Ruth Adler", "Sam Whitlock", "Tara Nolan", "Uma Pillai", "Vic Larkin", "Wendy Cho",
    "Yasmin Aziz",
)  # fmt: skip
WORKER_SURNAMES = ("Ames", "Brook", "Crane", "Dale", "Ellis", "Field", "Gale", "Heath", "Innes", "Jarvis", "Knox",
                   "Lowe", "Moss", "North", "Orme", "Peel", "Quinn", "Rudd", "Snow", "Tate")
