"""Addresses of unfinished writing."""

from django.urls import path

from alongside.tools.forms import views

app_name = "forms"
urlpatterns = [
    path("unfinished/", views.unfinished, name="unfinished"),
    path("unfinished/save/", views.autosave, name="autosave"),
    path("unfinished/signed-in/", views.signed_in, name="signed_in"),
    path("unfinished/<uuid:draft>/", views.words, name="words"),
    path("unfinished/<uuid:draft>/discard/", views.discard, name="discard"),
    path("unfinished/<uuid:draft>/bring-back/", views.bring_back, name="bring_back"),
]
