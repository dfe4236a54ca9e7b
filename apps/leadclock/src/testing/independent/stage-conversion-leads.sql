-- The same for the five stages of leads, among leads: entered a stage, or a later one without having been in it, at that instant
with entered as (
  select lead, 0 as rank, arrived as at, 'created' as stage from seen.lead
  union all select lead, 1, at, 'answered' from seen.answer
  union all select lead, 2, at, 'contacted' from seen.contact
  union all select o.lead, 3, min(o.at), 'meeting' from seen.outcome o join seen.touch t using (lead, touchpoint)
    where o.outcome = 'booked' or o.outcome = 'held' and t.channel in ('meeting', 'demo', 'visit') group by o.lead
  union all select subject, 4, min(at), 'qualified' from event where type = 'lead.qualified' and at <= (select as_of from asked) group by subject
), names (rank, stage) as (values (0, 'created'), (1, 'answered'), (2, 'contacted'), (3, 'meeting'), (4, 'qualified')),
furthest as (
  -- "or was won" holds for a lead as it does for a deal, whatever became of the win
  select e.lead, greatest(max(e.rank), (select 5 from seen.turn t where t.lead = e.lead and t.type = 'deal.won' limit 1)) as rank from entered e group by e.lead
)
select c.at, (f.rank > c.rank)::int as value, null as excluded, l.origin, null as pipeline, c.stage
from (select e.lead, n.stage, n.rank, min(e.at) as at from entered e join names n on e.rank >= n.rank group by e.lead, n.stage, n.rank) c
join furthest f using (lead) join seen.lead l using (lead)
