-- sum of new − old mrr where positive, over changes of kind upsell and cross_sell, apart and together; at = the change
select since as at, in_eur(mrr - before, currency, site_day(since)) as value, case when is_idle then 'not_live' end as excluded, kind, rep, team, origin, product
from seen.mrr where type = 'subscription.changed' and kind in ('upsell', 'cross_sell') and (is_idle or mrr > before)
