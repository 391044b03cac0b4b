"""Every page of the product, and the person each is for. A route that is in neither list fails the tests."""

from typing import Any

from alongside.entrances.imports.choices import Kind, Result, Status
from alongside.entrances.imports.models import ImportRow, ImportRun
from alongside.practice.referrals.actions import decide_referral, receive_referral
from alongside.practice.safeguarding import actions as safeguarding
from alongside.record.casework.models import Allocation
from alongside.record.chronology.models import EventSubject
from alongside.record.people.actions import doubt
from alongside.record.timescales.models import DueItem
from alongside.tools.forms.models import Draft
from alongside.tools.notes.actions import InFile, Part, Words, record_visit
from tests.machinery.council import Council
from tests.machinery.days import days_ago

NOBODY = ""
CHILD = "children/<str:public_id>/"
REFERRAL = r"^children/(?P<public_id>[\w-]+)/happened/(?P<key>referral-[a-z-]+)/$"
HAPPENED = (
    "assessment-concluded", "strategy-discussion-held", "conference-reviewed", "core-group-held",
    "pre-proceedings-started", "family-meeting-offered", "in-need-plan-reviewed",
)  # fmt: skip

# route as the URL configuration writes it: whom it is for ("" is for nobody who is signed in)
PAGES: dict[str, str] = {
    "": "Amal",
    "children/": "Amal",
    CHILD: "Amal",
    CHILD + "who/": "Amal",
    CHILD + "chronology/": "Amal",
    CHILD + "due/": "Amal",
    CHILD + "due/<uuid:item>/": "Amal",
    CHILD + "entries/<uuid:entry>/": "Amal",
    CHILD + "visits/": "Amal",
    CHILD + "visit/": "Amal",
    CHILD + "notes/<uuid:note>/": "Amal",
    CHILD + "notes/<uuid:note>/in-error/": "Amal",
    CHILD + "happened/": "Amal",
    CHILD + "happened/<slug:key>/": "Amal",
    CHILD + "events/<uuid:event>/in-error/": "Amal",
    CHILD + "happened/referral/": "Bea",
    REFERRAL: "Bea",
    CHILD + "events/<uuid:event>/referral-in-error/": "Bea",
    "unfinished/": "Amal",
    "unfinished/signed-in/": "Amal",
    "unfinished/<uuid:draft>/": "Amal",
    "team/": "Bea",
    "team/workers/<uuid:worker>/": "Bea",
    "team/waiting/": "Bea",
    "team/waiting/<uuid:case>/": "Bea",
    "team/cases/<uuid:case>/close/": "Bea",
    "team/not-seen/": "Bea",
    "rules/": "Amal",
    "help/": "Amal",
    "imports/": "Dara",
    "imports/<str:public_id>/": "Dara",
    "council/": "Ade",
    "council/by-file/": "Ade",
    "accounts/login/": NOBODY,
    "accounts/inactive/": NOBODY,
    "accounts/signup/": NOBODY,
    "accounts/password/reset/": NOBODY,
    "accounts/password/reset/done/": NOBODY,
    "accounts/password/reset/key/done/": NOBODY,
    r"accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": NOBODY,
    "accounts/logout/": "Amal",
    "accounts/reauthenticate/": "Amal",
    "accounts/password/change/": "Amal",
    "accounts/2fa/": "Amal",
    "accounts/2fa/reauthenticate/": "Amal",
}

# What answers a GET with no page of its own, and what it does instead.
NO_PAGE: dict[str, str] = {
    "unfinished/save/": "takes a form from a script",
    "unfinished/<uuid:draft>/discard/": "takes a form",
    "unfinished/<uuid:draft>/bring-back/": "takes a form",
    CHILD + "who/settled/<uuid:doubt>/": "takes a form",
    CHILD + "visit/when-you-save/": "a panel of the visit page",
    CHILD + "notes/<uuid:note>/add/": "leads to the visit",
    "team/allocations/<uuid:allocation>/undo/": "takes a form",
    "team/cases/<uuid:case>/reopen/": "takes a form",
    "imports/<str:public_id>/progress/": "numbers for a script",
    "imports/<str:public_id>/report/": "a CSV file",
    "imports/<str:public_id>/confirm/": "takes a form",
    "imports/<str:public_id>/resume/": "takes a form",
    "imports/<str:public_id>/drop/": "takes a form",
    "set-up/": "gone once there is a council (test_set_up)",
    "accounts/password/set/": "leads to changing the password",
    "accounts/login/code/confirm/": "leads to sign-in: no codes are sent",
    "accounts/2fa/authenticate/": "the second step, in the middle of signing in (entrances/sign_in)",
    "accounts/2fa/totp/activate/": "asks for the password first (entrances/sign_in)",
    "accounts/2fa/totp/deactivate/": "the same",
    "accounts/2fa/recovery-codes/": "the same",
    "accounts/2fa/recovery-codes/generate/": "the same",
    "accounts/2fa/recovery-codes/download/": "a text file",
}


