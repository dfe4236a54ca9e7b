-- count of the deals open at as_of
select null::timestamptz as at, 1 as value,
  null as excluded,
  r.rep, seen.team_at(d.lead, q.as_of, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline, e.stage
from asked q, seen.deal d
left join lateral (select x.stage from seen.entry x where x.lead = d.lead and x.deal = d.deal order by x.place desc limit 1) e on true
cross join lateral (select seen.deal_rep_at(d.lead, d.deal, (select as_of from asked)) as rep) r where d.status = 'open'
