-- of the customers live at the start: (start + rises − falls − churned) / start; changes at the rate of their day
with span as (select coalesce("from", as_of - interval '30 days') as a, coalesce("to", as_of) as b from asked),
r as (
  select m.*, in_eur(m.mrr, m.currency, site_day(a)) as at_start,
    (select coalesce(sum(case when c.type = 'subscription.changed' then in_eur(c.mrr - c.before, c.currency, site_day(c.since))
        else -in_eur(c.before, m.currency, site_day(c.since)) end), 0)
     from seen.mrr c where c.subscription = m.subscription and c.since > a and c.since <= b and not c.is_idle and c.type <> 'subscription.started') as moved
  from seen.mrr m, span where not is_idle and type <> 'subscription.cancelled' and began < a and since <= a and a < until
)
select {by} (sum(at_start) + sum(moved)) / nullif(sum(at_start), 0) as value from r {group}
