-- basis=stock: leads once, at the furthest of the five; open deals by their stage; closed deals
with furthest as (
  select l.lead, case when exists (select from event e where e.type = 'lead.qualified' and e.subject = l.lead and e.at <= (select as_of from asked)) then 'qualified'
      when exists (select from seen.outcome o join seen.touch t using (lead, touchpoint)
        where o.lead = l.lead and (o.outcome = 'booked' or o.outcome = 'held' and t.channel in ('meeting', 'demo', 'visit'))) then 'meeting'
      when exists (select from seen.contact c where c.lead = l.lead) then 'contacted'
      when exists (select from seen.answer a where a.lead = l.lead) then 'answered' else 'created' end as stage
  from seen.lead l
)
select null::timestamptz as at, null as pipeline, stage from furthest
union all
select null, d.pipeline, case d.status when 'open' then e.stage else d.status end from seen.deal d
left join lateral (select x.stage from seen.entry x where x.lead = d.lead and x.deal = d.deal order by x.place desc limit 1) e on true
