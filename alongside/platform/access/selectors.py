"""Reading who stands where: what an actor may see at all, and their standing to some subjects."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from alongside.platform.access.actor import Actor
from alongside.platform.access.decisions import Standing, decide
from alongside.platform.common.clock import today

# Both put together by hand: they are asked at every turn, and Django took ten times as long to build them as PostgreSQL
# to answer them.
VISIBLE = """
select t.subject_id from (select %s::uuid[] as holders, %s::date as day) me
join access_tie t on t.holder = any (me.holders) and t.since <= me.day and (t.until is null or t.until > me.day)
join common_subject s on s.id = t.subject_id
where t.section = ''
and not exists (select from access_exclusion x where x.subject_id = t.subject_id and x.holder = any (me.holders)
    and x.since <= me.day and (x.until is null or x.until > me.day))
and (not s.restricted or exists (select from access_restriction r where r.subject_id = t.subject_id
    and r.holder = any (me.holders) and r.since <= me.day and (r.until is null or r.until > me.day)))"""


def visible(actor: Actor) -> RawSQL:
    """Ids of the subjects an actor may see today, as a subquery for `subject_id__in=`. Nothing by default."""
    holders = list(actor.holders) if actor.may("child.read") else []
    # The text is constant and every value a parameter.
    return RawSQL(VISIBLE, [holders, today()])  # nosec B611


STANDING = """
select s.id, s.restricted,
  exists (select from access_exclusion x where x.subject_id = s.id and x.holder = any (me.holders)
    and x.since <= me.day and (x.until is null or x.until > me.day)),
  exists (select from access_restriction r where r.subject_id = s.id and r.holder = any (me.holders)
    and r.since <= me.day and (r.until is null or r.until > me.day)),
  (select json_agg(json_build_array(t.basis, t.section)) from access_tie t
    where t.subject_id = s.id and t.holder = any (me.holders)
    and t.since <= me.day and (t.until is null or t.until > me.day))
from common_subject s, (select %s::uuid[] as holders, %s::date as day) me
where s.org = %s and s.id = any (%s::uuid[])"""


def standing(actor: Actor, subjects: Iterable[UUID]) -> dict[UUID, Standing]:
    """The actor's standing to each subject that exists in their council, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [list(actor.holders), today(), actor.org, list(subjects)])
        return {
            subject: Standing(
                subject=subject,
                bases=tuple((basis, section) for basis, section in bases or ()),
                excluded=excluded,
                restricted=restricted,
                cleared=cleared,
            )
            for subject, restricted, excluded, cleared, bases in cursor.fetchall()
        }


def allowed(actor: Actor, subjects: Iterable[UUID], act: str, section: str = "") -> set[UUID]:
    """Those of the subjects for which `decide` says yes."""
    return {s.subject for s in standing(actor, subjects).values() if decide(actor, s, section, act).allowed}
