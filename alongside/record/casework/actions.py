"""Opening, allocating and closing cases. Each writes its ties in the same transaction as the record."""

from datetime import date
from uuid import UUID

from alongside.platform.access.actions import end_ties, new_tie
from alongside.platform.access.actor import Actor
from alongside.platform.common.clock import today
from alongside.platform.common.errors import Clash, Refused
from alongside.platform.common.ids import new_id
from alongside.platform.common.words import full_date, listed
from alongside.record.casework import policy
from alongside.record.casework.choices import ALLOCATION_REASONS, HOLDS_OPEN, LEAD, ROLES_ON_A_CASE, STAGES
from alongside.record.casework.models import Allocation, Case
from alongside.record.chronology.selectors import open_episodes
from alongside.record.people.models import Person
from alongside.record.timescales.new_events import About, NewEvent
from alongside.record.timescales.writing import Writing, writing
from alongside.record.workers.models import Team, Worker

AREA = "record.casework"


def open_case(
    *,
    by: Actor,
    person: Person,
    team: Team,
    line: str,
    opened_on: date,
    source: str = "",
) -> Case:
    """Open a case with a team. The team's managers may know the child from this moment, and still when it is closed:
    somebody must be able to open the record when the child comes back, or asks for it."""
    with writing(by) as w:
        case = Case(id=new_id(), org=by.org, person=person, team=team, line=line, opened_on=opened_on)
        opened = w.event(
            NewEvent(
                kind="case.opened",
                happened=opened_on,
                about=(About(subject=person.pk),),
                area=AREA,
                case=case.id,
                payload={"line": line},
                source=source,
                ref=case.id,
            )
        )
        w.start_episode("case", person.pk, opened_on, opened, id=case.id, line=line, ref=case.id)
        w.keep(case)
        w.keep(new_tie(org=by.org, subject=person.pk, holder=team.id, basis="team", source=case.id))
    return case


def close_case(*, by: Actor, case: Case, closed_on: date, reason: str, source: str = "") -> Case:
    """Close a case: nobody holds it any more; its team's managers keep the record. The rules say which items end."""
    policy.check_may_close(by, case)
    if case.closed_on is not None:
        raise Clash(
            f"This was closed on {full_date(case.closed_on)}. Nothing was changed: look at it as it stands now."
        )
    if closed_on < case.opened_on:
        raise Refused("A case cannot close before it was opened. Nothing was changed.")
    if closed_on > today() and not by.is_system:
        raise Refused("This day has not come yet. Nothing was changed.")
    with writing(by) as w:
        if not by.is_system:
            _refuse_over_open_work(w, by, case)
        closed = w.event(_closed(case, closed_on, reason, source))
        w.change(case, closed_on=closed_on, closing_reason=reason)
        for each in [] if case._state.adding else Allocation.objects.filter(case=case, ended_on=None, withdrawn=False):
            end_allocation(by=by, allocation=each, ended_on=closed_on, ended_by=case.id)
        w.end_episode(w.episode(case.id), closed_on, closed)
    return case


def _refuse_over_open_work(w: Writing, by: Actor, case: Case) -> None:
    """A case does not close over an open plan or enquiry. The lock comes first: one may be starting this moment."""
    w.hold(case.person_id)
    held = open_episodes(by, [case.person_id])[case.person_id]
    still = [STAGES[each.kind].lower() for each in held if each.kind in HOLDS_OPEN and each.case_id == case.id]
    if still:
        raise Refused(f"Still open: {listed(still)}. Record how that ended first. Nothing was changed.")


def _closed(case: Case, day: date, reason: str, source: str) -> NewEvent:
    about = (About(subject=case.person_id),)
    said = {"reason": reason}
    return NewEvent(
        kind="case.closed", happened=day, about=about, area=AREA, case=case.id, payload=said, source=source, ref=case.id
    )


def reopen_case(*, by: Actor, case: Case) -> Case:
    """Take a closing back as if never made: who held the case that day holds it again. It stays, crossed out."""
    policy.check_may_allocate(by, case)
    if case.closed_on is None:
        raise Clash("This case is open. Nothing was changed.")
    with writing(by) as w:
        for closed in w.events_of(case.id, "case.closed"):
            w.void(closed, "Closing taken back")
        for each in Allocation.objects.filter(case=case, ended_by=case.id, withdrawn=False):
            _hold_again(by, each)
        w.change(case, closed_on=None, closing_reason="")
    return case


def move_case(*, by: Actor, case: Case, team: Team) -> Case:
    """Another team takes the case: its managers may know the child from now on, those of the team before no longer."""
    policy.check_may_allocate(by, case)
    if case.team_id == team.id:
        return case
    with writing(by) as w:
        w.change(case, team=team)
        w.note("case.moved", (case.person_id,), team.id)
        if not case._state.adding:
            end_ties(source=case.id)
        w.keep(new_tie(org=by.org, subject=case.person_id, holder=team.id, basis="team", source=case.id))
    return case


