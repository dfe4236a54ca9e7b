-- basis=revenue: the mrr at the start of those not live at the end / the mrr at the start
with span as (select coalesce("from", as_of - interval '30 days') as a, coalesce("to", as_of) as b from asked),
r as (
  select c.*, (select sum(in_eur(m.mrr, m.currency, site_day(a))) from seen.mrr m
      where m.customer = c.customer and not is_idle and type <> 'subscription.cancelled' and m.began < a and since <= a and a < until) as mrr,
    exists (select from seen.customers_at(b) e where e.customer = c.customer) as stayed
  from span, seen.customers_at(a) c where c.began < a
)
select {by} coalesce(sum(mrr) filter (where not stayed), 0) / nullif(sum(mrr), 0) as value from r {group}
