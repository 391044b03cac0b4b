"""Addresses of the desk: a day, a caseload, a child, a team."""

from django.urls import path

from alongside.entrances.desk.views import child, chronology, closing, due, event, my_day, rules, team, who

app_name = "desk"
urlpatterns = [
    path("", my_day.my_day, name="my_day"),
    path("children/", my_day.caseload, name="caseload"),
    path("children/<str:public_id>/", child.child, name="child"),
    path("children/<str:public_id>/who/", who.who, name="who"),
    path("children/<str:public_id>/who/settled/<uuid:doubt>/", who.settle, name="settle"),
    path("children/<str:public_id>/chronology/", chronology.chronology, name="chronology"),
    path("children/<str:public_id>/due/", due.due, name="due"),
    path("children/<str:public_id>/due/<uuid:item>/", due.why, name="why"),
    path("children/<str:public_id>/entries/<uuid:entry>/", event.event, name="event"),
    path("team/", team.team, name="team"),
    path("team/workers/<uuid:worker>/", team.held_by_worker, name="held_by_worker"),
    path("team/waiting/", team.waiting, name="waiting"),
    path("team/waiting/<uuid:case>/", team.allocate, name="allocate"),
    path("team/allocations/<uuid:allocation>/undo/", team.undo, name="undo_allocation"),
    path("team/cases/<uuid:case>/close/", closing.close, name="close"),
    path("team/cases/<uuid:case>/reopen/", closing.reopen, name="reopen"),
    path("team/not-seen/", team.not_seen, name="not_seen"),
    path("rules/", rules.rules, name="rules"),
    path("help/", rules.help_page, name="help"),
]
