-- first answer − the latest change of owner at or before it; rep: that owner; nobody owned it: excluded; without an answer there is nothing to measure
select l.arrived as at, seen.clock_s(l.lead, o.since, a.at) as value,
  case when o.owner is null then 'unassigned' end as excluded, o.owner as rep, seen.team_at(l.lead, a.since, o.owner) as team,
  l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l
join seen.answer a using (lead)
left join seen.owner o on o.lead = l.lead and o.since <= a.at and a.at < o.until
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
