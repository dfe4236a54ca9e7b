-- one row per won deal, at = the win: win − the lead's arrival; negative: excluded
select d.closed as at, extract(epoch from d.closed - d.arrived) as value, case when d.arrived is null then 'no_arrival' when d.closed < d.arrived then 'negative' end as excluded,
  r.rep, seen.team_at(d.lead, d.closed, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline
from seen.deal d cross join lateral (select seen.deal_rep_at(d.lead, d.deal, d.closed) as rep) r where d.status = 'won'
