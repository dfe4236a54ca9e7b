-- of the leads that arrived in the window and are answered by as_of, the share with a deal won at as_of; rep: who answered first
select l.arrived as at, exists (select from seen.deal d where d.lead = l.lead and d.status = 'won')::int as value, null as excluded,
  a.rep, seen.team_at(l.lead, a.since, a.rep) as team, l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l join seen.answer a using (lead)
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
