-- open deals whose latest of opening, stage change and touchpoint of the lead (by a human, no task) lies 14 × 24 h or more before as_of
select null::timestamptz as at, 1 as value, null as excluded, r.rep, seen.team_at(d.lead, q.as_of, r.rep) as team,
  d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline
from asked q, seen.deal d
cross join lateral (select greatest(
  (select max(x.at) from seen.deal_log x where x.lead = d.lead and x.deal = d.deal and x.type = 'deal.opened'),
  (select max(e.at) from seen.entry e where e.lead = d.lead and e.deal = d.deal),
  (select max(t.at) from seen.touch t where t.lead = d.lead and t.actor = 'human' and t.channel <> 'task')) as at) latest
cross join lateral (select seen.deal_rep_at(d.lead, d.deal, (select as_of from asked)) as rep) r
where d.status = 'open' and latest.at <= q.as_of - interval '336 h'
