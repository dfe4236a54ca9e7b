-- What the events up to as_of say of leads and touchpoints, under every correction that is known today (KPIS.md, the law of as_of).
drop schema if exists seen cascade;
create schema seen;

-- Rule 2: the arrival is the earliest lead.created; a later one fills attributes that are still unset.
create table seen.lead as
select subject as lead, min(at) as arrived, (array_agg(data->>'origin' order by place) filter (where data->>'origin' is not null))[1] as origin, (array_agg(data->>'campaign' order by place) filter (where data->>'campaign' is not null))[1] as campaign,
  (array_agg(data->>'channel' order by place) filter (where data->>'channel' is not null))[1] as channel, (array_agg(data->>'segment' order by place) filter (where data->>'segment' is not null))[1] as segment,
  (array_agg(data->>'product' order by place) filter (where data->>'product' is not null))[1] as product
from event where type = 'lead.created' and at <= (select as_of from asked) group by subject;
create unique index on seen.lead (lead);

-- Who owns a lead from when until when. Of the claims since an assignment the first holds (EVENTS.md); the present owner named again is no change (rule 19).
create table seen.owner as
with said as (
  select subject as lead, place, at, type, coalesce(data->>'owner', data->>'rep', data->>'to') as owner,
    count(*) filter (where type = 'lead.assigned') over (partition by subject order by place) as assignment
  from event
  where at <= (select as_of from asked)
    and (type in ('lead.assigned', 'lead.claimed', 'lead.handover_accepted') or type = 'lead.created' and data ? 'owner' and not exists (select from event b where b.subject = event.subject and b.place < event.place
        and (b.type in ('lead.assigned', 'lead.claimed', 'lead.handover_accepted') or b.type = 'lead.created' and b.data ? 'owner')))
), holds as (
  select *, row_number() over (partition by lead, assignment, type order by place) as nth from said
), changes as (
  select *, lag(owner) over (partition by lead order by place) as before from holds where type <> 'lead.claimed' or nth = 1
)
-- whose it is at an instant is said by all that happened at it
select * from (
  select lead, owner, at as since, coalesce(lead(at) over (partition by lead order by place), 'infinity') as until
  from changes where owner is distinct from before
) turn where since < until;
create index on seen.owner (lead);

create function seen.owner_at(text, timestamptz) returns text language sql stable as
$$ select owner from seen.owner where lead = $1 and since <= $2 and $2 < until $$;

-- Dimension team: what the lead's events named last, else the team of the credited rep then.
create table seen.named_team as
select subject as lead, place, at, data->>'team' as team from event
where at <= (select as_of from asked) and data->>'team' is not null and (type = 'lead.assigned'
  -- a later lead.created fills what is unset (rule 2)
  or type = 'lead.created' and not exists (select from event b where b.subject = event.subject and b.place < event.place
    and b.type in ('lead.created', 'lead.assigned') and b.data->>'team' is not null));
create index on seen.named_team (lead);
create function seen.team_at(lead text, instant timestamptz, rep text) returns text language sql stable as $$
  select coalesce(
    (select n.team from seen.named_team n where n.lead = $1 and n.at <= $2 order by n.place desc limit 1),
    (select v.team from rep_version v where v.rep = $3 and v.since <= $2 order by v.since desc, v.place desc limit 1)) $$;

-- Pauses are taken off the response clocks (rule 7).
create table seen.pause as
with said as (
  select subject as lead, type, at, place, lag(type) over (partition by subject order by place) as before
  from event where type in ('lead.paused', 'lead.resumed') and at <= (select as_of from asked)
), turns as (
  select lead, type, at, lead(at) over (partition by lead order by place) as next from said where type is distinct from before
)
select lead, at as since, coalesce(next, 'infinity') as until from turns where type = 'lead.paused';
create index on seen.pause (lead);
-- when the lead's clocks run: always, less the pauses
create table seen.running as
select l.lead, '-infinity'::timestamptz as since, coalesce((select min(p.since) from seen.pause p where p.lead = l.lead), 'infinity') as until from seen.lead l
union all
select p.lead, p.until, coalesce((select min(n.since) from seen.pause n where n.lead = p.lead and n.since >= p.until), 'infinity')
from seen.pause p where p.until < 'infinity';
create index on seen.running (lead);

-- A policy is chosen once: by its versions at the arrival and the lead's first origin, channel, segment and first named team; of those that match the first
-- in order. Working time is counted in the policy's calendar, else the team's, else always open. What a policy leaves open is as EVENTS.md says.
create table seen.policy as
select l.lead, l.arrived, coalesce((p.data->'targets'->>'answer_s')::numeric, 300) as answer_s,
  coalesce(p.data->>'calendar', t.data->>'calendar', 'always') as calendar,
  coalesce(p.data->'counts'->'outbound', '["call", "email", "sms", "chat", "meeting", "demo", "visit", "social", "other"]') as outbound,
  coalesce(p.data->'counts'->'inbound', '["call", "chat"]') as inbound, coalesce(p.data->'counts'->'actors', '["human"]') as actors,
  coalesce(p.data->'counts'->'unless', '["bounced", "wrong_number"]') as unless
