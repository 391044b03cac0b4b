"""Draws the pages of the gallery."""

from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from alongside.platform.design.jinja import environment
from alongside.platform.design.tests.gallery import people, shell

FOLDER = Path(__file__).parent
ERROR_PAGES = ("404", "400", "403", "403_csrf", "429", "500", "signed_out")
NAMES = ("day", "child", "chronology", "record", "why", "parts", "forms", *ERROR_PAGES)


@lru_cache(maxsize=1)
def made() -> Environment:
    """The product's own environment, with the gallery's folder first."""
    env = environment()
    env.loader = ChoiceLoader([FileSystemLoader(FOLDER), env.loader])
    return env


def draw(name: str) -> str:
    """The whole page; error pages with the empty context they are given in life."""
    template = made().get_template(f"{name}.html")
    if name in ERROR_PAGES:
        return template.render()
    return template.render(**shell.context(), **people.context(name))