def allocate_case(
    *,
    by: Actor,
    case: Case,
    worker: Worker,
    reason: str,
    role: str = LEAD,
    note: str = "",
    started_on: date | None = None,
    source: str = "",
    instead_of: UUID | None = None,
) -> Allocation:
    """A worker holds the case from `started_on` (default today). `instead_of` is the allocation the page showed.

    Raises Clash when somebody else allocated meanwhile, Refused for a worker who has left, a role or reason unknown.
    """
    policy.check_may_allocate(by, case)
    _check(worker, reason, role)
    day, key = started_on or today(), new_id()
    with writing(by) as w:
        if not case._state.adding:
            _end_current(by, case, role, instead_of, day, key)
        allocation = Allocation(
            id=key, org=by.org, case=case, person_id=case.person_id, worker=worker, role=role, started_on=day,
            reason=reason, note=note,
        )  # fmt: skip
        _start(w, allocation, source)
        w.keep(allocation)
        w.keep(new_tie(org=by.org, subject=case.person_id, holder=worker.pk, basis="allocated", source=allocation.id))
    return allocation


def _start(w: Writing, allocation: Allocation, source: str) -> None:
    """The event and the episode of an allocation."""
    words = f"{allocation.worker.name} became {ROLES_ON_A_CASE[allocation.role].lower()}"
    key, case, person = allocation.id, allocation.case_id, allocation.person_id
    event = w.event(
        NewEvent(
            kind="allocation.started",
            happened=allocation.started_on,
            about=(About(subject=person, headline=words),),
            area=AREA,
            case=case,
            payload={"role": allocation.role, "reason": allocation.reason},
            source=source,
            ref=key,
        )
    )
    w.start_episode("allocation", person, allocation.started_on, event, id=key, case_id=case, ref=key)


def end_allocation(
    *, by: Actor, allocation: Allocation, ended_on: date | None = None, ended_by: UUID | None = None
) -> Allocation:
    """The worker no longer holds the case from this day. `ended_by`: see the model."""
    day = max(ended_on or today(), allocation.started_on)
    with writing(by) as w:
        event = w.event(
            NewEvent(
                kind="allocation.ended",
                happened=day,
                about=(
                    About(subject=allocation.person_id, headline=f"{allocation.worker.name} no longer works on this"),
                ),
                area=AREA,
                case=allocation.case_id,
                payload={"role": allocation.role},
                ref=allocation.id,
            )
        )
        w.change(allocation, ended_on=day, ended_by=ended_by)
        w.end_episode(w.episode(allocation.id), day, event)
        end_ties(source=allocation.id)
    return allocation


def undo_allocation(*, by: Actor, allocation: Allocation) -> None:
    """Take an allocation back as if never made; what it ended holds again. Both stay in the record, crossed out."""
    policy.check_may_allocate(by, allocation.case)
    if allocation.withdrawn or allocation.ended_on:
        raise Clash("This allocation has been changed since. Nothing was undone: look at it as it stands now.")
    with writing(by) as w:
        for started in w.events_of(allocation.id, "allocation.started"):
            w.void(started, "Allocation undone")
        w.change(allocation, withdrawn=True)
        end_ties(source=allocation.id)
        for before in Allocation.objects.filter(ended_by=allocation.id, withdrawn=False):
            _hold_again(by, before)


def _hold_again(by: Actor, before: Allocation) -> None:
    with writing(by) as w:
        for ended in w.events_of(before.id, "allocation.ended"):
            w.void(ended, "Allocation undone")
        w.change(before, ended_on=None, ended_by=None)
        w.keep(
            new_tie(org=by.org, subject=before.person_id, holder=before.worker_id, basis="allocated", source=before.id)
        )


def _check(worker: Worker, reason: str, role: str) -> None:
    if worker.left_on:
        raise Refused(f"{worker.name} no longer works here. Nothing was changed: choose someone else.")
    if reason not in ALLOCATION_REASONS:
        raise Refused("Choose a main reason from the list. Nothing was changed.")
    if role not in ROLES_ON_A_CASE:
        raise Refused("Choose a role from the list. Nothing was changed.")


def _end_current(by: Actor, case: Case, role: str, instead_of: UUID | None, day: date, taken_over: UUID) -> None:
    current = (
        Allocation.objects.select_for_update(of=("self",))
        .select_related("worker")
        .filter(case=case, role=role, ended_on=None, withdrawn=False)
        .first()
    )
    if (current.id if current else None) != instead_of:
        who = f"to {current.worker.name} " if current else ""
        raise Clash(f"This child was allocated {who}while you had the page open. Nothing was changed: look again.")
    if current:
        end_allocation(by=by, allocation=current, ended_on=day, ended_by=taken_over)
