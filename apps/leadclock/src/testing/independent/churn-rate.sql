-- of the customers live at the window's start, begun strictly before it, the share not live at its end; no window: the last 30 days
with span as (select coalesce("from", as_of - interval '30 days') as a, coalesce("to", as_of) as b from asked)
select null::timestamptz as at, (not exists (select from seen.customers_at(b) e where e.customer = c.customer))::int as value, null as excluded,
  c.origin, c.product, c.rep, c.team
from span, seen.customers_at(a) c where c.began < a
