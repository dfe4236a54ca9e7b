-- mode=strict for the five stages of leads: entered the stage; reached: was in the very next, after the last a deal was won
with entered as (
  select lead, 0 as rank, arrived as at, 'created' as stage from seen.lead
  union all select lead, 1, at, 'answered' from seen.answer
  union all select lead, 2, at, 'contacted' from seen.contact
  union all select o.lead, 3, min(o.at), 'meeting' from seen.outcome o join seen.touch t using (lead, touchpoint)
    where o.outcome = 'booked' or o.outcome = 'held' and t.channel in ('meeting', 'demo', 'visit') group by o.lead
  union all select subject, 4, min(at), 'qualified' from event where type = 'lead.qualified' and at <= (select as_of from asked) group by subject
)
select c.at, case when c.rank < 4 then exists (select from entered n where n.lead = c.lead and n.rank = c.rank + 1)
    else exists (select from seen.turn t where t.lead = c.lead and t.type = 'deal.won') end::int as value, null as excluded, null as pipeline, c.stage
from entered c join seen.lead using (lead)
