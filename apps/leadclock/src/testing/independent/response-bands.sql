-- leads by time to the first answer, always all five bands; share: of the leads that arrived
with r as (
  select l.arrived as at, case when a.at is null then 'unanswered' when s.taken <= 300 then '0-5' when s.taken <= 900 then '5-15'
    when s.taken <= 3600 then '15-60' else '60+' end as band
  from seen.arrival l left join seen.answer a using (lead) cross join lateral (select seen.clock_s(l.lead, l.arrived, a.at) as taken) s
), counted as (select r.band from r, asked q where {window}),
left_out as (select array_agg(r.excluded) as excluded from seen.unarrived r, asked q where {window})
select {by} count(c.band)::int as value, count(c.band)::numeric / nullif((select count(*) from counted), 0) as share, (select count(*) from counted)::int as n,
  (select excluded from left_out) as excluded
from (values ('0-5'), ('5-15'), ('15-60'), ('60+'), ('unanswered')) bands (band) left join counted c using (band) {group}
