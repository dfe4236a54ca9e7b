-- start=deal: win − the deal's first opening, stage change or reopening; none: excluded
select d.closed as at, extract(epoch from d.closed - o.at) as value,
  case when o.at is null then 'no_opening' when d.closed < o.at then 'negative' end as excluded,
  r.rep, seen.team_at(d.lead, d.closed, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline
from seen.deal d
left join lateral (select min(x.at) as at from seen.deal_log x where x.lead = d.lead and x.deal = d.deal
  and x.type in ('deal.opened', 'deal.stage_changed', 'deal.reopened')) o on true
cross join lateral (select seen.deal_rep_at(d.lead, d.deal, d.closed) as rep) r where d.status = 'won'
