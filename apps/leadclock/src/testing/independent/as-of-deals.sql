-- What the events up to as_of say of deals. A deal that names no pipeline is in the pipeline `default` (rule 10).
create table seen.deal_log as
select subject as lead, data->>'deal' as deal, place, at, type, data->>'stage' as stage, data->>'rep' as rep, data->>'product' as product, data->>'pipeline' as pipeline,
  (data->'amount'->>'amount')::numeric as amount, data->'amount'->>'currency' as currency
from event where type like 'deal.%' and at <= (select as_of from asked);
create index on seen.deal_log (lead, deal);

create function seen.deal_rep_at(lead text, deal text, instant timestamptz) returns text language sql stable as $$
  select coalesce(
    (select d.rep from seen.deal_log d where d.lead = $1 and d.deal = $2 and d.at <= $3 and d.rep is not null order by d.place desc limit 1),
    seen.owner_at($1, $3)) $$;

-- Rule 9: an outcome counts until the next reopening or opposite outcome; the same again keeps the first instant.
create table seen.turn as
with said as (
  select lead, deal, place, at, type, lag(type) over (partition by lead, deal order by place) as before
  from seen.deal_log where type in ('deal.won', 'deal.lost', 'deal.reopened')
)
select lead, deal, place, at, type, coalesce(lead(at) over (partition by lead, deal order by place), 'infinity') as until
from said where type is distinct from before;
create index on seen.turn (lead, deal);

create table seen.deal as
select k.lead, k.deal, k.known,
  last.type as turn, last.at as turned,
  case last.type when 'deal.won' then 'won' when 'deal.lost' then 'lost' else 'open' end as status,
  case when last.type in ('deal.won', 'deal.lost') then last.at end as closed,
  m.amount, m.currency,
  coalesce((select p.product from seen.deal_log p where p.lead = k.lead and p.deal = k.deal and p.product is not null order by p.place desc limit 1),
    l.product) as product,
  coalesce((select p.pipeline from seen.deal_log p where p.lead = k.lead and p.deal = k.deal and p.pipeline is not null order by p.place desc limit 1),
    'default') as pipeline,
  l.arrived, l.origin, l.campaign, l.channel, l.segment
from (select lead, deal, min(at) as known from seen.deal_log group by lead, deal) k
left join seen.lead l using (lead)
left join lateral (select t.type, t.at from seen.turn t where t.lead = k.lead and t.deal = k.deal order by t.place desc limit 1) last on true
left join lateral (select a.amount, a.currency from seen.deal_log a where a.lead = k.lead and a.deal = k.deal and a.amount is not null
  order by a.place desc limit 1) m on true;
create index on seen.deal (lead, deal);

-- Entries into stages: opened, changed and reopened, while the deal is not closed; the stage's place is its pipeline's version's in force then.
create table seen.entry as
select d.lead, d.deal, d.place, d.at, d.stage, s.rank, k.pipeline
from seen.deal_log d join seen.deal k using (lead, deal)
left join stage_in_order s on s.pipeline = k.pipeline and s.stage = d.stage and s.since <= d.at and d.at < s.until
where d.type in ('deal.opened', 'deal.stage_changed', 'deal.reopened')
  and (d.type = 'deal.reopened' or coalesce((select t.type from seen.turn t where t.lead = d.lead and t.deal = d.deal and t.place < d.place
    order by t.place desc limit 1), 'deal.reopened') = 'deal.reopened');
create index on seen.entry (lead, deal);

-- A visit of a stage lasts until the next entry or the close. A deal is judged by its pipeline's version in force at the fact's instant: what a deal
-- stands at may become an opportunity, or cease to be one, while it stands there.
create table seen.visit as
select e.*, coalesce(least(
  lead(e.at) over (partition by e.lead, e.deal order by e.place),
  (select t.at from seen.turn t where t.lead = e.lead and t.deal = e.deal and t.place > e.place and t.type <> 'deal.reopened' order by t.place limit 1)),
  'infinity') as until
from seen.entry e;
create table seen.opportunity as
select v.lead, v.deal, min(greatest(v.at, s.since)) as at
from seen.visit v join stage_in_order s on s.pipeline = v.pipeline and s.stage = v.stage and s.since < v.until and (v.at < s.until)
where s.rank >= s.opportunity and greatest(v.at, s.since) <= (select as_of from asked) group by v.lead, v.deal;

-- Rule 8: whether a lead is closed at an instant.
create function seen.is_closed(lead text, instant timestamptz) returns boolean language sql stable as $$
  select coalesce((select e.type = 'lead.disqualified' from event e where e.subject = $1 and e.type in ('lead.disqualified', 'lead.qualified') and e.at <= $2
      order by e.place desc limit 1), false)
    or exists (select from seen.deal_log d where d.lead = $1 and d.at <= $2) and not exists (
      select from (select distinct x.deal from seen.deal_log x where x.lead = $1 and x.at <= $2) known
      where coalesce((select t.type from seen.turn t where t.lead = $1 and t.deal = known.deal and t.at <= $2 order by t.place desc limit 1),
        'deal.reopened') = 'deal.reopened') $$;

-- Rule 19: a row of a lead that arrived has its instant at the later of arrival and first owner; its credit is the first owner's.
create table seen.arrival as
select l.*, o.owner as rep, seen.team_at(l.lead, greatest(l.arrived, coalesce(o.since, l.arrived)), o.owner) as team
from seen.lead l
left join lateral (select w.owner, w.since from seen.owner w where w.lead = l.lead and w.owner is not null order by w.since limit 1) o on true;
create unique index on seen.arrival (lead);

-- Rule 20: leads without an arrival are counted where no window is asked. Whose they are is taken at their first event.
create table seen.unarrived as
select e.lead, '-infinity'::timestamptz as at, null::numeric as value, 'no_arrival' as excluded, o.rep, seen.team_at(e.lead, e.first, o.rep) as team,
  null as origin, null as campaign, null as channel, null as segment, null as product
from (select subject as lead, min(at) as first from event
  where type similar to '(lead|touchpoint|deal).%' and at <= (select as_of from asked) group by subject) e
cross join lateral (select seen.owner_at(e.lead, e.first) as rep) o
where not exists (select from seen.lead l where l.lead = e.lead);
