"""Addresses of referrals. Its happenings all begin with "referral-", so they stand beside those of other areas."""

from django.urls import path, re_path

from alongside.practice.referrals import views

app_name = "referrals"
urlpatterns = [
    path("children/<str:public_id>/happened/referral/", views.happenings, name="happenings"),
    re_path(r"^children/(?P<public_id>[\w-]+)/happened/(?P<key>referral-[a-z-]+)/$", views.happened, name="happened"),
    path("children/<str:public_id>/events/<uuid:event>/referral-in-error/", views.in_error, name="in_error"),
]
