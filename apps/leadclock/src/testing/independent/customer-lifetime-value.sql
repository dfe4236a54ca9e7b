-- mrr per live customer at as_of / (churn-rate of the last 90 days ÷ 3); churn 0: null
with live as (
  select {by} sum((select sum(in_eur(m.mrr, m.currency, site_day(q.as_of))) from seen.mrr m
    where m.customer = c.customer and not is_idle and type <> 'subscription.cancelled' and until > q.as_of)) / nullif(count(*), 0) as worth
  from asked q, seen.customers_at(q.as_of) c {group}
), churn as (
  select {by} avg((not exists (select from seen.customers_at(q.as_of) e where e.customer = c.customer))::int) as share
  from asked q, seen.customers_at(q.as_of - interval '90 days') c where c.began < q.as_of - interval '90 days' {group}
)
select {by} worth / (nullif(share, 0) / 3) as value from live natural full join churn
