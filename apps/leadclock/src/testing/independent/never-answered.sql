-- leads without an answer at as_of that are closed or at least 30 × 24 h old / leads that arrived
select l.arrived as at,
  (a.lead is null and (seen.is_closed(l.lead, q.as_of) or l.arrived <= q.as_of - interval '720 h'))::int as value,
  null as excluded, l.rep, l.team, l.origin, l.campaign, l.channel, l.segment, l.product
from asked q, seen.arrival l left join seen.answer a using (lead)
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
