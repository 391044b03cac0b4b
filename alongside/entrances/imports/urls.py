"""Addresses of the data manager: files handed in, each with its preview, its progress and its report."""

from django.urls import path

from alongside.entrances.imports import views

app_name = "imports"
urlpatterns = [
    path("imports/", views.runs, name="runs"),
    path("imports/<str:public_id>/", views.run, name="run"),
    path("imports/<str:public_id>/progress/", views.progress, name="progress"),
    path("imports/<str:public_id>/report/", views.download, name="report"),
    path("imports/<str:public_id>/confirm/", views.confirm, name="confirm"),
    path("imports/<str:public_id>/resume/", views.resume, name="resume"),
    path("imports/<str:public_id>/drop/", views.drop, name="drop"),
]
