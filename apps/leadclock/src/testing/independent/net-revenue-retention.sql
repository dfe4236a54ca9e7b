-- of the customers live at the start: (start + rises − falls − churned) / start, by sign; changes at the rate of their day. A new or restarted subscription of
-- such a customer is a rise (rule 23). No window: the last 30 days
with span as (select coalesce("from", as_of - interval '30 days') as a, coalesce("to", as_of) as b from asked),
r as (
  select c.*, (select sum(in_eur(m.mrr, m.currency, site_day(a))) from seen.mrr m
      where m.customer = c.customer and not is_idle and type <> 'subscription.cancelled' and m.began < a and since <= a and a < until) as at_start,
    (select coalesce(sum(in_eur(coalesce(m.mrr, 0) - coalesce(m.before, 0), coalesce(m.currency, m.currency_before), site_day(m.since))), 0)
     from seen.mrr m where m.customer = c.customer and not m.is_idle and m.since > a and m.since <= b) as moved
  from span, seen.customers_at(a) c where c.began < a
)
select {by} (sum(at_start) + sum(moved)) / nullif(sum(at_start), 0) as value from r {group}
