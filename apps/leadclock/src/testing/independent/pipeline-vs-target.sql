-- pipeline value at as_of / the target of kpi pipeline-value whose period holds as_of; volume likewise; same team or rep as asked
with goal as (
  select distinct on (data->>'kpi', data->>'team', data->>'rep') data->>'kpi' as kpi, data->>'team' as team, data->>'rep' as rep, (data->>'value')::numeric as target
  from event, asked q where type = 'target.set' and data->>'kpi' in ('pipeline-value', 'pipeline-volume') and at <= q.as_of
    and day_start((data->'period'->>'from')::date) <= q.as_of and q.as_of < day_start((data->'period'->>'to')::date + 1)
  order by data->>'kpi', data->>'team', data->>'rep', place desc
), goals as (
  select {by} max(target) filter (where kpi = 'pipeline-value') as of_value, max(target) filter (where kpi = 'pipeline-volume') as of_volume
  from goal where {whose} {group}
), pipeline as (
  select {by} coalesce(sum(value) filter (where excluded is null), 0) as value, count(*) as volume,
    array_agg(excluded) filter (where excluded is not null) as excluded
  from ({pipeline-value}) deals {group}
)
select {by} coalesce(p.value, 0) / g.of_value as value, coalesce(p.volume, 0) / g.of_volume as volume, p.excluded from pipeline p natural full join goals g
