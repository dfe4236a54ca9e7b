-- by product, each exactly the KPI of that name
with r as (
  select at, product, 'revenue' as part, value, excluded from ({won-revenue}) of_revenue
  union all select at, product, 'close', value, excluded from ({win-ratio}) of_closes
  union all select at, product, 'cycle', value, excluded from ({sales-cycle-length}) of_cycles
)
select {by} coalesce(sum(value) filter (where part = 'revenue' and excluded is null), 0) as value,
  coalesce(sum(value) filter (where part = 'close'), 0) as won, avg(value) filter (where part = 'close') as win_ratio,
  percentile_cont(0.5) within group (order by value::float8) filter (where part = 'cycle' and excluded is null) as cycle_median,
  avg(value) filter (where part = 'cycle' and excluded is null) as cycle_mean,
  array_agg(excluded) filter (where excluded is not null) as excluded
from r, asked q where {window} {group}
