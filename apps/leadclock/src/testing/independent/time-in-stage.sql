-- one row per deal and stage once it has left it for the last time by as_of: the sum of its visits; still in it: excluded.open, placed by the first entry
with spent as (
  select lead, deal, stage, min(at) as entered, bool_or(until = 'infinity') as is_in, max(until) as left_at, sum(extract(epoch from until - at)) filter (where until < 'infinity') as spent
  from seen.visit group by lead, deal, stage
)
select i.at, case when not s.is_in then s.spent end as value, case when s.is_in then 'open' end as excluded,
  r.rep, seen.team_at(s.lead, i.at, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline, s.stage
from spent s join seen.deal d using (lead, deal)
cross join lateral (select case when s.is_in then s.entered else s.left_at end as at) i
cross join lateral (select seen.deal_rep_at(s.lead, s.deal, i.at) as rep) r
