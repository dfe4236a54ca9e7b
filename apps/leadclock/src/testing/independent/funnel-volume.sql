-- created, answered, contacted, meeting, qualified: leads with an arrival, each at that instant; then deals at their first entry of each stage; then won and lost at the close
select l.arrived as at, 0 as step, 'created' as stage, l.rep, l.team, l.origin, l.product, null as pipeline from seen.arrival l
union all
select a.at, 1, 'answered', a.rep, seen.team_at(a.lead, a.since, a.rep), l.origin, l.product, null from seen.answer a join seen.lead l using (lead)
union all
select c.at, 2, 'contacted', c.rep, seen.team_at(c.lead, c.at, c.rep), l.origin, l.product, null from seen.contact c join seen.lead l using (lead)
union all
select * from (select distinct on (o.lead) o.at, 3, 'meeting', r.rep, seen.team_at(o.lead, o.at, r.rep), l.origin, l.product, null
  from seen.outcome o join seen.touch t using (lead, touchpoint) join seen.lead l using (lead)
  cross join lateral (select coalesce(t.rep, seen.owner_at(o.lead, o.at)) as rep) r
  where o.outcome = 'booked' or o.outcome = 'held' and t.channel in ('meeting', 'demo', 'visit') order by o.lead, o.place) m
union all
select * from (select distinct on (e.subject) e.at, 4, 'qualified', r.rep, seen.team_at(e.subject, e.at, r.rep), l.origin, l.product, null
  from event e join seen.lead l on l.lead = e.subject cross join lateral (select coalesce(e.data->>'rep', seen.owner_at(e.subject, e.at)) as rep) r
  where e.type = 'lead.qualified' and e.at <= (select as_of from asked) order by e.subject, e.place) f
union all
select * from (select distinct on (e.lead, e.deal, e.stage) e.at, 5 + e.rank, e.stage, r.rep, seen.team_at(e.lead, e.at, r.rep), d.origin, d.product, d.pipeline
  from seen.entry e join seen.deal d using (lead, deal) cross join lateral (select seen.deal_rep_at(e.lead, e.deal, e.at) as rep) r
  order by e.lead, e.deal, e.stage, e.place) s
union all
select d.closed, case d.status when 'won' then 100 else 101 end, d.status, r.rep, seen.team_at(d.lead, d.closed, r.rep), d.origin, d.product, d.pipeline
from seen.deal d cross join lateral (select seen.deal_rep_at(d.lead, d.deal, d.closed) as rep) r where d.closed is not null
