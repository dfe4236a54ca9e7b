-- raised − due of alerts, at = due; shown − due beside it
select (e.data->>'due_at')::timestamptz as at, extract(epoch from (e.data->>'raised_at')::timestamptz - (e.data->>'due_at')::timestamptz) as value, null as excluded,
  (select extract(epoch from min((s.data->>'shown_at')::timestamptz) - (e.data->>'due_at')::timestamptz) from event s
   where s.type = 'alert.shown' and s.subject = e.subject and s.data->>'alert' = e.data->>'alert' and s.at <= (select as_of from asked)) as shown,
  r.rep, seen.team_at(e.subject, e.at, r.rep) as team, l.origin, l.campaign, l.channel, l.segment, l.product
from event e left join seen.lead l on l.lead = e.subject cross join lateral (select seen.owner_at(e.subject, e.at) as rep) r
where e.type = 'alert.raised' and e.at <= (select as_of from asked)
