"""The two definer functions: the only way facts are read for judging, and the only way due items are written.

They run as `alongside_engine`, not as the person saving: a worker who may not see a hidden fact must neither lose it
from the judging nor change what hangs on it (design §2).
"""

READ_FACTS = """
create function timescales_facts(wanted uuid[]) returns json
language sql stable security definer set search_path = public, pg_temp as $$
select json_build_object(
  'events', coalesce((select json_agg(json_build_array(
      s.subject_id, e.id, s.kind, s.happened_on, case when s.precise then s.happened end, s.recorded_at, s.voided_at,
      e.replaces_id, e.payload, s.part, e.case_id, s.episodes, c.line, e.source, s.restriction)
      order by s.happened, s.event_id)
    from chronology_eventsubject s join chronology_event e on e.id = s.event_id
    left join chronology_episode c on c.id = e.case_id
    where s.subject_id = any (wanted)), '[]'),
  'episodes', coalesce((select json_agg(json_build_array(
      p.subject_id, p.id, p.kind, p.started_on, p.ended_on, p.started_by, p.ended_by, p.case_id, p.restriction)
      order by p.started_on, p.id)
    from chronology_episode p where p.subject_id = any (wanted) and p.voided_at is null), '[]'),
  'kinds', coalesce((select json_object_agg(u.id, u.kind) from common_subject u where u.id = any (wanted)), '{}'),
  'go_live', coalesce((select json_object_agg(g.source, g.day) from timescales_golive g), '{}'))
$$;
"""

STORE_ITEMS = """
create function timescales_store(wanted uuid[], items jsonb) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
with given as materialized (select * from jsonb_to_recordset(items) as x(
    id uuid, org uuid, subject_id uuid, "case" uuid, rule text, edition text, obligation text, step int,
    opened_by uuid, counted_from date, due_on date, due_at timestamptz, status text, closed_by uuid, closed_on date,
    owed_by text, because text, restriction smallint, restricted bool)),
gone as (
  update timescales_dueitem d set status = 'withdrawn'
  where d.subject_id = any (wanted) and d.status <> 'withdrawn' and not exists (
    select 1 from given g where (g.subject_id, g.rule, g.obligation, g.step)
      = (d.subject_id, d.rule, d.obligation, d.step)))
insert into timescales_dueitem as d (
    id, org, subject_id, "case", rule, edition, obligation, step, opened_by, counted_from, due_on, due_at, status,
    closed_by, closed_on, owed_by, because, restriction, restricted)
select id, org, subject_id, "case", rule, edition, obligation, step, opened_by, counted_from, due_on, due_at, status,
    closed_by, closed_on, owed_by, because, restriction, restricted from given
on conflict on constraint dueitem_identity do update set
    "case" = excluded."case", edition = excluded.edition, opened_by = excluded.opened_by,
    counted_from = excluded.counted_from, due_on = excluded.due_on, due_at = excluded.due_at,
    status = excluded.status, closed_by = excluded.closed_by, closed_on = excluded.closed_on,
    owed_by = excluded.owed_by, because = excluded.because,
    restriction = excluded.restriction, restricted = excluded.restricted
where (d."case", d.edition, d.opened_by, d.counted_from, d.due_on, d.due_at, d.status, d.closed_by, d.closed_on,
       d.owed_by, d.because, d.restriction)
    is distinct from (excluded."case", excluded.edition, excluded.opened_by, excluded.counted_from, excluded.due_on,
       excluded.due_at, excluded.status, excluded.closed_by, excluded.closed_on, excluded.owed_by, excluded.because,
       excluded.restriction)
$$;
"""

LOCK = """
create function timescales_lock(wanted uuid[]) returns void
language plpgsql volatile set search_path = public, pg_temp as $$
declare each uuid;
begin
  for each in select distinct unnest(wanted) order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended(each::text, 0));
  end loop;
end $$;
"""

OWNED = """
alter function timescales_facts(uuid[]) owner to alongside_engine;
alter function timescales_store(uuid[], jsonb) owner to alongside_engine;
"""