from seen.lead l
left join lateral (select n.team from seen.named_team n where n.lead = l.lead order by n.place limit 1) named on true
left join version t on t.type = 'team.set' and t.item = named.team and t.since <= l.arrived and l.arrived < t.until
left join lateral (
  select v.data from version v
  where v.type = 'policy.set' and v.since <= l.arrived and l.arrived < v.until and not v.data ? 'removed'
    and (not v.data->'match' ? 'origin' or coalesce(v.data->'match'->'origin' ? l.origin, false))
    and (not v.data->'match' ? 'channel' or coalesce(v.data->'match'->'channel' ? l.channel, false))
    and (not v.data->'match' ? 'segment' or coalesce(v.data->'match'->'segment' ? l.segment, false))
    and (not v.data->'match' ? 'team' or coalesce(v.data->'match'->'team' ? named.team, false))
  order by (v.data->>'order')::int limit 1) p on true;
create unique index on seen.policy (lead);

-- Rule 7: seconds on the lead's clock: working time in its calendar, or the wall's (`asked.clock`), without the pauses.
create function seen.clock_s(lead text, since timestamptz, until timestamptz) returns numeric language sql stable as $$
  select case when $3 is not null then coalesce(sum(extract(epoch from least(w.until, r.until, $3) - greatest(w.since, r.since, $2))), 0) end
  from working w join seen.running r on r.lead = $1 and r.since < w.until and w.since < r.until and r.since < $3 and $2 < r.until
  where w.since < $3 and $2 < w.until
    and w.calendar = (select case q.clock when 'wall' then 'always' else p.calendar end from seen.policy p, asked q where p.lead = $1) $$;

-- Due: the instant at which the target has passed on the working clock; a lead that is paused for good has none.
create table seen.due as
select distinct on (lead) lead, opens + (answer_s - before) * interval '1 second' as due
from (
  select *, coalesce(sum(lasts) over (partition by lead order by opens rows between unbounded preceding and 1 preceding), 0) as before
  from (
    select p.lead, p.answer_s, greatest(w.since, r.since, p.arrived) as opens,
      extract(epoch from least(w.until, r.until, p.arrived + interval '40 days') - greatest(w.since, r.since, p.arrived)) as lasts
    from seen.policy p join seen.running r using (lead) join working w on w.calendar = p.calendar and w.since < r.until and r.since < w.until
    where w.until > p.arrived and r.until > p.arrived and w.since < p.arrived + interval '40 days' and r.since < p.arrived + interval '40 days'
  ) piece
) summed where before + lasts >= answer_s order by lead, opens;
create unique index on seen.due (lead);

-- Rules 6 and 16: a touch is its first record after the last retraction, its fields as corrected; later records are its next outcomes.
create table seen.record as
select r.subject as lead, r.data->>'touchpoint' as touchpoint, r.place, r.at, r.data from event r
where r.type = 'touchpoint.recorded' and r.at <= (select as_of from asked)
  and not exists (select from event x where x.type = 'touchpoint.retracted' and x.subject = r.subject
    and x.data->>'touchpoint' = r.data->>'touchpoint' and x.place > r.place);
create index on seen.record (lead, touchpoint);
create table seen.correction as
select subject as lead, data->>'touchpoint' as touchpoint, place, data from event where type = 'touchpoint.corrected';
create index on seen.correction (lead, touchpoint);

create table seen.outcome as
select r.lead, r.touchpoint, r.place, r.at, coalesce(
  (select c.data->>'outcome' from seen.correction c
   where c.lead = r.lead and c.touchpoint = r.touchpoint and c.data ? 'outcome' and c.place > r.place
     -- it replaces the latest outcome at its own place in the order
     and not exists (select from event n where n.type = 'touchpoint.recorded' and n.subject = r.lead and n.data->>'touchpoint' = r.touchpoint
       and n.data ? 'outcome' and n.place > r.place and n.place < c.place)
   order by c.place desc limit 1),
  r.data->>'outcome') as outcome
from seen.record r where r.data ? 'outcome';
create index on seen.outcome (lead, touchpoint);

create table seen.touch as
with first as (select distinct on (lead, touchpoint) * from seen.record order by lead, touchpoint, place)
select f.lead, f.touchpoint, f.place, f.at,
  coalesce(corrected->>'channel', f.data->>'channel') as channel, coalesce(corrected->>'direction', f.data->>'direction') as direction,
  coalesce(corrected->>'actor', f.data->>'actor', 'human') as actor, coalesce(corrected->>'rep', f.data->>'rep') as rep,
  (select (s.data->>'duration_s')::numeric from (select place, data, lead, touchpoint from seen.record union all
     select place, data, lead, touchpoint from seen.correction) s
   where s.lead = f.lead and s.touchpoint = f.touchpoint and s.data ? 'duration_s' and s.place >= f.place order by s.place desc limit 1) as duration_s,
  (select (s.data->>'self_booked')::boolean from (select place, data, lead, touchpoint from seen.record union all
     select place, data, lead, touchpoint from seen.correction) s
   where s.lead = f.lead and s.touchpoint = f.touchpoint and s.data ? 'self_booked' and s.place >= f.place order by s.place desc limit 1) as self_booked,
  (select o.outcome from seen.outcome o where o.lead = f.lead and o.touchpoint = f.touchpoint order by o.place desc limit 1) as outcome
