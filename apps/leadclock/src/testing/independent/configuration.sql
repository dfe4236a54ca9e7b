-- Configuration: the history of an item is all its events sorted by (effect, time, source, id); before the first version of an item its first version holds (rule 12).
create table version as
with said as (
  select type, subject as item, place, data, coalesce((data->>'effective_from')::timestamptz, at) as effect
  from event where type in ('rep.set', 'team.set', 'calendar.set', 'pipeline.set', 'policy.set')
)
select type, item, place, data, case when row_number() over w = 1 then '-infinity' else effect end as since,
  coalesce(lead(effect) over w, 'infinity') as until
from said window w as (partition by type, item order by effect, place);

create table rep_version as select item as rep, data->>'team' as team, place, since from version where type = 'rep.set';

-- Rule 10: the stages of each pipeline in order, from when until when. A stage that a pipeline lacks has no rank.
create table stage_in_order as
select v.item as pipeline, v.since, v.until, (ord - 1)::int as rank, s->>'id' as stage, (s->>'probability')::numeric as probability,
  (select min(o)::int - 1 from jsonb_array_elements(v.data->'stages') with ordinality as list (t, o) where t->>'role' = 'opportunity') as opportunity
from version v, jsonb_array_elements(v.data->'stages') with ordinality as list (s, ord)
where v.type = 'pipeline.set';

-- DESIGN.md, Configuration: an instant is working time if the calendar's version in force at that instant says so. Outside of these months nothing is asked.
create table working as
select c.calendar, greatest(c.opens, c.since) as since, least(c.closes, c.until) as until
from (
  select v.item as calendar, v.since, v.until,
    (day::date + (hours->>0)::time) at time zone (v.data->>'zone') as opens, (day::date + (hours->>1)::time) at time zone (v.data->>'zone') as closes
  from version v, generate_series('2025-09-01'::timestamp, '2025-12-20', '1 day') as day,
    jsonb_array_elements(v.data->'week'->to_char(day, 'dy')) as hours
  where v.type = 'calendar.set' and not exists (
    select from jsonb_array_elements(v.data->'holidays') as h where (h->>'date')::date = day::date)
) c where c.opens < c.until and c.closes > c.since;
insert into working values ('always', '-infinity', 'infinity');
create index on working (calendar, since);
analyze working;
