-- won / (won + lost) by deals at the close; by_value over closed deals with an amount
select d.closed as at, (d.status = 'won')::int as value, null as excluded, in_eur(d.amount, d.currency, site_day(d.closed)) as amount,
  r.rep, seen.team_at(d.lead, d.closed, r.rep) as team, d.origin, d.campaign, d.channel, d.segment, d.product, d.pipeline
from seen.deal d cross join lateral (select seen.deal_rep_at(d.lead, d.deal, d.closed) as rep) r where d.closed is not null
