"""Addresses of safeguarding: what happened to a child, and taking back what was recorded in error."""

from django.urls import path

from alongside.practice.safeguarding import views

app_name = "safeguarding"
urlpatterns = [
    path("children/<str:public_id>/happened/", views.happenings, name="happenings"),
    path("children/<str:public_id>/happened/<slug:key>/", views.happened, name="happened"),
    path("children/<str:public_id>/events/<uuid:event>/in-error/", views.in_error, name="in_error"),
]
