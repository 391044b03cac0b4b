"""An area reaches another only through its actions, selectors, policy, facts and choices (design §5)."""

from django.conf import settings

from tests.architecture.house import AREAS, area_of
from tests.architecture.imports import models_fetched_by_name, trespasses
from tests.architecture.sources import PRODUCT, modules, python_from


def test_every_area_is_entered_by_its_public_rooms_only():
    faults = [
        fault
        for module in modules()
        for fault in trespasses(module.name, module.tree, is_package=module.path.name == "__init__.py")
    ]
    assert not faults, "\n".join(faults)


def test_no_model_is_fetched_round_the_rooms():
    """`get_model` belongs in migrations, where models have no other address."""
    faults = [
        f"{module.shown}:{line}"
        for module in modules()
        if not module.is_migration
        for line in models_fetched_by_name(module.tree)
    ]
    assert not faults, faults


def test_every_module_lies_in_an_area_the_house_knows():
    tiers = {"alongside", *(f"alongside.{tier}" for tier in ("platform", "record", "tools", "practice", "entrances"))}
    strays = [module.shown for module in modules() if module.name not in tiers and area_of(module.name) is None]
    assert not strays, f"Name these areas in tests/architecture/house.py: {strays}"


def test_every_area_the_house_knows_is_there():
    missing = [area for area in sorted(AREAS) if not (PRODUCT / area.replace(".", "/")).exists()]
    missing = [area for area in missing if not (PRODUCT / f"{area.replace('.', '/')}.py").exists()]
    assert not missing, f"An area comes with its first record, never empty: {missing}"


def test_it_bites_an_import_of_another_areas_models():
    tree = python_from("from alongside.record.people.models import Person\nPerson.objects.all()")
    assert len(trespasses("alongside.practice.referrals.actions", tree)) == 1


def test_it_lets_another_areas_model_be_named_as_a_type():
    tree = python_from(
        "from alongside.record.people.models import Person\n"
        "def open_case(*, person: Person) -> list[Person]:\n"
        "    found: Person = person\n"
        "    return [found]\n"
    )
    assert trespasses("alongside.practice.referrals.actions", tree) == []


def test_it_bites_an_import_of_an_area_whole():
    tree = python_from("from alongside.record import people")
    assert len(trespasses("alongside.entrances.desk.views", tree)) == 1


def test_it_bites_a_relative_import_into_a_sibling():
    tree = python_from("from ..people.views import show")
    assert len(trespasses("alongside.record.workers.views", tree)) == 1


def test_it_lets_public_and_named_rooms_be_used():
    tree = python_from(
        "from alongside.record.people import selectors\n"
        "from alongside.record.people.actions import add_person\n"
        "from alongside.record.timescales.engine.facts import Fact\n"
        "from alongside.platform.common.clock import today\n"
        "from .models import Referral\n"
    )
    assert trespasses("alongside.practice.referrals.actions", tree) == []


def test_it_bites_a_model_fetched_by_name():
    assert list(models_fetched_by_name(python_from('apps.get_model("people", "Person")'))) == [1]


def test_only_timescales_writes_the_chronologys_rows():
    tree = python_from("from alongside.record.chronology.models import Event\nEvent().save()")
    assert trespasses("alongside.record.timescales.actions", tree) == []
    assert len(trespasses("alongside.record.casework.actions", tree)) == 1


def test_the_settings_install_the_house_in_its_order():
    installed = [area.removeprefix("alongside.") for area in settings.AREAS]
    assert set(installed) == AREAS - {"config", "demo", "entrances.command_line"}
    tiers = [area.partition(".")[0] for area in installed]
    assert tiers == sorted(tiers, key=["platform", "record", "tools", "practice", "entrances"].index)
