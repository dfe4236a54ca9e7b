const DAY = 86_400_000;
/** Facts that a lead comes to on average: what the counts below add up to. */
const PER_LEAD = 6.11;

/**
 * Plants facts as the projector would have left them: the rows of a lead beside each other, leads in the order of their arrival over 90 days, of
 * 200 reps in 12 teams; one row in seven was cut by something that changed later. Answers how many there are.
 */
export async function plantFacts(dataSource, set, facts, until) {
  const leads = Math.round(facts / PER_LEAD);
  await dataSource.query('select setseed(0.5)');
  await dataSource.query(
    `insert into ${set}.config_event (subject, source, id, digest, type, happened_at, recorded_at, body)
     select subject, '/bench', subject, subject, type, now(), now(), body::json from unnest($1::text[], $2::text[], $3::text[]) t(subject, type, body)`,
    columnsOf(configuration(until - 100 * DAY)),
  );
  await dataSource.query(`create table planted as ${leadsQuery(leads, until)}`);
  for (let from = 0; from < leads; from += 100_000) {
    await dataSource.query(
      `insert into ${set}.fact (subject, kind, n, part, item, at, "from", until, value, excluded, outcome, touch_channel,
                               team, rep, origin, campaign, channel, segment, product, pipeline, stage, currency, due)
       ${factsQuery(from, from + 100_000)}`,
    );
  }
  await dataSource.query('drop table planted');
  await dataSource.query(`vacuum analyze ${set}.fact`);
  const [{ count }] = await dataSource.query(`select count(*)::int as count from ${set}.fact`);
  return count;
}

/** Euros, and dollars with a rate for each day. */
function configuration(at) {
  const time = new Date(at).toISOString();
  const event = (subject, type, data) => ({
    subject,
    type,
    body: JSON.stringify({ specversion: '1.0', id: subject, source: '/bench', type, subject, time, recordedtime: time, data }),
  });
  return [
    event('site', 'site.set', { name: 'Floor', zone: 'Europe/Madrid', locale: 'es-ES', currency: 'EUR' }),
    event('direct', 'pipeline.set', {
      stages: ['new', 'offer', 'order'].map((id) => ({ id, name: id, probability: 0.5 })),
    }),
  ];
}

function columnsOf(events) {
  return ['subject', 'type', 'body'].map((column) => events.map((event) => event[column]));
}

function leadsQuery(leads, until) {
  const begin = until - 90 * DAY;
  return `
    select i, 'lead-' || lpad(i::text, 9, '0') as subject, ${begin} + (i::float8 / ${leads} * ${90 * DAY - 1000})::bigint as at,
           case when random() < 0.03 then null else 'rep-' || lpad((i * 7919 % 200)::text, 3, '0') end as rep,
           'team-' || i * 7919 % 12 as team,
           (array['web_form', 'web_chat', 'phone', 'portal', 'event', 'partner', 'referral', 'import', 'email'])[1 + (random() * random() * 8.99)::int] as origin,
           case when random() < 0.4 then null else 'campaign-' || (random() * 120)::int end as campaign,
           (array['ads', 'seo', 'social', 'email', 'direct'])[1 + (random() * 4)::int] as channel,
           (array['b2b', 'b2c', 'public'])[1 + (random() * 2)::int] as segment,
           (array['solar', 'heat', 'wallbox', 'storage', 'service', 'roof'])[1 + (random() * 5)::int] as product,
           random() < 0.88 as answered, (1000 + random() * random() * random() * 9000000)::bigint as took,
           random() < 0.12 as closes, random() < 0.45 as is_won, random() < 0.2 as has_deal, random() < 0.16 as is_cut,
           (random() * 3.4)::int as touches, random() as chance
      from generate_series(0, ${leads - 1}) i`;
}

/** Rows of leads, one after the other. */
function factsQuery(from, to) {
  const dims = 'team, rep, origin, campaign, channel, segment, product';
  const band = `case when not answered then 'unanswered' when took <= 300000 then '5m' when took <= 900000 then '15m' when took <= 3600000 then '60m' else 'later' end`;
  return `
    select subject, kind, n, part, item, at, "from", until, value, excluded, outcome, touch_channel, ${dims}, pipeline, stage, currency, due
      from (
        select i, subject, 'arrival' as kind, 0 as n, ${band} as part, case when not answered and chance < 0.1 then 'pending' end as item,
               at, at as "from", case when is_cut then at + 60000 end as until, null::bigint as value, null as excluded,
               case when answered and chance < 0.3 then '60m' end as outcome, null as touch_channel, ${dims},
               null as pipeline, case when chance < 0.2 then 'booked' when chance < 0.25 then 'both' end as stage, null as currency, null::bigint as due
          from planted
        union all
        select i, subject, 'arrival', 1, ${band}, null, at, at + 60000, null, null, null, null, null, ${dims}, null, null, null, null
          from planted where is_cut
        union all
        select i, subject, 'response', 0, 'both', 'call-' || i, at, at + took, null, took, null, null, null, ${dims}, null, null, null, null
          from planted where answered
        union all
        select i, subject, 'target', 0, case when answered and took <= 300000 then 'met' else 'breached' end, case when answered then 'call-' || i end,
               at, at + least(took, 300000), null, null, null, null, null, ${dims}, null, null, null, case when took > 300000 then at + 300000 end
          from planted where answered or chance >= 0.1
        union all
        select i, subject, 'touch', t, (array['human outbound', 'human outbound', 'human inbound', 'machine outbound'])[1 + (i + t) % 4], 'touch-' || i || '-' || t,
               at + took + t * 3600000, at + took + t * 3600000, null, case when (i + t) % 3 = 0 then (random() * random() * 900)::int * 1000 else 0 end, null,
               (array['connected', 'no_answer', 'sent', 'voicemail', 'replied'])[1 + (i * 31 + t) % 5], (array['call', 'email', 'chat'])[1 + (i + t) % 3],
               ${dims}, null, null, null, null
          from planted, generate_series(0, touches - 1) t
        union all
        select i, subject, 'funnel', t, 'entered', null, at + took * (t + 1), at + took * (t + 1), null, null, null, null, null, ${dims}, null,
               (array['answered', 'contacted', 'qualified'])[1 + t], null, null
          from planted, generate_series(0, 1) t where answered and chance < 0.5
        union all
        select i, subject, 'stage', t, 'entered', 'deal-' || i, at + took * (t + 3), at + took * (t + 3), null, null, null, null, null, ${dims}, 'direct',
               (array['new', 'offer', 'order'])[1 + t], null, null
          from planted, generate_series(0, 1) t where has_deal
        union all
        select i, subject, 'close', 0, case when is_won then 'won' else 'lost' end, 'deal-' || i, at + took * 6, at + took * 6, null,
               (i * 7919 % 500000)::bigint * 10000 + 9900, null, null, null, ${dims}, 'direct', null, 'EUR', null
          from planted where closes
      ) facts
     where i >= ${from} and i < ${to}
     order by i`;
}
