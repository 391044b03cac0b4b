"""Reading workers, teams and who holds a role."""

from collections import defaultdict
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from alongside.platform.access.actor import Actor
from alongside.platform.access.models import Account
from alongside.platform.common.clock import today
from alongside.record.workers.models import Hub, RoleHeld, Team, Worker


def held_today() -> Q:
    day = today()
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def actor_of(account: Account) -> Actor:
    """Everything access asks about a signed-in account, in one query; two for who manages every team.

    A team manager holds their teams; a service manager holds every team of the council.
    """
    held = RoleHeld.objects.filter(held_today(), worker=OuterRef("pk")).values(
        pair=JSONObject(role="role", team="team_id")
    )
    worker = Worker.objects.filter(account=account, left_on=None).annotate(held=ArraySubquery(held)).first()
    if worker is None:
        return Actor(org=account.org, name=account.name, account_id=account.id)
    roles = frozenset(each["role"] for each in worker.held)
    teams = [UUID(each["team"]) for each in worker.held if each["role"] == "team_manager" and each["team"]]
    if "service_manager" in roles:
        teams = list(Team.objects.filter(org=account.org).values_list("id", flat=True))
    return Actor(
        org=account.org,
        name=worker.name,
        account_id=account.id,
        worker_id=worker.subject_id,
        roles=roles,
        holders=(worker.subject_id, *teams),
        teams=tuple(teams),
    )


def hubs(user: Actor) -> QuerySet[Hub]:
    """The hubs of the council with their teams."""
    return Hub.objects.filter(org=user.org).prefetch_related("teams").order_by("name")


def teams(user: Actor) -> QuerySet[Team]:
    """Every team of the council, by name."""
    return Team.objects.filter(org=user.org).order_by("name")


def workers(user: Actor) -> QuerySet[Worker]:
    """Everyone who works here now, by name."""
    return Worker.objects.filter(org=user.org, left_on=None).select_related("team").order_by("name")


def teams_managed(user: Actor) -> QuerySet[Team]:
    """The teams this person manages."""
    return Team.objects.filter(org=user.org, id__in=user.teams).select_related("hub").order_by("name")


def who_could_hold(user: Actor, team: UUID) -> QuerySet[Worker]:
    """Workers of a team who may hold children, by name."""
    direct = ("social_worker", "family_worker", "key_worker")
    holding = RoleHeld.objects.filter(held_today(), role__in=direct).values("worker_id")
    return workers(user).filter(team_id=team, subject_id__in=holding)


def team_for_new_children(user: Actor) -> Team | None:
    """Where a child goes when nothing names a team."""
    return Team.objects.filter(org=user.org).order_by("-takes_new", "name").first()


def managers_by_team(user: Actor, teams: set[UUID]) -> dict[UUID, list[str]]:
    """Names of the managers of each team; with none, the service managers, so that nothing is owed by nobody."""
    found: dict[UUID, list[str]] = defaultdict(list)
    over_all: list[str] = []
    rows = RoleHeld.objects.filter(
        held_today(), Q(role="team_manager", team_id__in=teams) | Q(role="service_manager"), org=user.org
    )
    for role, team, name in rows.order_by("worker__name").values_list("role", "team_id", "worker__name"):
        (over_all if role == "service_manager" else found[team]).append(name)
    return {team: found[team] or over_all for team in teams}
