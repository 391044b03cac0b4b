"""Reading who stands where: what an actor may see at all, and their standing to some subjects."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from alongside.platform.access.actor import Actor
from alongside.platform.access.decisions import Standing, decide
from alongside.platform.access.models import Exclusion, Restriction, Tie
from alongside.platform.common.clock import today
from alongside.platform.common.models import Subject


def current() -> Q:
    """Held today."""
    day = today()
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


# Put together by hand: it stands inside most queries, and Django took ten times as long to build it as PostgreSQL to
# answer it.
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


def standing(actor: Actor, subjects: Iterable[UUID]) -> dict[UUID, Standing]:
    """The actor's standing to each subject that exists in their council, in one query."""
    mine = Q(subject_id=OuterRef("pk"), holder__in=actor.holders) & current()
    rows = Subject.objects.filter(id__in=list(subjects), org=actor.org).annotate(
        excluded=Exists(Exclusion.objects.filter(mine)),
        cleared=Exists(Restriction.objects.filter(mine)),
        bases=ArraySubquery(Tie.objects.filter(mine).values(pair=JSONObject(basis="basis", section="section"))),
    )
    return {
        row.id: Standing(
            subject=row.id,
            bases=tuple((tie["basis"], tie["section"]) for tie in row.bases or ()),
            excluded=row.excluded,
            restricted=row.restricted,
            cleared=row.cleared,
        )
        for row in rows
    }


def allowed(actor: Actor, subjects: Iterable[UUID], act: str, section: str = "") -> set[UUID]:
    """Those of the subjects for which `decide` says yes."""
    return {s.subject for s in standing(actor, subjects).values() if decide(actor, s, section, act).allowed}
