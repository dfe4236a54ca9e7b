-- basis=revenue: the mrr at the start of those not live at the end / the mrr at the start
with span as (select coalesce("from", as_of - interval '30 days') as a, coalesce("to", as_of) as b from asked),
live as (select m.customer, m.origin, m.product, m.rep, m.team, in_eur(m.mrr, m.currency, site_day(a)) as mrr
  from seen.mrr m, span where not is_idle and type <> 'subscription.cancelled' and began < a and since <= a and a < until),
r as (select l.*, exists (select from seen.mrr m, span where m.customer = l.customer and not m.is_idle and m.type <> 'subscription.cancelled'
  and m.since <= b and b < m.until) as stayed from live l)
select {by} coalesce(sum(mrr) filter (where not stayed), 0) / nullif(sum(mrr), 0) as value from r {group}
