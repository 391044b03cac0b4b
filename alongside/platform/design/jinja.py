"""The Jinja environment of every page: autoescaped, strict, with our words for dates and the GOV.UK macros.

Settings name it: ``TEMPLATES = [{"BACKEND": "django.template.backends.jinja2.Jinja2", "APP_DIRS": True,
"OPTIONS": {"environment": "alongside.platform.design.jinja.environment"}}]``.
"""

from collections.abc import MutableMapping
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
)

from alongside.platform.common import clock, words
from alongside.platform.design import fields
from alongside.platform.design.drawings.life_strip import life_strip
from alongside.platform.design.drawings.load_bar import load_bar, load_words

GOVUK = "govuk_frontend_jinja/"


class PageEnvironment(Environment):
    """Strict everywhere but inside the GOV.UK macros.

    Those ask for optional parameters that were not given, which a strict environment refuses; so templates
    whose name begins with ``govuk_frontend_jinja/`` are compiled by a lenient twin and used like any other.
    """

    govuk: Environment | None = None

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        if self.govuk is not None and isinstance(name, str) and name.startswith(GOVUK):
            return self.govuk.get_template(name, parent, globals)
        return super().get_template(name, parent, globals)


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named page: ``url('child', public_id)``. An unknown name is an error, never a dead link."""
    return reverse(name, args=args, kwargs=kwargs)


def environment(**options: Any) -> Environment:
    """Build the environment for Django's Jinja2 backend, which passes the loader of all ``jinja2/`` folders."""
    options.update(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    options["loader"] = _our_loaders(options.get("loader"))
    made = PageEnvironment(**options)
    made.globals.update(static=static, url=url)
    made.globals.update(macro_for=fields.macro_for, params_for=fields.params_for, element_id=fields.element_id)
    made.globals.update(messages_of=fields.messages_of)
    made.globals.update(life_strip=life_strip, load_bar=load_bar, load_words=load_words)
    made.filters.update(
        london_date=clock.london_date,
        capital=words.capital,
        long_date=words.long_date,
        short_date=words.short_date,
        day_month=words.day_month,
        full_date=words.full_date,
        month_year=words.month_year,
        time_of_day=words.time_of_day,
        how_many=words.how_many,
        listed=words.listed,
    )
    made.govuk = _govuk_macros()
    return made


def _our_loaders(loader: BaseLoader | None) -> BaseLoader:
    """The pages' own folders first, then ours, for whoever builds an environment without Django."""
    ours = PackageLoader("alongside.platform.design", "jinja2")
    return ChoiceLoader([loader, ours]) if loader else ours


def _govuk_macros() -> Environment:
    """Its templates name each other as ``govuk_frontend_jinja/…``, so the package stands behind that prefix."""
    package = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja", "templates")})
    return Environment(loader=package, autoescape=True, undefined=Undefined, trim_blocks=True, lstrip_blocks=True)
