-- mode=any: deals that first entered the stage, or a later one without having been in it, at that instant; reached: by as_of was in a later stage or was won.
-- What is later is said by the pipeline's version in force at that instant.
with passed as (
  select e.lead, e.deal, e.place, e.at, s.stage, s.rank, s.since from seen.entry e
  join stage_in_order s on s.pipeline = e.pipeline and s.since <= e.at and e.at < s.until and s.rank <= e.rank
  -- a stage that the pipeline got after the deal had gone on is not passed
  where s.stage = e.stage or not exists (select from seen.entry b join stage_in_order later on later.pipeline = b.pipeline and later.since = s.since and later.stage = b.stage
    where b.lead = e.lead and b.deal = e.deal and b.place < e.place and later.rank > s.rank)
), cohort as (
  select distinct on (lead, deal, stage) * from passed order by lead, deal, stage, at, place
)
select c.at, (exists (select from seen.entry e join stage_in_order s on s.pipeline = e.pipeline and s.since = c.since and s.stage = e.stage
      where e.lead = c.lead and e.deal = c.deal and s.rank > c.rank)
    or exists (select from seen.turn t where t.lead = c.lead and t.deal = c.deal and t.type = 'deal.won'))::int as value,
  null as excluded, r.rep, seen.team_at(c.lead, c.at, r.rep) as team, d.origin, d.product, d.pipeline, c.stage
from cohort c join seen.deal d using (lead, deal) cross join lateral (select seen.deal_rep_at(c.lead, c.deal, c.at) as rep) r
union all
select * from (select distinct on (e.lead, e.deal, e.stage) e.at, null::int, 'unknown_stage', r.rep, seen.team_at(e.lead, e.at, r.rep), d.origin, d.product, d.pipeline, e.stage
from seen.entry e join seen.deal d using (lead, deal) cross join lateral (select seen.deal_rep_at(e.lead, e.deal, e.at) as rep) r
where e.rank is null order by e.lead, e.deal, e.stage, e.place) unknown
