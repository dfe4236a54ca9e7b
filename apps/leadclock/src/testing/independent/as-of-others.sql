-- Subscriptions as of as_of: what each was worth from when until when. Live from started to cancelled, that instant excluded; a change of what is not
-- live changes nothing, and one that is started again begins anew. What an event does not name stays as it was named last.
create table seen.mrr as
with said as (
  select subject as subscription, place, at, type, (data->'mrr'->>'amount')::numeric as mrr, data->'mrr'->>'currency' as currency, data->>'kind' as kind,
    (select b.type from event b where b.subject = e.subject and b.type in ('subscription.started', 'subscription.cancelled') and b.place < e.place
      order by b.place desc limit 1) as state
  from event e where type like 'subscription.%' and at <= (select as_of from asked)
), steps as (
  select *, type <> 'subscription.started' and state is distinct from 'subscription.started' as is_idle from said
), lived as (
  select *, lead(at) over w as next, lag(mrr) over w as before, lag(currency) over w as currency_before from steps where not is_idle window w as (partition by subscription order by place)
  union all select *, null, null, null from steps where is_idle
)
select l.subscription, l.place, l.at as since, coalesce(l.next, 'infinity') as until, l.type, l.mrr, l.before, l.currency, l.currency_before, l.kind, l.is_idle, named.*,
  -- dimension team: what its events name, else the team of the credited rep then
  coalesce(named.named_team, (select v.team from rep_version v where v.rep = named.rep and v.since <= l.at order by v.since desc, v.place desc limit 1)) as team,
  (select max(b.at) from event b where b.subject = l.subscription and b.type = 'subscription.started' and b.place <= l.place) as began
from lived l
cross join lateral (
  select (array_agg(data->>'customer' order by place desc) filter (where data ? 'customer'))[1] as customer,
    (array_agg(data->>'rep' order by place desc) filter (where data ? 'rep'))[1] as rep,
    (array_agg(data->>'team' order by place desc) filter (where data ? 'team'))[1] as named_team,
    (array_agg(data->>'origin' order by place desc) filter (where data ? 'origin'))[1] as origin,
    (array_agg(data->>'product' order by place desc) filter (where data ? 'product'))[1] as product
  from event b where b.subject = l.subscription and b.type = 'subscription.started' and b.place <= l.place) named;

-- The customers that live at an instant, each sliced by what the first of his subscriptions that live then names.
create function seen.customers_at(instant timestamptz) returns table (customer text, origin text, product text, rep text, team text, began timestamptz)
language sql stable as $$
  select distinct on (m.customer) m.customer, m.origin, m.product, m.rep, m.team, m.began from seen.mrr m
  where not m.is_idle and m.type <> 'subscription.cancelled' and m.since <= $1 and $1 < m.until order by m.customer, m.began, m.subscription $$;