from first f cross join lateral (
  -- each field as the last correction that names it says
  select coalesce((select jsonb_object_agg(field, said order by c.place) from seen.correction c, jsonb_each(c.data) as named (field, said)
    where c.lead = f.lead and c.touchpoint = f.touchpoint and c.place > f.place), '{}') as corrected) k;
create index on seen.touch (lead, touchpoint);

-- Rule 3: an inbound call or chat picked up before the arrival and still going on at it.
create table seen.going_on as
select distinct on (t.lead, t.touchpoint) t.lead, t.touchpoint, o.place, t.rep
from seen.touch t join seen.lead l using (lead) join seen.outcome o using (lead, touchpoint)
where t.actor = 'human' and t.direction = 'inbound' and t.channel in ('call', 'chat') and o.outcome = 'connected'
  and t.at < l.arrived and o.at < l.arrived and t.at + coalesce(t.duration_s, -1) * interval '1 second' >= l.arrived
order by t.lead, t.touchpoint, o.place;

-- Rule 4: what answers, and from when.
create table seen.answering as
select t.lead, t.place, t.at, t.rep, t.touchpoint from seen.touch t join seen.policy l using (lead)
where l.actors ? t.actor and t.direction = 'outbound' and l.outbound ? t.channel and t.at >= l.arrived
  and (t.outcome is null or not l.unless ? t.outcome)
union all
select t.lead, c.place, c.at, t.rep, t.touchpoint from seen.touch t join seen.policy l using (lead)
cross join lateral (select o.at, o.place from seen.outcome o
  where o.lead = t.lead and o.touchpoint = t.touchpoint and o.outcome = 'connected' order by o.place limit 1) c
where l.actors ? t.actor and t.direction = 'inbound' and l.inbound ? t.channel and t.at >= l.arrived
union all
select g.lead, g.place, l.arrived, g.rep, g.touchpoint from seen.going_on g join seen.lead l using (lead);
-- When an earlier answer ceased to be one: its latest outcomes say that nobody got it.
create table seen.lapse as
select t.lead, t.place, min(o.at) as at from seen.touch t join seen.policy l using (lead) join seen.outcome o using (lead, touchpoint)
where l.actors ? t.actor and t.direction = 'outbound' and l.outbound ? t.channel and t.at >= l.arrived and l.unless ? o.outcome
  and not exists (select from seen.outcome n where n.lead = t.lead and n.touchpoint = t.touchpoint and n.place > o.place and not l.unless ? n.outcome)
group by t.lead, t.place;
-- Rule 19: credit is taken at the instant that first made the row true: what answers first since another has lapsed is the first answer from then on.
create table seen.answer as
select a.lead, a.at, s.since, coalesce(a.rep, seen.owner_at(a.lead, s.since)) as rep
from (select distinct on (lead) * from seen.answering order by lead, at, place) a
cross join lateral (select greatest(a.at, (select max(e.at) from seen.lapse e where e.lead = a.lead and e.place < a.place)) as since) s;
create unique index on seen.answer (lead);

-- Rule 5: contact.
create table seen.contact as
select distinct on (c.lead) c.lead, c.at, coalesce(c.rep, seen.owner_at(c.lead, c.at)) as rep
from (
  select t.lead, o.at, o.place, t.rep from seen.touch t join seen.lead l using (lead) join seen.outcome o using (lead, touchpoint)
  where t.actor = 'human' and o.outcome in ('connected', 'replied', 'held') and t.at >= l.arrived
  union all
  -- rule 16: a call going on at the arrival is contact there
  select g.lead, l.arrived, g.place, g.rep from seen.going_on g join seen.lead l using (lead)
  union all
  select i.lead, i.at, i.place, i.rep from seen.touch i join seen.lead l using (lead)
  where i.direction = 'inbound' and i.actor <> 'automated' and i.at >= l.arrived
    and exists (select from seen.touch o where o.lead = i.lead and o.direction = 'outbound' and o.channel <> 'task' and o.at < i.at and o.at >= l.arrived
      and (o.outcome is null or o.outcome not in ('bounced', 'wrong_number')))
) c order by c.lead, c.at, c.place;
create unique index on seen.contact (lead);

-- Rule 3: an unanswered lead that has a touchpoint from before its arrival which would have answered.
create table seen.too_early as
select distinct t.lead from seen.touch t join seen.policy l using (lead)
where l.actors ? t.actor and t.at < l.arrived and not exists (select from seen.answer a where a.lead = t.lead)
  and (t.direction = 'outbound' and l.outbound ? t.channel and (t.outcome is null or not l.unless ? t.outcome)
    or t.direction = 'inbound' and l.inbound ? t.channel and exists (select from seen.outcome o
      where o.lead = t.lead and o.touchpoint = t.touchpoint and o.outcome = 'connected'));
