"""Reading workers, teams and who holds a role."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from alongside.platform.access.actor import Actor
from alongside.platform.access.models import Account
from alongside.platform.access.roles import ROLES
from alongside.platform.common.clock import today
from alongside.record.workers.models import Hub, RoleHeld, Team, Worker


def held_today() -> Q:
    day = today()
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


# By hand: every request asks this, and Django took ten times as long to build it as PostgreSQL to answer it.
WHO_ACTS = """
select w.subject_id, w.name, r.role, r.team_id from workers_worker w
left join workers_roleheld r on r.worker_id = w.subject_id and r.since <= %s and (r.until is null or r.until > %s)
where w.account_id = %s and w.left_on is null"""


def actor_of(account: Account) -> Actor:
    """Everything access asks about a signed-in account, in one query; two for who manages every team.

    A team manager holds their teams; a service manager holds every team of the council.
    """
    with connection.cursor() as cursor:
        cursor.execute(WHO_ACTS, [today(), today(), account.pk])
        rows = cursor.fetchall()
    if not rows:
        return Actor(org=account.org, name=account.name, account_id=account.id)
    worker, name = rows[0][:2]
    roles = frozenset(role for _, _, role, _ in rows if role)
    teams = [team for _, _, role, team in rows if role == "team_manager" and team]
    if "service_manager" in roles:
        teams = list(Team.objects.filter(org=account.org).values_list("id", flat=True))
    return Actor(
        org=account.org,
        name=name,
        account_id=account.id,
        worker_id=worker,
        roles=roles,
        holders=(worker, *teams),
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
    return holders_of_teams(user, [team])


def holders_of_teams(user: Actor, teams: Iterable[UUID]) -> QuerySet[Worker]:
    """Workers of these teams who may hold children, by team and name."""
    direct = [key for key, role in ROLES.items() if role.direct]
    holding = RoleHeld.objects.filter(held_today(), role__in=direct).values("worker_id")
    return workers(user).filter(team_id__in=list(teams), subject_id__in=holding).order_by("team__name", "name")


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
