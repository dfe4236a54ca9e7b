-- of the customers live at the window's start, begun strictly before it, the share not live at its end; no window: the last 30 days
with span as (select coalesce("from", as_of - interval '30 days') as a, coalesce("to", as_of) as b from asked),
live as (select distinct customer, origin, product, rep, team from seen.mrr, span where not is_idle and type <> 'subscription.cancelled' and began < a and since <= a and a < until)
select null::timestamptz as at, (not exists (select from seen.mrr m, span where m.customer = l.customer and not m.is_idle and m.type <> 'subscription.cancelled'
  and m.since <= b and b < m.until))::int as value, null as excluded, l.origin, l.product, l.rep, l.team
from live l
