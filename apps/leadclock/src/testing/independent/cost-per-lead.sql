-- marketing spend / leads-created of the same window and slice. Spend is one fact per day (amount / days) at the day's start in the site's zone, once it has begun.
-- Windows shorter than a day: null.
with spent as (
  select day_start(day::date) as at, s.data->>'origin' as origin, s.data->>'campaign' as campaign,
    in_eur((s.data->'amount'->>'amount')::numeric, s.data->'amount'->>'currency', day::date)
      / ((s.data->>'to')::date - (s.data->>'from')::date + 1) as value
  from event s, generate_series((s.data->>'from')::date, (s.data->>'to')::date, interval '1 day') as day
  where s.type = 'spend.recorded' and s.at <= (select as_of from asked) and s.data->>'kind' = 'marketing'
), counted as (
  select at, origin, campaign, value as cost, 0 as leads, null as excluded from spent where at <= (select as_of from asked)
  union all select arrived, origin, campaign, 0, 1, null from seen.lead
  union all select at, origin, campaign, 0, 0, excluded from seen.unarrived
)
select {by} case when min(q."to" - q."from") < interval '24 hours' then null else sum(cost) / nullif(sum(leads), 0) end as value,
  coalesce(sum(leads), 0)::int as n, array_agg(excluded) filter (where excluded is not null) as excluded
from counted r, asked q where {window} {group}
