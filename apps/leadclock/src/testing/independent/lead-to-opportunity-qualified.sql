-- basis=qualified: of the leads that arrived, the share with lead.qualified
select l.arrived as at, exists (select from event e where e.type = 'lead.qualified' and e.subject = l.lead and e.at <= (select as_of from asked))::int as value,
  null as excluded, l.rep, l.team, l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
