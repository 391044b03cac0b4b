"""Made-up people for the gallery: the prototype's Eastmere, on Tuesday 12 January 2027."""

from datetime import date, timedelta
from types import SimpleNamespace

from markupsafe import Markup

from alongside.platform.design.drawings.counted_calendar import CountedDay, counted_months
from alongside.platform.design.drawings.day_strip import DayNote, day_strip
from alongside.platform.design.drawings.life_strip import Lane, Life, Span
from alongside.platform.design.tests.gallery import some_forms


class Said(str):
    """One of Django's messages, as a template sees it."""

    level_tag = "warning"


TAZ = {
    "name": "Taz Marlow",
    "called": "Taz",
    "initials": "TM",
    "href": "/child",
    "facts": ["she/her", Markup("<b>14</b>, born 3 May 2012"), "White and Black Caribbean", Markup("Eastmere ref <b>E-20417</b>")],
    "short_facts": ["she/her", Markup("<b>14</b> (3 May 2012)"), "Lives with gran, Rosemary"],
    "tags": [
        {"text": "Child in care: care order, 14 Sept 2021", "legal": True},
        {"text": "Lives with gran (kinship foster care)"},
        {"text": "Education, health and care plan"},
    ],
    "alerts": [
        "Nut allergy. Carries an adrenaline pen: front pocket of school bag",
        "Jordan Pike: no contact, must not learn her address or school. Court order, 2 Sept 2026",
    ],
    "people": [
        {"role": "Key worker", "name": "Amal Rahman (you), since 7 Sept 2026"},
        {"role": "Social worker", "name": "Priya Nandakumar"},
    ],
}
NAMELESS = {
    "name": "Child E-20418",
    "called": "Child E-20418",
    "initials": "E",
    "href": "/child",
    "short_facts": ["girl", "born May 2012"],
    "gap": {"text": "Name not known", "href": "/forms", "link": "Add"},
}
SECTIONS = [
    {"href": "/child", "text": "Overview", "current": False},
    {"href": "/chronology", "text": "Chronology", "current": False},
    {"href": "/record", "text": "Visits and notes", "current": False},
]


def context(name: str) -> dict:
    """What one page of the gallery is drawn from."""
    return {"day": day, "child": child, "chronology": chronology, "record": record, "why": why, "parts": parts, "forms": forms}[
        name
    ]()


def here(text: str) -> list[dict]:
    return [{**section, "current": section["text"] == text} for section in SECTIONS]


def due(what, kind, when, why="", **more) -> dict:
    return {"what": what, "kind": kind, "when": when, "why": why, **more}


def day() -> dict:
    assessment = due(
        "Single assessment", "soon", "Thu 14 Jan", "45 working days from the referral on 9 November.",
        why_href="/why", owner="(Priya’s)",
    )  # fmt: skip
    return {
        "undo": {"text": "Isla is yours from today.", "href": "/day", "label": "Undo"},
        "counts_of_day": [
            {"number": 2, "text": "late", "href": "#late", "icon": "overdue", "kind": "late"},
            {"number": 3, "text": "due today", "href": "#due-today", "icon": "today", "kind": "today"},
            {"number": 0, "text": "unfinished", "href": "#unfinished", "icon": "draft"},
        ],
        "late": [due("Key-work session", "late", "1 day late", "Every 7 days in her plan. Last one was Monday 4 January.",
                     why_href="/why", met="Today’s 2:30pm session will meet this")],
        "today_items": [due("See him at home", "today", "By 3:30pm", "Absent this morning and on a child protection plan.",
                            acts=[{"href": "/record", "text": "Record the visit"}, {"href": "/why", "text": "say why not"}])],
        "week": [assessment, due("Your part of the assessment", "soon", "Wed 13 Jan", "Priya asked on 11 January.")],
        "caseload": [
            ("Kofi Mensah-Hart", "9", "Child protection plan", "5 Jan, 7 days", ("today", "See today"), 7, True),
            ("Taz Marlow", "14", "Child in care", "4 Jan, 8 days", ("late", "1 day late"), 6, False),
            ("Alfie Sorrell", "10", "Early help, ending", "30 Dec, 13 days", ("later", "22 Jan"), 2, False),
        ],
    }  # fmt: skip


