-- Subscriptions as of as_of: what each was worth from when until when (live from started to cancelled, that instant excluded).
create table seen.mrr as
with said as (
  select subject as subscription, place, at, type, (data->'mrr'->>'amount')::numeric as mrr, data->'mrr'->>'currency' as currency,
    data->>'kind' as kind, lead(at) over w as next, lag((data->'mrr'->>'amount')::numeric) over w as before
  from event where type like 'subscription.%' and at <= (select as_of from asked) window w as (partition by subject order by place)
)
select s.subscription, s.place, s.at as since, coalesce(s.next, 'infinity') as until, s.type, s.mrr, s.before, s.currency, s.kind,
  f.data->>'customer' as customer, f.data->>'rep' as rep, f.data->>'team' as team, f.data->>'origin' as origin, f.data->>'product' as product, f.at as began
from said s join event f on f.type = 'subscription.started' and f.subject = s.subscription;
