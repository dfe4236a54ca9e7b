-- EVENTS.md, Envelope: (subject, source, id) is an event's identity; of two contents the one recorded first counts.
-- EVENTS.md, Order: by time in whole milliseconds, then the bytes of source, then of id. `place` is the event's number in that order.
create table event as
select row_number() over (order by at, source collate "C", id collate "C") as place, one.*
from (
  select distinct on (subject, source, id)
    body->>'subject' as subject, body->>'source' as source, body->>'id' as id, body->>'type' as type,
    date_trunc('milliseconds', (body->>'time')::timestamptz) as at, (body->'data')::jsonb as data
  from line
  order by body->>'subject', body->>'source', body->>'id', (body->>'recordedtime')::timestamptz
) one;

-- EVENTS.md, event.retracted: that event counts as never sent; a retraction may itself be retracted.
create table taken_back as
select e.place from event e join event r on r.type = 'event.retracted' and r.subject = e.subject
  and r.data->>'source' = e.source and r.data->>'id' = e.id
where not exists (select from event rr where rr.type = 'event.retracted' and rr.subject = r.subject
  and rr.data->>'source' = r.source and rr.data->>'id' = r.id);
delete from event where place in (select place from taken_back);
create index on event (type);
create index on event (subject);

-- What is asked: everything below looks at this one row.
create table asked (as_of timestamptz, "from" timestamptz, "to" timestamptz, clock text);

create function site_day(timestamptz) returns date language sql stable as
$$ select ($1 at time zone (select data->>'zone' from event where type = 'site.set' order by place desc limit 1))::date $$;
create function day_start(date) returns timestamptz language sql stable as
$$ select $1::timestamp at time zone (select data->>'zone' from event where type = 'site.set' order by place desc limit 1) $$;

-- Rule 15: the latest rate on or before the day, at most 7 days old, heard by as_of.
create function in_eur(amount numeric, currency text, day date) returns numeric language sql stable as $$
  select case when currency = 'EUR' then amount else amount * (
    select (r.data->>'rate')::numeric from event r
    where r.type = 'rate.set' and r.subject = currency and r.data->>'to' = 'EUR' and r.at <= (select as_of from asked)
      and (r.data->>'date')::date between day - 7 and day
    order by (r.data->>'date')::date desc, r.place desc limit 1) end $$;
