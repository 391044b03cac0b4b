"""Foreign keys point down: from an area to itself or to a lower one."""

from collections.abc import Iterable, Iterator

from django.db import models

from tests.architecture.house import HEIGHT, area_of


def pointers(found: Iterable[type[models.Model]]) -> Iterator[tuple[str, str, str]]:
    """(module of the model, model.field, module of the target) for every key to another model."""
    for model in found:
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.is_relation and field.related_model:
                yield model.__module__, f"{model.__name__}.{field.name}", field.related_model.__module__


def points_up(here: str, there: str) -> bool:
    """Whether a key from a model in module `here` to one in module `there` breaks the order.

    Models of Django and of libraries lie below everything of ours, but for the account, which libraries point to.
    """
    below, above = area_of(there), area_of(here)
    if below is None or below == above:
        return False
    if above is None:
        return below != "platform.access"
    return HEIGHT[below] >= HEIGHT[above]
