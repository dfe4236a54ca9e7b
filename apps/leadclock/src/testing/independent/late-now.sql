-- waiting, not paused, as_of ≥ its deadline
select w.* from ({waiting-now}) w join seen.due d using (lead)
where d.due <= (select as_of from asked) and not exists (select from seen.pause p where p.lead = w.lead and p.until = 'infinity')
