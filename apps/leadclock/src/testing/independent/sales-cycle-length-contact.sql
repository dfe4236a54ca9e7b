-- start=contact: win − first contact; none: excluded; negative: excluded
select d.closed as at, extract(epoch from d.closed - c.at) as value,
  case when c.at is null then 'no_contact' when d.closed < c.at then 'negative' end as excluded,
  r.rep, seen.team_at(d.lead, d.closed, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline
from seen.deal d left join seen.contact c using (lead)
cross join lateral (select seen.deal_rep_at(d.lead, d.deal, d.closed) as rep) r where d.status = 'won'
