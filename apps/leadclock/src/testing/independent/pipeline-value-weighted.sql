-- weighted=true: the amount of each open deal times the probability of its stage, at the rate of the day of as_of; rep and team are those at as_of
select null::timestamptz as at, in_eur(d.amount, d.currency, site_day(q.as_of)) * s.probability as value,
  case when d.amount is null then 'no_amount' when s.rank is null then 'unknown_stage' when in_eur(d.amount, d.currency, site_day(q.as_of)) is null then 'no_rate' end as excluded,
  r.rep, seen.team_at(d.lead, q.as_of, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline, e.stage
from asked q cross join seen.deal d
left join lateral (select x.stage from seen.entry x where x.lead = d.lead and x.deal = d.deal order by x.place desc limit 1) e on true
left join stage_in_order s on s.pipeline = d.pipeline and s.stage = e.stage and s.since <= q.as_of and q.as_of < s.until
cross join lateral (select seen.deal_rep_at(d.lead, d.deal, (select as_of from asked)) as rep) r where d.status = 'open'
