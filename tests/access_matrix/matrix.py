"""Every route against every standing person: what a plain GET answers. A route that is not here fails the tests.

    yes    200                      gone   404: not there, or not theirs; the two read the same
    on     a redirect               post   405: only a form may be sent here
    in     sent to sign in first        asked  401: a script is told to ask the person to sign in

Order of people: Amal holds Taz; Cyd, same office, not involved; Bea manages their team; Sol the service; Dara brings
files in; Ade sets workers up; Dov works for another council; nobody is signed in.
"""

PEOPLE = ("Amal", "Cyd", "Bea", "Sol", "Dara", "Ade", "Dov", "nobody")

CHILD = "yes gone yes yes gone gone gone in"  # a page about Taz
FORM = "post post post post gone gone post in"  # who has no such permission at all learns nothing of the method
EVERYONE = "yes yes yes yes yes yes yes in"
WORKERS = "yes yes yes yes gone gone yes in"
MANAGERS = "gone gone yes yes gone gone gone in"
FILES = "gone gone gone gone yes gone gone in"

# route as the URL configuration writes it: (how to fill it, what each person gets)
MATRIX: dict[str, str] = {
    "": EVERYONE,
    "children/": WORKERS,
    "children/<str:public_id>/": CHILD,
    "children/<str:public_id>/who/": CHILD,
    "children/<str:public_id>/who/settled/<uuid:doubt>/": FORM,
    "children/<str:public_id>/chronology/": CHILD,
    "children/<str:public_id>/due/": CHILD,
    "children/<str:public_id>/due/<uuid:item>/": CHILD,
    "children/<str:public_id>/entries/<uuid:entry>/": CHILD,
    "team/": MANAGERS,
    "team/workers/<uuid:worker>/": MANAGERS,
    "team/waiting/": MANAGERS,
    "team/waiting/<uuid:case>/": MANAGERS,
    "team/allocations/<uuid:allocation>/undo/": "gone gone post post gone gone gone in",
    "team/cases/<uuid:case>/close/": MANAGERS,
    "team/cases/<uuid:case>/reopen/": "gone gone post post gone gone gone in",
    "team/not-seen/": MANAGERS,
    "imports/": FILES,
    "imports/<str:public_id>/": FILES,
    "imports/<str:public_id>/progress/": FILES,
    "imports/<str:public_id>/report/": FILES,
    "imports/<str:public_id>/confirm/": "gone gone gone gone post gone gone in",
    "imports/<str:public_id>/resume/": "gone gone gone gone post gone gone in",
    "imports/<str:public_id>/drop/": "gone gone gone gone post gone gone in",
    "rules/": EVERYONE,
    "help/": EVERYONE,
    "unfinished/": WORKERS,
    "unfinished/save/": "post post post post gone gone post asked",
    "unfinished/signed-in/": WORKERS,
    "unfinished/<uuid:draft>/": "yes gone gone gone gone gone gone in",
    "unfinished/<uuid:draft>/discard/": FORM,
    "unfinished/<uuid:draft>/bring-back/": FORM,
    "children/<str:public_id>/visits/": CHILD,
    "children/<str:public_id>/visit/": CHILD,
    "children/<str:public_id>/visit/when-you-save/": FORM,
    "children/<str:public_id>/notes/<uuid:note>/": CHILD,
    "children/<str:public_id>/notes/<uuid:note>/add/": "on gone on on gone gone gone in",
    "children/<str:public_id>/notes/<uuid:note>/in-error/": CHILD,
    "children/<str:public_id>/happened/": CHILD,
    "children/<str:public_id>/happened/<slug:key>/": CHILD,
    "children/<str:public_id>/events/<uuid:event>/in-error/": CHILD,
    "children/<str:public_id>/happened/referral/": CHILD,
    r"^children/(?P<public_id>[\w-]+)/happened/(?P<key>referral-[a-z-]+)/$": CHILD,
    "children/<str:public_id>/events/<uuid:event>/referral-in-error/": CHILD,
    "set-up/": "gone gone gone gone gone gone gone gone",
    "council/": "gone gone gone gone gone yes gone in",
    "council/by-file/": "gone gone gone gone gone yes gone in",
}

# Routes that write: who may. For everyone else a POST finds nothing there, as a GET does of a page that is not theirs.
HOLDS = {"Amal", "Bea", "Sol"}
WRITES: dict[str, set[str]] = {
    "children/<str:public_id>/who/": HOLDS,
    "children/<str:public_id>/who/settled/<uuid:doubt>/": HOLDS,
    "children/<str:public_id>/visit/": HOLDS,
    "children/<str:public_id>/visit/when-you-save/": HOLDS,
    "children/<str:public_id>/notes/<uuid:note>/add/": HOLDS,
    "children/<str:public_id>/notes/<uuid:note>/in-error/": HOLDS,
    "children/<str:public_id>/happened/<slug:key>/": HOLDS,
    "children/<str:public_id>/events/<uuid:event>/in-error/": HOLDS,
    r"^children/(?P<public_id>[\w-]+)/happened/(?P<key>referral-[a-z-]+)/$": HOLDS,
    "children/<str:public_id>/events/<uuid:event>/referral-in-error/": HOLDS,
    "team/waiting/<uuid:case>/": {"Bea", "Sol"},
    "team/allocations/<uuid:allocation>/undo/": {"Bea", "Sol"},
    "team/cases/<uuid:case>/close/": {"Bea", "Sol"},
    "team/cases/<uuid:case>/reopen/": {"Bea", "Sol"},
    "imports/": {"Dara"},
    "imports/<str:public_id>/confirm/": {"Dara"},
    "imports/<str:public_id>/resume/": {"Dara"},
    "imports/<str:public_id>/drop/": {"Dara"},
    "unfinished/<uuid:draft>/discard/": {"Amal"},
    "unfinished/<uuid:draft>/bring-back/": {"Amal"},
    "council/": {"Ade"},
    "council/by-file/": {"Ade"},
}
