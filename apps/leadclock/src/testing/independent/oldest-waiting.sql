-- the longest wait among those that wait, on the chosen clock, and its lead; null when nobody waits
with w as (select w.*, seen.clock_s(w.lead, w.arrived, (select as_of from asked)) as waited from ({waiting-now}) w)
select {by} max(waited) as value, (array_agg(lead order by waited desc, arrived, lead))[1] as lead from w {group}
