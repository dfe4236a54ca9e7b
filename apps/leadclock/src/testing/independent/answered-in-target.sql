-- met / (met + breached). Rule 7: due when 300 s have passed, pauses off; a lead paused at its deadline has none until it is resumed.
-- Rule 17: the verdict is taken at the deadline by what stood then; closed at its deadline, or now with it ahead: neither.
with due as (
  select l.*, d.due, p.outbound, p.inbound, p.actors, p.unless from seen.arrival l join seen.policy p using (lead) left join seen.due d using (lead)
), judged as (
  select d.*, least(d.due, (select as_of from asked)) as looked, coalesce(d.due <= (select as_of from asked), false) as is_past from due d
), answered as (
  select j.lead, a.at, a.rep from judged j cross join lateral (
    select least_at.at, least_at.rep from (
      select t.at, t.place, t.rep from seen.touch t
      where t.lead = j.lead and j.actors ? t.actor and t.direction = 'outbound' and j.outbound ? t.channel and t.at >= j.arrived and t.at <= j.looked
        and not j.unless ? coalesce((select o.outcome from seen.outcome o where o.lead = t.lead and o.touchpoint = t.touchpoint and o.at <= j.looked
          order by o.place desc limit 1), '')
      union all
      select o.at, o.place, t.rep from seen.touch t join seen.outcome o using (lead, touchpoint)
      where t.lead = j.lead and j.actors ? t.actor and t.direction = 'inbound' and j.inbound ? t.channel and o.outcome = 'connected'
        and t.at >= j.arrived and o.at <= j.looked
      union all
      select j.arrived, g.place, g.rep from seen.going_on g where g.lead = j.lead
    ) least_at order by least_at.at, least_at.place limit 1) a
), verdict as (
  select j.*, b.at as back, a.at as answered_at, coalesce(a.rep, seen.owner_at(j.lead, a.at)) as answered_by,
    case when a.at is not null then 'met' when seen.is_closed(j.lead, j.looked) and b.at is null then 'closed_before_deadline'
      when j.is_past then 'breached' else 'pending' end as verdict
  from judged j left join answered a using (lead)
  -- rule 17: a lead whose closing is taken back waits again from its arrival: it is late from then on
  left join lateral (select e.at from event e where e.subject = j.lead and e.type in ('lead.qualified', 'deal.opened', 'deal.stage_changed', 'deal.reopened')
    and j.is_past and e.at > j.looked and e.at <= (select as_of from asked)
    and seen.is_closed(j.lead, j.looked) and not seen.is_closed(j.lead, e.at) order by e.place limit 1) b on true
), credited as (
  select v.*, case verdict when 'met' then answered_by when 'breached' then seen.owner_at(v.lead, coalesce(v.back, v.due)) else rep end as credit,
    case verdict when 'met' then answered_at when 'breached' then coalesce(v.back, v.due) end as instant
  from verdict v
)
select arrived as at, case verdict when 'met' then 1 when 'breached' then 0 end as value,
  case when verdict in ('pending', 'closed_before_deadline') then verdict end as excluded,
  credit as rep, case when instant is null then team else seen.team_at(lead, instant, credit) end as team,
  origin, campaign, channel, segment, product
from credited
union all select at, value, excluded, rep, team, origin, campaign, channel, segment, product from seen.unarrived
