"""Every address: each area's own. An area without a page yet has no urls.py."""

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(import_module(f"{area}.urls"))) for area in settings.AREAS if find_spec(f"{area}.urls")
]
handler400 = "alongside.config.uploads.bad_request"
