"""Reading cases and who holds them. First argument: the user."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.access.selectors import visible
from alongside.platform.common.errors import NotThere
from alongside.record.casework.models import Allocation, Case


def held_by(user: Actor, worker: UUID) -> QuerySet[Allocation]:
    """What a worker holds now, of the children this user may see, with the child: one query."""
    return (
        Allocation.objects.filter(
            org=user.org, worker_id=worker, ended_on=None, withdrawn=False, person_id__in=visible(user)
        )
        .select_related("person__subject")
        .order_by("person__family_name", "person__born_on")
    )


def held_in(user: Actor, teams: Iterable[UUID]) -> Iterable[tuple[UUID, UUID]]:
    """(child, worker) for everything held now in cases of these teams, of the children this user may see."""
    rows = Allocation.objects.filter(
        org=user.org, case__team_id__in=list(teams), ended_on=None, withdrawn=False, person_id__in=visible(user)
    )
    return rows.values_list("person_id", "worker_id")


def holders_of(user: Actor, people: Iterable[UUID]) -> QuerySet[Allocation]:
    """Who holds these children now, in which role."""
    rows = Allocation.objects.filter(org=user.org, person_id__in=list(people), ended_on=None, withdrawn=False)
    return rows.select_related("worker").order_by("role")


def cases_of(user: Actor, person: UUID) -> QuerySet[Case]:
    """The cases of one child, the latest first. The caller has already been given the child."""
    return Case.objects.filter(org=user.org, person_id=person).select_related("team").order_by("-opened_on")


def case_for_writing(user: Actor, case: UUID) -> Case:
    """One case of a child this user may see. Raises NotThere."""
    found = (
        Case.objects.filter(org=user.org, id=case, person_id__in=visible(user))
        .select_related("team", "person__subject")
        .first()
    )
    if found is None:
        raise NotThere("There is no such case.")
    return found


def waiting(user: Actor, teams: Iterable[UUID]) -> QuerySet[Case]:
    """Open cases of these teams that nobody holds, the longest waiting first."""
    held = Allocation.objects.filter(case=OuterRef("pk"), ended_on=None, withdrawn=False)
    return (
        Case.objects.filter(
            ~Exists(held), org=user.org, team_id__in=list(teams), closed_on=None, person_id__in=visible(user)
        )
        .select_related("person__subject", "team")
        .order_by("opened_on", "person__family_name")
    )


def open_cases(user: Actor, people: Iterable[UUID]) -> QuerySet[Case]:
    """The open cases of these children, the latest last. The caller has already been given the children."""
    return Case.objects.filter(org=user.org, person_id__in=list(people), closed_on=None).order_by("opened_on")


def allocation_for_writing(user: Actor, allocation: UUID) -> Allocation:
    """One allocation of a child this user may see. Raises NotThere."""
    rows = Allocation.objects.filter(org=user.org, id=allocation, person_id__in=visible(user))
    found = rows.select_related("case", "worker", "person__subject").first()
    if found is None:
        raise NotThere("There is no such allocation.")
    return found


def held_counts(user: Actor, workers: Iterable[UUID]) -> Counter[UUID]:
    """How many children each of these workers holds now. A number, never a name: it is not the reader's caseload."""
    rows = Allocation.objects.filter(org=user.org, worker_id__in=list(workers), ended_on=None, withdrawn=False)
    return Counter(rows.values_list("worker_id", flat=True))
