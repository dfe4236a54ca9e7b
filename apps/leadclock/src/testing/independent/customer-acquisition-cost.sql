-- all spend / customers whose first subscription.started lies in the window
with spent as (
  select day_start(day::date) as at, in_eur((s.data->'amount'->>'amount')::numeric, s.data->'amount'->>'currency', day::date)
      / ((s.data->>'to')::date - (s.data->>'from')::date + 1) as value
  from event s, generate_series((s.data->>'from')::date, (s.data->>'to')::date, interval '1 day') as day
  where s.type = 'spend.recorded' and s.at <= (select as_of from asked)
), counted as (
  select at, value as cost, 0 as customers from spent where at <= (select as_of from asked)
  union all select min(at), 0, 1 from event where type = 'subscription.started' and at <= (select as_of from asked) group by data->>'customer'
)
select {by} sum(cost) / nullif(sum(customers), 0) as value, coalesce(sum(customers), 0)::int as n
from counted r, asked q where {window} {group}