def child() -> dict:
    return {
        "who": TAZ,
        "full": True,
        "sections": here("Overview"),
        "due_items": [
            due("Key-work session", "late", "1 day late", "Every 7 days in her plan, last on 4 January.", owner="Amal Rahman"),
            due("Social worker’s visit", "soon", "Fri 22 Jan", "Not more than 6 weeks apart.", why_href="/why"),
            due("Health assessment", "asked", "Asked", "Once in each 12 months, last on 2 March 2026."),
        ],
        "entries": [
            {"when": "11 Jan", "time": "9:15pm", "title": "Hard evening after a call from mum.", "line": "Rosemary rang duty.",
             "source": "Duty contact, D. Sellers", "href": "/chronology"},
            {"when": "8 Jan", "title": "First full week at school since October."},
        ],
        "rows": [
            ("School", "Tidewater Academy, year 10"),
            ("Allergy", Markup("<b>Nuts.</b> Adrenaline pen, expires June 2027")),
            ("Optician", {"gap": "Not known", "href": "/forms"}),
        ],
    }  # fmt: skip


def entry(look, day, month, title, **more):
    plain = {"href": "/record", "line": "", "said": (), "source": "", "recorded": "", "late": False, "fixed": "", "link": ""}
    return SimpleNamespace(look=look, day=day, month=month, title=title, **{**plain, **more})


def life() -> Life:
    lived = Lane("Lives with", (
        Span(date(2012, 5, 3), date(2021, 3, 16), "Mum", "home-a"),
        Span(date(2021, 3, 16), date(2022, 7, 22), "Foster", "home-b"),
        Span(date(2022, 7, 22), None, "Gran (kinship)", "home-c"),
    ))  # fmt: skip
    helped = Lane("Help", (
        Span(date(2016, 10, 21), date(2018, 2, 6), "Early help", "light"),
        Span(date(2018, 2, 6), date(2019, 2, 14), "In need", "middle"),
        Span(date(2019, 2, 14), date(2019, 10, 2), "", "gap"),
        Span(date(2019, 10, 2), date(2020, 5, 28), "In need", "middle"),
        Span(date(2020, 5, 28), date(2021, 3, 16), "Plan", "protection"),
        Span(date(2021, 3, 16), None, "In care", "care"),
    ))  # fmt: skip
    days = [date(2012, 5, 3) + timedelta(n * n % 5300) for n in range(500)]
    return Life(
        called="Taz", start=date(2012, 5, 3), today=date(2027, 1, 12), lanes=(lived, helped),
        entries=[d for d in days if not date(2019, 2, 14) <= d <= date(2019, 10, 1)],
        turns=(date(2016, 10, 21), date(2020, 5, 28), date(2021, 3, 16), date(2022, 7, 22), date(2026, 9, 2)),
        gaps=((date(2019, 2, 14), date(2019, 10, 1)),),
    )  # fmt: skip


def chronology() -> dict:
    return {
        "who": TAZ,
        "sections": here("Chronology"),
        "life": life(),
        "life_rows": [("3 May 2012", "15 March 2021", "Mum"), ("16 March 2021", "21 July 2022", "The Pryces, foster carers")],
        "years": [
            {"id": "y2026", "heading": "2026", "about": "Taz was 13, then 14", "entries": [
                entry("sig", "9", "December", "Quiet room after lunch agreed", line="School plan meeting.",
                      said=[("Taz", "School is too loud after lunch.")], source="School. Ms Okoro, Tidewater Academy.",
                      recorded="Recorded 2 days later"),
                entry("turn", "2", "September", "Court: no contact with Jordan Pike", source="Court, safety. Order on file.",
                      recorded="Recorded 9 days later", late=True,
                      fixed="First recorded as “no visits”. Corrected 3 September by Priya Nandakumar; both are kept."),
            ]},
            {"id": "y2019", "heading": "2019", "about": "Taz was 6, then 7", "entries": [
                entry("gap", "", "", "Nothing recorded for 7 months: 14 February to 1 October 2019",
                      line="The family lived in Northbridge. Records asked for on 3 October 2019; not received.", link="Chase again"),
                entry("rou", "12 to 30", "January", "School nurse’s check", href=""),
            ]},
        ],
        "pages": [
            {"text": "1", "href": "?page=1", "current": True}, {"text": "2", "href": "?page=2", "current": False}, None,
            {"text": "9", "href": "?page=9", "current": False},
        ],
    }  # fmt: skip


