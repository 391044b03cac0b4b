"""Who a child is, as it stands above every page about them: the name they use first, then what we hold."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import NoReverseMatch, reverse
from markupsafe import Markup

from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import today
from alongside.platform.common.words import full_date, month_year
from alongside.record.casework.choices import LINES, ROLES_ON_A_CASE, STAGES
from alongside.record.casework.models import Allocation
from alongside.record.casework.selectors.cases import holders_of
from alongside.record.chronology.models import Episode
from alongside.record.chronology.selectors import open_episodes
from alongside.record.people.choices import ETHNICITY
from alongside.record.people.models import Person
from alongside.record.people.names import age_of, first_name, initials, is_named, name_of, sex_in_words

# The sections of a child's record: only pages that exist are listed.
SECTIONS = (
    ("desk:child", "Overview"),
    ("desk:chronology", "Chronology"),
    ("desk:due", "Due dates"),
    ("notes:visits", "Visits and notes"),
    ("desk:who", "Who this is"),
)


def stage_of(episodes: Iterable[Episode]) -> str:
    """ "Child protection plan", "Being assessed", or "Closed" when nothing is open."""
    kinds = {episode.kind for episode in episodes}
    return next((words for kind, words in STAGES.items() if kind in kinds), "Closed")


def child_bar(
    user: Actor,
    person: Person,
    here: str = "",
    episodes: Sequence[Episode] | None = None,
    holders: Sequence[Allocation] | None = None,
) -> dict[str, Any]:
    """`who`, `sections` and `record_href` for `design/child_page.html`. `here` names the page ("desk:due").

    Two queries, one fewer if the open episodes are given, and if who holds the child is.
    """
    held = open_episodes(user, [person.pk])[person.pk] if episodes is None else episodes
    holders = list(holders_of(user, [person.pk])) if holders is None else holders
    public_id = person.subject.public_id
    bar = {"who": _who(person, held, holders), "sections": _sections(public_id, here)}
    return bar | ({"record_href": _address("notes:record", public_id)} if user.may("visit.record") else {})


def _who(person: Person, episodes: Sequence[Episode], holders: Sequence[Allocation]) -> dict[str, Any]:
    href = reverse("desk:child", args=[person.subject.public_id])
    who: dict[str, Any] = {
        "name": name_of(person),
        "called": first_name(person),
        "initials": initials(person),
        "href": href,
        "public_id": person.subject.public_id,
        "facts": _facts(person),
        "short_facts": [fact for fact in (person.pronouns, _age(person)) if fact],
        "tags": _tags(episodes),
        "people": [_holder(each) for each in holders] or [_nobody(episodes)],
    }
    if not is_named(person):
        who["gap"] = {"text": "Name not known", "href": _address("desk:who", person.subject.public_id), "link": "Add"}
    return who


def _nobody(episodes: Sequence[Episode]) -> dict[str, str]:
    waits = any(episode.kind == "case" for episode in episodes)
    return {"role": "Worker", "name": "Nobody yet: waiting to be given one" if waits else "Nobody: no case is open"}


def _facts(person: Person) -> list[str | Markup]:
    given = f"{person.given_names} {person.family_name}".strip()
    facts: list[str | Markup] = []
    if person.known_as and given:
        facts.append(Markup("Full name {}, <b>likes {}</b>").format(given, person.known_as))
    ethnicity = ETHNICITY.get(person.ethnicity, "")
    reference = Markup("Reference <b>{}</b>").format(person.council_ref) if person.council_ref else ""
    more = (person.pronouns or sex_in_words(person), _age(person), ethnicity, reference)
    return facts + [fact for fact in more if fact]


def _age(person: Person) -> str | Markup:
    if person.died_on:
        return Markup("died {}").format(full_date(person.died_on))
    if person.born_on:
        return Markup("<b>{}</b>, born {}").format(age_of(person), full_date(person.born_on))
    if person.expected_on:
        return f"Not yet born, expected {month_year(person.expected_on)}"
    return "Birth date not known"


def _tags(episodes: Sequence[Episode]) -> list[dict[str, Any]]:
    kinds = {episode.kind for episode in episodes}
    tags = [{"text": words, "legal": True} for kind, words in STAGES.items() if kind in kinds and kind != "case"]
    lines = {LINES.get(episode.line, "") for episode in episodes if episode.kind == "case"}
    return tags + [{"text": line} for line in sorted(lines) if line]


def _holder(each: Allocation) -> dict[str, str]:
    since = full_date(each.started_on) if each.started_on != today() else "today"
    return {"role": ROLES_ON_A_CASE.get(each.role, each.role), "name": f"{each.worker.name}, since {since}"}


def _sections(public_id: str, here: str) -> list[dict[str, Any]]:
    found = [(name, text, _address(name, public_id)) for name, text in SECTIONS]
    return [{"href": href, "text": text, "current": name == here} for name, text, href in found if href]


def _address(name: str, public_id: str) -> str:
    try:
        return reverse(name, args=[public_id])
    except NoReverseMatch:
        return ""
