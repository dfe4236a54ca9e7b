-- mode=any: deals that first entered the stage, or a later one without having been in it, at that instant; reached: by as_of was in a later stage or was won
with cohort as (
  select d.lead, d.deal, s.stage, s.rank, min(e.at) as at from seen.deal d join seen.entry e using (lead, deal) join stage_in_order s on e.rank >= s.rank
  group by d.lead, d.deal, s.stage, s.rank
)
select c.at, (exists (select from seen.entry e where e.lead = c.lead and e.deal = c.deal and e.rank > c.rank)
    or exists (select from seen.turn t where t.lead = c.lead and t.deal = c.deal and t.type = 'deal.won'))::int as value,
  null as excluded, r.rep, seen.team_at(c.lead, c.at, r.rep) as team, d.origin, d.product, c.stage
from cohort c join seen.deal d using (lead, deal) cross join lateral (select seen.deal_rep_at(c.lead, c.deal, c.at) as rep) r
