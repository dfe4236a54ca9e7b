-- won-revenue from the period's first day to the earlier of its last and as_of / the target of that team, rep or (neither) company whose period equals the window
with target as (
  select distinct on (data->>'team', data->>'rep') data->>'team' as team, data->>'rep' as rep, (data->>'value')::numeric as target,
    day_start((data->'period'->>'from')::date) as a, day_start((data->'period'->>'to')::date + 1) as b
  from event, asked q where type = 'target.set' and data->>'kpi' = 'won-revenue' and at <= q.as_of
    -- a calendar window's target period is the whole calendar period (rule 23)
    and day_start((data->'period'->>'from')::date) = q."from" and day_start((data->'period'->>'to')::date + 1) >= q."to"
  order by data->>'team', data->>'rep', place desc
), won as ({won-revenue}),
reached as (
  select t.*, (select coalesce(sum(w.value), 0) from won w where w.at >= t.a and w.at < least(t.b, q.as_of)
    and (t.team is null or w.team = t.team) and (t.rep is null or w.rep = t.rep)) / t.target as value,
    (select array_agg(w.excluded) filter (where w.excluded is not null) from won w where w.at >= t.a and w.at < least(t.b, q.as_of)
      and (t.team is null or w.team = t.team) and (t.rep is null or w.rep = t.rep)) as excluded,
    extract(epoch from t.b - t.a) / extract(epoch from least(t.b, q.as_of) - t.a) as longer
  from target t, asked q
)
select {by} value, value * longer as pace, excluded from reached where {whose}
