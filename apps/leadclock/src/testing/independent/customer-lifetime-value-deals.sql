-- basis=deals: won value / customers won so far
select {by} sum(value) filter (where excluded is null)
  / nullif((select count(distinct data->>'customer') from event, asked q where type = 'subscription.started' and at <= q.as_of), 0) as value,
  array_agg(excluded) filter (where excluded is not null) as excluded
from ({won-revenue}) w
