-- all touchpoints, in and out, by anybody, at their start; talk_s: of connected calls
select t.at, 1 as value, null as excluded, case when t.channel = 'call' and t.outcome = 'connected' then t.duration_s else 0 end as talk_s,
  t.rep, seen.team_at(t.lead, t.at, t.rep) as team, l.origin, l.campaign, t.channel, l.segment, l.product, t.outcome, t.actor, t.direction
from seen.touch t left join seen.lead l using (lead)
