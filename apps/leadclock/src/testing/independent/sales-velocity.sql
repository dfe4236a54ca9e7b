-- deals open at as_of at or past the opportunity stage × win-ratio × average-deal-size / mean sales-cycle-length (start=deal, days), the three over the window
with standing as (
  select null::timestamptz as at, r.rep, seen.team_at(d.lead, q.as_of, r.rep) as team, d.origin, d.product
  from asked q cross join seen.deal d join seen.visit v using (lead, deal)
  join stage_in_order s on s.pipeline = d.pipeline and s.stage = v.stage and s.since <= q.as_of and q.as_of < s.until
  cross join lateral (select seen.deal_rep_at(d.lead, d.deal, (select as_of from asked)) as rep) r
  where d.status = 'open' and v.until = 'infinity' and s.rank >= s.opportunity
), r as (
  select 'open' as part, at, 1 as value, null as excluded, rep, team, origin, product from standing
  union all select 'close', at, value, excluded, rep, team, origin, product from ({win-ratio}) of_closes
  union all select 'size', at, value, excluded, rep, team, origin, product from ({average-deal-size}) of_sizes
  union all select 'cycle', at, value, excluded, rep, team, origin, product from ({sales-cycle-length-deal}) of_cycles
)
select {by} count(*) filter (where part = 'open') * avg(value) filter (where part = 'close') * avg(value) filter (where part = 'size' and excluded is null)
    / nullif(avg(value) filter (where part = 'cycle' and excluded is null) / 86400, 0) as value,
  array_agg(excluded) filter (where excluded is not null) as excluded
from r, asked q where {window} {group}
