"""Addresses of visits and notes: all under the child they are about."""

from django.urls import path

from alongside.tools.notes.views import in_error, reading, record

app_name = "notes"
urlpatterns = [
    path("children/<str:public_id>/visits/", reading.visits, name="visits"),
    path("children/<str:public_id>/visit/", record.record, name="record"),
    path("children/<str:public_id>/visit/when-you-save/", record.when_you_save, name="when_you_save"),
    path("children/<str:public_id>/notes/<uuid:note>/", reading.note, name="note"),
    path("children/<str:public_id>/notes/<uuid:note>/add/", reading.add, name="add"),
    path("children/<str:public_id>/notes/<uuid:note>/in-error/", in_error.in_error, name="in_error"),
]
