-- 1 − abs(actual − forecast) / actual over periods that lie in the window and have ended by as_of; per period, team and rep the last forecast from before
-- the period; several: 1 − sum of abs / sum of actual; bias = (forecast − actual) / actual; actual 0: null
with said as (
  select distinct on (data->'period', data->>'team', data->>'rep') data->>'team' as team, data->>'rep' as rep,
    in_eur((data->'amount'->>'amount')::numeric, data->'amount'->>'currency', (data->'period'->>'from')::date) as forecast,
    day_start((data->'period'->>'from')::date) as a, day_start((data->'period'->>'to')::date + 1) as b
  from event, asked q where type = 'forecast.submitted' and at <= q.as_of and at < day_start((data->'period'->>'from')::date)
  order by data->'period', data->>'team', data->>'rep', place desc
), won as ({won-revenue}),
r as (
  select s.team, s.rep, s.forecast, (select coalesce(sum(w.value), 0) from won w where w.at >= s.a and w.at < s.b
    and (s.team is null or w.team = s.team) and (s.rep is null or w.rep = s.rep)) as actual,
    (select count(*) from won w where w.excluded is not null and w.at >= s.a and w.at < s.b
    and (s.team is null or w.team = s.team) and (s.rep is null or w.rep = s.rep)) as without_rate
  from said s, asked q where s.b <= q.as_of and (q."from" is null or s.a >= q."from") and (q."to" is null or s.b <= q."to")
)
select {by} 1 - sum(abs(actual - forecast)) / nullif(sum(actual), 0) as value, (sum(forecast) - sum(actual)) / nullif(sum(actual), 0) as bias,
  array_fill('no_rate'::text, array[coalesce(sum(without_rate), 0)::int]) as excluded from r {group}
