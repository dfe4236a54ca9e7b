-- sum of the amounts of deals won at as_of, at = the win, in the site's currency at the rate of that day
select d.closed as at, in_eur(d.amount, d.currency, site_day(d.closed)) as value, case when in_eur(d.amount, d.currency, site_day(d.closed)) is null then 'no_rate' end as excluded,
  r.rep, seen.team_at(d.lead, d.closed, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline
from seen.deal d cross join lateral (select seen.deal_rep_at(d.lead, d.deal, d.closed) as rep) r where d.status = 'won' and d.amount is not null
