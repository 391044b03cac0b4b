"""Addresses of sign-in: allauth's own views, but for those by which somebody could change their own address.

An address is the worker's, kept by the council; changing it here would part the account from the worker.
"""

from allauth.account.urls import urlpatterns as account
from allauth.mfa.urls import urlpatterns as second_factor
from django.urls import URLPattern, include, path

NOT_HERE = {"account_email", "account_email_verification_sent", "account_confirm_email"}

here: list[URLPattern] = [each for each in account if each.name not in NOT_HERE]
urlpatterns = [path("accounts/", include(here)), path("accounts/2fa/", include(second_factor))]
