-- of the leads that arrived, the share with a deal that has ever stood at or past the first opportunity stage, or was won
select l.arrived as at, (exists (select from seen.entry e where e.lead = l.lead and e.rank >= (select min(rank) from stage_in_order where role = 'opportunity'))
    or exists (select from seen.turn t where t.lead = l.lead and t.type = 'deal.won'))::int as value,
  null as excluded, l.rep, l.team, l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
