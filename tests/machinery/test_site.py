"""The site that journeys use is a real one: other processes, the same database, real transactions."""

import urllib.request

from django.contrib.sessions.models import Session
from django.utils import timezone

from tests.machinery.site import Site


def test_it_answers_and_its_static_files_too(site: Site) -> None:
    with urllib.request.urlopen(site.address + "/accounts/login/", timeout=20) as answer:
        assert answer.status == 200
    with urllib.request.urlopen(site.address + "/static/design/alongside.css", timeout=20) as answer:
        assert answer.headers["Content-Type"].startswith("text/css")


def test_a_test_works_in_its_database(site: Site) -> None:
    with site.inside("jobs"):
        Session.objects.create(session_key="of-the-site", session_data="", expire_date=timezone.now())
    with site.inside():
        assert Session.objects.filter(session_key="of-the-site").exists()
