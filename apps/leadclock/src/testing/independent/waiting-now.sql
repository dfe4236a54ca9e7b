-- a lead waits from its arrival until the first of answer, closed, arrival + 30 × 24 h; rep and team are those at as_of
select null::timestamptz as at, 1 as value, null as excluded, r.rep, seen.team_at(l.lead, q.as_of, r.rep) as team,
  l.origin, l.campaign, l.channel, l.segment, l.product, l.lead, l.arrived
from asked q, seen.lead l left join seen.answer a using (lead) cross join lateral (select seen.owner_at(l.lead, (select as_of from asked)) as rep) r
where a.lead is null and q.as_of < l.arrived + interval '720 h' and not seen.is_closed(l.lead, q.as_of)
