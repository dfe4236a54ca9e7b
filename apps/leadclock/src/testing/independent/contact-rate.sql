-- leads with a contact by as_of / leads that arrived
select l.arrived as at, (c.lead is not null)::int as value, null as excluded, l.rep, l.team, l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l left join seen.contact c using (lead)
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