def fill(council: Council) -> dict[str, str]:
    """One of everything about Taz, and how each part of an address is filled with it."""
    taz, by = council.children["Taz"], council.as_system()
    entries = _work(council)
    question = doubt(by=by, person=taz, field="upn", reason="The check letter does not fit", source="census:2026",
                     found_on=days_ago(3))  # fmt: skip
    amal = council.acting("Amal")
    said = Words(mark="said", files=[InFile(person=taz.pk, text="I drew a boat.", said_by="Taz", said_by_child=True)])
    saw = Words(mark="saw", files=[InFile(person=taz.pk, text="There was tea on the table, and Taz laughed.")])
    seen = [Part(person=taz.pk, seen="in_person", alone="yes", how="We spoke.")]
    note = record_visit(by=amal, children=seen, happened=days_ago(2), passages=[saw, said], what=["home_visit"])
    words = {"passage": ["0"], "mark-0": ["saw"], "text-0": ["The ramp for the cars is as long as the hall."]}
    draft = Draft.objects.create(
        org=amal.org, account=amal.account_id, form="visit", about_id=taz.pk, title="Visit to Taz",
        page=council.path("Taz", "visit/"), content=words,
    )  # fmt: skip
    council.as_system()
    return {
        "<str:public_id>": taz.subject.public_id,
        "<uuid:doubt>": str(question.id),
        "<uuid:item>": str(DueItem.objects.filter(subject_id=taz.pk, status="open")[0].id),
        "<uuid:worker>": str(council.workers["Amal"].pk),
        "<uuid:case>": str(council.cases["Isla"].id),
        "<uuid:allocation>": str(Allocation.objects.get(person_id=taz.pk).id),
        "<uuid:draft>": str(draft.id),
        "<uuid:note>": str(note.id),
        **entries,
    }


def _work(council: Council) -> dict[str, str]:
    """A referral, an assessment, an enquiry and a plan: what the pages of a child are drawn from."""
    taz, case, by = council.children["Taz"], council.cases["Taz"], council.as_system()
    referral = receive_referral(by=by, person=taz, received_on=days_ago(28), source_code="2A", team=council.team)
    decide_referral(by=by, referral=referral, decided_on=days_ago(27), response="assessment")
    receive_referral(by=by, person=taz, received_on=days_ago(1), source_code="6", team=council.team)
    safeguarding.start_assessment(by=by, case=case, started_on=days_ago(27))
    safeguarding.hold_strategy_discussion(
        by=by, case=case, held_on=days_ago(26), decided_section47=True, present=["police", "health"]
    )
    safeguarding.hold_conference(by=by, case=case, held_on=days_ago(14), decision="plan", category="NEG")
    return {
        "<uuid:entry>": str(_entry(taz, "protection_plan.started").id),
        "<uuid:event>": str(_entry(taz, "protection_plan.started").event_id),
        "<referral event>": str(_entry(taz, "referral.decided").event_id),
    }


def _entry(child: Any, kind: str) -> EventSubject:
    return EventSubject.objects.get(kind=kind, subject_id=child.pk)


def some_runs(council: Council) -> list[str]:
    """A file in each state that its page can show. Returns their public ids."""
    by = council.as_system()
    counts = {"new": 3, "changed": 1, "same": 0, "flagged": 1, "kept_aside": 1, "corrected_here": 1, "episodes": 5}
    made = []
    for status, refused in (
        (Status.PREVIEWED, ""), (Status.DONE, ""), (Status.IMPORTING, ""), (Status.DROPPED, ""),
        (Status.REFUSED, "Line 12: this file is cut off in the middle."),
    ):  # fmt: skip
        run = ImportRun.objects.create(
            org=by.org, kind=Kind.CENSUS, status=status, file_name=f"CIN_Census_{status}.xml", sha256="0" * 64,
            size=1000, started_by_name="Dara Okafor", totals=counts, children=4, done=2, team=council.team,
            refused=refused,
        )  # fmt: skip
        for line, result in enumerate(Result.values, 10):
            ImportRow.objects.create(
                org=by.org, run=run, line=line, child_ref="E-20417", result=result, about="Assessment",
                field="AssessmentAuthorisationDate", reason="It ends before it starts.", in_file="2026-01-02",
                held="2026-02-01",
            )  # fmt: skip
        made.append(run.public_id)
    return made
