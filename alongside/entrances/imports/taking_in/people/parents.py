"""Parents that a row names. Brothers and sisters of one household share theirs: one name there is one person."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from alongside.entrances.imports.choices import Kind
from alongside.entrances.imports.comparing import Content
from alongside.entrances.imports.comparing.people_content import HOME
from alongside.entrances.imports.models import ImportedChild
from alongside.entrances.imports.people_file import Parent
from alongside.entrances.imports.taking_in.job import Job
from alongside.record.people.actions import register_person, relate
from alongside.record.people.selectors import by_ids, family_of

NameInHousehold = tuple[str, str]


def add_parents(job: Job, person: Any, content: Content, parents: Sequence[Parent], records: dict[str, str]) -> None:
    """Add those not known yet as parents of the child. Whether they hold parental responsibility is as the file says,
    and not known where it does not say: it is never assumed (Children Act 1989 s3)."""
    held = {_full_name(each.other).casefold() for each in family_of(job.by, person)}
    household = content.get(HOME, {}).get("household", "")
    for parent in parents:
        name = parent.name.strip()
        if not name or name.casefold() in held:
            continue
        held.add(name.casefold())
        other = _known(job, household, name) or _register(job, household, name)
        records[f"parent {name}"] = str(other.pk)
        relate(by=job.by, person=person, other=other, kind="parent", parental_responsibility=parent.responsibility)


def _known(job: Job, household: str, name: str) -> Any:
    key = _of_households(job.run, job.by.org).get((household, name.casefold())) if household else None
    return by_ids(job.by, [key]).get(key) if key else None


def _register(job: Job, household: str, name: str) -> Any:
    given, _, family = name.rpartition(" ")
    person = register_person(
        by=job.by, is_child=False, source=job.source, given_names=given[:120], family_name=family[:120]
    )
    if household:
        _of_households(job.run, job.by.org)[household, name.casefold()] = person.pk
    return person


@lru_cache(maxsize=1)
def _of_households(run: UUID, org: UUID) -> dict[NameInHousehold, UUID]:
    """Parents that earlier rows and files made, by household and name; read once a run."""
    known: dict[NameInHousehold, UUID] = {}
    rows = ImportedChild.objects.filter(org=org, kind=Kind.PEOPLE).values_list("content", "records")
    for content, records in rows.iterator(chunk_size=1000):
        household = content.get(HOME, {}).get("household", "")
        if household:
            for name, key in records.items():
                known[household, name.removeprefix("parent ").casefold()] = UUID(key)
    return known


def _full_name(person: Any) -> str:
    return f"{person.given_names} {person.family_name}".strip()


def forget_households() -> None:
    """Read them anew: some may not have been written after all."""
    _of_households.cache_clear()
