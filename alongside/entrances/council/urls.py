"""Addresses of the set-up."""

from django.urls import path

from alongside.entrances.council import views

app_name = "council"
urlpatterns = [
    path("set-up/", views.first, name="first"),
    path("council/", views.set_up, name="set_up"),
    path("council/by-file/", views.by_file, name="by_file"),
]
