-- sum of mrr of live subscriptions, at the rate of the day of as_of
select null::timestamptz as at, in_eur(m.mrr, m.currency, site_day(q.as_of)) as value, null as excluded, m.rep, m.team, m.origin, m.product
from asked q, seen.mrr m where not m.is_idle and m.type <> 'subscription.cancelled' and m.until > q.as_of
