-- of the leads that arrived, the share with a deal that has ever stood at or past the first opportunity stage, or was won
select l.arrived as at, (exists (select from seen.opportunity o where o.lead = l.lead)
    or exists (select from seen.turn t where t.lead = l.lead and t.type = 'deal.won'))::int as value,
  null as excluded, l.rep, l.team, l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
