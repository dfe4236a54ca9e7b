-- mode=strict: deals that first entered the stage; reached: by as_of was in the very next stage, after the last was won
with cohort as (
  select distinct on (e.lead, e.deal, e.stage) e.lead, e.deal, e.at, e.stage, e.pipeline, e.rank from seen.entry e order by e.lead, e.deal, e.stage, e.place
)
select c.at, case when next.stage is null then exists (select from seen.turn t where t.lead = c.lead and t.deal = c.deal and t.type = 'deal.won')
    else exists (select from seen.entry e where e.lead = c.lead and e.deal = c.deal and e.stage = next.stage) end::int as value,
  case when c.rank is null then 'unknown_stage' end as excluded, c.pipeline, c.stage
from cohort c left join stage_in_order next on next.pipeline = c.pipeline and next.rank = c.rank + 1 and next.since <= c.at and c.at < next.until
