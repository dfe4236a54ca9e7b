-- deals that first entered the stage whose role is opportunity (or a later one) in the window: the share won by as_of
select e.at, (d.status = 'won')::int as value, null as excluded,
  r.rep, seen.team_at(d.lead, e.at, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline
from seen.deal d join seen.opportunity e using (lead, deal)
cross join lateral (select seen.deal_rep_at(d.lead, d.deal, e.at) as rep) r
