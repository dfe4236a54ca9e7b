-- outbound touchpoints by a human, no task, in the window / leads with at least one of them; the touchpoint's own rep
select t.at, t.lead as per, 1 as value, null as excluded, t.rep, seen.team_at(t.lead, t.at, t.rep) as team,
  l.origin, l.campaign, l.channel, l.segment, l.product
from seen.touch t left join seen.lead l using (lead)
where t.direction = 'outbound' and t.actor = 'human' and t.channel <> 'task' and (l.arrived is null or t.at >= l.arrived)
