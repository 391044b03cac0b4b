"""Every address of the product, and whether its view says who may open it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver


@dataclass(frozen=True)
class Route:
    """One address pattern and what its view declares."""

    address: str
    view: str
    permission: str | None


def routes(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[Route]:
    """All routes below these patterns, depth first."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
            continue
        view = pattern.callback
        yield Route(address, f"{view.__module__}.{view.__qualname__}", getattr(view, "permission", None))


def undeclared(found: Iterable[Route], exceptions: Iterable[tuple[str, str]]) -> list[str]:
    """Routes that declare no permission and are not among the (module, reason) exceptions."""
    modules = tuple(module for module, _ in exceptions)
    return [f"{r.address} → {r.view}" for r in found if r.permission is None and not r.view.startswith(modules)]
