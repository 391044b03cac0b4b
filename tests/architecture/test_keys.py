"""Foreign keys point down (design §5): an area can be taken out without touching what lies below it."""

import pytest
from django.apps import apps

from tests.architecture.keys import pointers, points_up

PEOPLE, CASEWORK = "alongside.record.people.models", "alongside.record.casework.models"
LIBRARY, ACCOUNTS = "allauth.account.models", "alongside.platform.access.models"
WORKERS, COMMON = "alongside.record.workers.models", "alongside.platform.common.models"


def test_every_foreign_key_points_down():
    faults = [
        f"{field} ({here}) points up to {there}"
        for here, field, there in pointers(apps.get_models(include_auto_created=True))
        if points_up(here, there)
    ]
    assert not faults, "\n".join(faults)


def test_the_walk_finds_keys():
    assert any(here.startswith("alongside.record") for here, _, _ in pointers(apps.get_models()))


@pytest.mark.parametrize(
    ("here", "there"), [(PEOPLE, CASEWORK), (PEOPLE, WORKERS), (COMMON, PEOPLE), (LIBRARY, PEOPLE)]
)
def test_it_bites_a_key_that_points_up_or_across(here, there):
    assert points_up(here, there)


@pytest.mark.parametrize(
    ("here", "there"), [(CASEWORK, PEOPLE), (PEOPLE, PEOPLE), (PEOPLE, LIBRARY), (LIBRARY, ACCOUNTS)]
)
def test_it_accepts_a_key_that_points_down(here, there):
    assert not points_up(here, there)
