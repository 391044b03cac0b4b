"""Adding hubs, teams, workers and the roles they hold."""

from uuid import UUID

from django.db import transaction

from alongside.platform.access.actor import Actor
from alongside.platform.access.models import Account
from alongside.platform.access.roles import ROLES
from alongside.platform.audit.actions import note_write
from alongside.platform.common.clock import today
from alongside.platform.common.errors import Refused
from alongside.platform.common.models import Subject
from alongside.record.workers.models import Hub, RoleHeld, Team, Worker


@transaction.atomic
def add_hub(*, by: Actor, name: str) -> Hub:
    """A hub of this name, or the one there is."""
    hub, new = Hub.objects.get_or_create(org=by.org, name=name.strip())
    if new:
        note_write(by, "hub.added", [], hub.id)
    return hub


@transaction.atomic
def add_team(*, by: Actor, hub: Hub, name: str, takes_new: bool = False) -> Team:
    """A team of this name, or the one there is. The first team takes new children until another does."""
    if takes_new:
        Team.objects.filter(org=by.org, takes_new=True).update(takes_new=False)
    first = takes_new or not Team.objects.filter(org=by.org, takes_new=True).exists()
    team, new = Team.objects.get_or_create(org=by.org, name=name.strip(), defaults={"hub": hub, "takes_new": first})
    if takes_new and not team.takes_new:
        Team.objects.filter(id=team.id).update(takes_new=True)
    if new:
        note_write(by, "team.added", [], team.id)
    return team


@transaction.atomic
def add_worker(*, by: Actor, name: str, email: str = "", job_title: str = "", team: Team | None = None) -> Worker:
    """A worker, without an account yet. Raises Refused if another worker has this e-mail address."""
    email = email.strip().lower()
    if email and Worker.objects.filter(org=by.org, email=email).exists():
        raise Refused(f"A worker with the address {email} is already here. Nothing was added.")
    subject = Subject.objects.create(kind=Subject.Kind.WORKER, org=by.org)
    worker = Worker.objects.create(
        subject=subject, org=by.org, name=name.strip(), email=email, job_title=job_title.strip(), team=team
    )
    note_write(by, "worker.added", [subject.id], name)
    return worker


@transaction.atomic
def give_role(*, by: Actor, worker: Worker, role: str, team: Team | None = None) -> RoleHeld:
    """From today this worker holds the role. Giving it twice changes nothing."""
    if role not in ROLES:
        raise Refused(f"There is no role “{role}”. The roles are: {', '.join(ROLES)}.")
    held, new = RoleHeld.objects.get_or_create(org=by.org, worker=worker, role=role, team=team, until=None)
    if new:
        note_write(by, "role.given", [worker.subject_id], f"{role} {team or ''}")
    return held


@transaction.atomic
def end_role(*, by: Actor, held: RoleHeld) -> None:
    """From today they no longer hold it."""
    held.until = today()
    held.save(update_fields=["until"])
    note_write(by, "role.ended", [held.worker_id], held.role)


@transaction.atomic
def open_account(*, by: Actor, worker: Worker, password: str | None = None) -> Account:
    """Let a worker sign in with their e-mail address. Without a password they set one through “forgotten password”."""
    if worker.account_id:
        raise Refused(f"{worker.name} can already sign in.")
    if not worker.email:
        raise Refused(f"{worker.name} has no e-mail address. Add one first.")
    if Account.objects.filter(email__iexact=worker.email).exists():
        raise Refused(f"Somebody signs in with {worker.email} already. Nothing was changed.")
    account = Account.objects.create_user(worker.email, password, org=by.org, name=worker.name)
    Worker.objects.filter(pk=worker.pk).update(account=account)
    worker.account = account
    note_write(by, "account.opened", [worker.subject_id])
    return account


def find_worker(*, by: Actor, name_or_email: str) -> UUID | None:
    """The one worker of this e-mail address or exact name; None if there is none, or more than one of the name."""
    wanted = name_or_email.strip()
    named = {"email": wanted.lower()} if "@" in wanted else {"name__iexact": wanted}
    found = list(Worker.objects.filter(org=by.org, left_on=None, **named)[:2])
    return found[0].subject_id if len(found) == 1 else None
