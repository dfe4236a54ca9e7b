-- actor=any counts automated ones too.
with booked as (
  select distinct on (o.lead) o.lead, o.at, o.touchpoint, t.direction, t.self_booked, coalesce(t.rep, seen.owner_at(o.lead, o.at)) as credit
  from seen.outcome o join seen.touch t using (lead, touchpoint) where o.outcome = 'booked' order by o.lead, o.place
)
select coalesce(b.at, l.arrived) as at,
  (select count(*) from seen.touch t where t.lead = l.lead and t.direction = 'outbound' and t.channel <> 'task'
    and t.at >= l.arrived and t.at < b.at and t.touchpoint <> b.touchpoint) + (b.direction = 'outbound')::int as value,
  case when b.at is null then 'none' when b.self_booked then 'self_booked' end as excluded,
  case when b.at is null then l.rep else b.credit end as rep,
  case when b.at is null then l.team else seen.team_at(l.lead, b.at, b.credit) end as team,
  l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l left join booked b using (lead)
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
