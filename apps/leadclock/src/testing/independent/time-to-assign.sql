-- first instant at or after the arrival at which the lead has an owner − arrival; rep: that owner; never: excluded.
select l.arrived as at, seen.clock_s(l.lead, l.arrived, i.at) as value,
  case when i.at is null then 'unassigned' end as excluded, o.owner as rep,
  case when i.at is null then l.team else seen.team_at(l.lead, i.at, o.owner) end as team,
  l.origin, l.campaign, l.channel, l.segment, l.product
from seen.arrival l
left join lateral (select w.owner, w.since from seen.owner w where w.lead = l.lead and w.owner is not null and w.until > l.arrived
  order by w.since limit 1) o on true
cross join lateral (select greatest(o.since, case when o.since is not null then l.arrived end) as at) i
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
