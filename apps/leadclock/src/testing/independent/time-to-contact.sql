-- first contact − arrival; rep: who made it.
select l.arrived as at, seen.clock_s(l.lead, l.arrived, c.at) as value, null as excluded,
  c.rep, seen.team_at(l.lead, c.at, c.rep) as team, l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l join seen.contact c using (lead)
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