def record() -> dict:
    both = ["taz", "reuben"]
    seen = "Harbour walk, 15 minutes. She talked, and used her talking cards."
    return {
        "who": TAZ,
        "sections": here("Visits and notes"),
        "children": [{"id": "taz", "called": "Taz"}, {"id": "reuben", "called": "Reuben"}],
        "speakers": [
            {"value": "taz", "text": "Taz", "child": True}, {"value": "reuben", "text": "Reuben", "child": True},
            {"value": "rosemary", "text": "Rosemary"}, {"value": "other", "text": "Someone else"},
        ],
        "seen": [
            {"id": "taz", "called": "Taz", "seen": "in_person", "alone": "yes", "how": seen},
            {"id": "reuben", "called": "Reuben", "errors": {"seen": "Say how you saw Reuben", "alone": "Say whether you saw Reuben alone"}},
        ],
        "passages_so_far": [
            {"n": 0, "mark": "saw", "text": "Taz opened the door herself and had Reuben’s tea laid out. She looked tired.",
             "files": both, "splits": [{"child": "reuben", "names": "Taz", "text": "Reuben’s tea was laid out ready for him."}]},
            {"n": 1, "mark": "said", "text": "I didn’t choose. Can you tell her to stop ringing at night?", "said_by": "taz", "exact": True},
            {"n": 2, "mark": "said", "text": "Leanne has rung after 9pm three times.", "said_by": "rosemary", "third_party": True},
            {"n": 3, "mark": "think", "text": "Taz is tired after late calls, not after school."},
            {"n": 4, "mark": "next", "text": "", "error": "Write something, or take the passage out"},
        ],
        "effects_of_it": [
            {"text": Markup("<b>Taz: key-work session</b> is met. It was 1 day late. Next by Tuesday 19 January"), "met": True},
            {"text": Markup("<b>Not</b> Priya’s social worker visit, due 22 January. That has to be Priya"), "met": False},
        ],
    }  # fmt: skip


def counted_days() -> dict[date, CountedDay]:
    """45 working days from a referral on 9 November 2026."""
    holidays = {date(2026, 12, 25): "Christ\u00admas", date(2026, 12, 28): "Boxing Day, moved", date(2027, 1, 1): "New Year"}
    days = {date(2026, 11, 9): CountedDay(("start",), words="referral, day 0")}
    day, number = date(2026, 11, 9), 0
    while number < 45:
        day += timedelta(1)
        if day in holidays:
            days[day] = CountedDay(("bh",), words=holidays[day])
        elif day.weekday() > 4:
            days[day] = CountedDay(("we",))
        else:
            number += 1
            looks = ("count",) + (("today",) if day == date(2027, 1, 12) else ("due",) if number == 45 else ())
            words = "today" if "today" in looks else "due" if "due" in looks else ""
            days[day] = CountedDay(looks, number, words)
    return days


def why() -> dict:
    label = "45 working days. 43 have been used and 2 are left."
    notes = (DayNote(1, "Tue 10 Nov"), DayNote(33, "24 Dec: accepted by Bea"), DayNote(45, "Thu 14 Jan", bold=True))
    return {
        "who": NAMELESS,
        "strip": day_strip(45, 43, label, notes),
        "months": counted_months(date(2026, 11, 9), date(2027, 1, 14), counted_days()),
        "rows": [
            ("Says", "Finish the single assessment not more than 45 working days from the referral."),
            ("Source", "Working Together to Safeguard Children, chapter 3"),
        ],
        "steps": [
            {"state": "done", "when": "Day 33, Thu 24 December.", "what": "Team manager takes it up",
             "notes": [Markup("<b>Accepted by Bea, 24 December:</b> “Change of worker; should make it”")]},
            {"state": "now", "when": "Day 43, today.", "what": "You are here"},
            {"state": "later", "when": "Day 46, Fri 15 January.", "what": "Late. A reason Bea has accepted is needed"},
        ],
    }  # fmt: skip


def parts() -> dict:
    return {
        "messages": [Said("The file was read, but 3 children stand under two numbers.")],
        "loads": [
            ("Grace Oyelaran", [(14, "statutory"), (13, "early")], 42, 7, True),
            ("Amal Rahman", [(26, "statutory"), (12, "early")], 42, 7, False),
            ("Cyd Farrow", [(26, "statutory"), (16, "early")], 42, 0, False),
        ],
        "kinds": [("late", "4 days late"), ("today", "By 3:30pm"), ("soon", "Thu 14 Jan"), ("later", "2 Mar"), ("asked", "Asked"),
                  ("done", "Held"), ("gap", "Not known")],
        "yours": Markup("Blind fitted by <mark>29 January</mark>. Amal to ring."),
        "theirs": Markup("Blind fitted by 22 January. <mark>Homes gave a date.</mark>"),
        "joined": Markup("Blind fitted by 22 January. <mark>Homes gave a date.</mark> Amal to ring."),
    }  # fmt: skip


def forms() -> dict:
    return {"form": some_forms.wrong(), "fresh": some_forms.Everything(prefix="fresh")}
