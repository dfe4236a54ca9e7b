-- first answer − arrival on the working clock (rule 7: pauses are off); unanswered at as_of: excluded; rep: who answered.
select l.arrived as at, seen.clock_s(l.lead, l.arrived, a.at) as value,
  case when a.at is null then case when e.lead is null then 'unanswered' else 'before_arrival' end end as excluded,
  case when a.at is null then l.rep else a.rep end as rep,
  case when a.at is null then l.team else seen.team_at(l.lead, a.since, a.rep) end as team,
  l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l left join seen.answer a using (lead) left join seen.too_early e using (lead)
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
