import { built } from '../measure/built.mjs';
import { configurationEvents, makeEvents } from '../projector/workload.mjs';
import { oddEvents } from './odd-events.mjs';

const { buildConfiguration } = await built('libs/domain/src/configuration/build-configuration.js');
const { encodeEvent } = await built('libs/domain/src/events/encode-event.js');
const { contentDigest, eventKey } = await built('libs/domain/src/events/identity.js');
const { factsOf } = await built('libs/domain/src/facts/facts-of.js');
const { summaryOf } = await built('libs/domain/src/lead/summary.js');
const { foldLead } = await built('libs/domain/src/merges/fold-lead.js');
const { putConfigEvents } = await built('libs/read-model/src/write/config-event.table.js');
const { insertDerivedRows, insertOtherRows, SetRows } = await built('libs/read-model/src/write/set-rows.js');

/** Facts that an event of the workload comes to. */
const FACTS_AN_EVENT = 2.9;
const LEADS_ATONCE = 2_000;

/** Plants what the projector would leave of the events of a floor that comes to so many facts: every table of the set, and names in the vault. */
export async function plantFloor(dataSource, set, facts) {
  const count = Math.round(facts / FACTS_AN_EVENT);
  const events = makeEvents({ events: count, leads: Math.round(count / 6) });
  const arrivals = events.filter(({ type }) => type === 'lead.created');
  const bySubject = grouped([...events, ...oddEvents(arrivals)]);
  const configured = configurationEvents();
  const configuration = buildConfiguration(configured);
  await dataSource.transaction((em) => putConfigEvents(em, set, configured.map(timelineRow)));
  const subjects = [...bySubject.keys()];
  for (let from = 0; from < subjects.length; from += LEADS_ATONCE) {
    const rows = new SetRows();
    for (const subject of subjects.slice(from, from + LEADS_ATONCE)) derive(rows, subject, once(bySubject.get(subject)), configuration);
    await dataSource.transaction(async (em) => {
      await insertDerivedRows(em, set, rows);
      await insertOtherRows(em, set, rows);
    });
  }
  await dataSource.query(
    `insert into contact (lead, name, time, source, id) select subject, 'Ada Lovelace ' || subject, now(), '/bench', subject from ${set}.lead`,
  );
  await dataSource.query(
    `insert into note (subject, source, id, note, time)
     select subject, source, id, 'I called from my own telephone', happened_at from ${set}.timeline where type = 'lead.disputed'`,
  );
  for (const table of ['lead', 'timeline', 'fact', 'other_subject']) await dataSource.query(`vacuum analyze ${set}.${table}`);
  await dataSource.query('vacuum analyze contact');
}

function grouped(events) {
  const groups = new Map();
  for (const event of events) {
    const known = groups.get(event.subject);
    if (known === undefined) groups.set(event.subject, [event]);
    else known.push(event);
  }
  return groups;
}

function derive(rows, subject, told, configuration) {
  for (const event of told) rows.timeline.push(timelineRow(event));
  const state = foldLead(subject, told);
  const summary = summaryOf(state, configuration);
  for (const fact of factsOf(state, configuration)) rows.facts.push(fact);
  if (summary === null) rows.others.push({ subject, partition: 0, incomplete: null, mergedInto: null });
  else rows.leads.push({ summary, partition: 0, incomplete: null });
}

const once = (events) => [...new Map(events.map((event) => [eventKey(event), event])).values()];

const timelineRow = (event) => ({
  subject: event.subject,
  source: event.source,
  id: event.id,
  digest: contentDigest(event),
  type: event.type,
  time: event.time,
  recordedTime: event.recordedTime,
  body: encodeEvent(event),
});

/** So many touches more, of leads of which nothing else is known: what a large export goes through. */
export async function plantTouches(dataSource, set, touches) {
  await dataSource.query(
    `insert into ${set}.fact (subject, kind, n, part, item, at, "from", value, outcome, touch_channel, team, rep, origin)
     select 'bulk-' || lpad((i / 8)::text, 8, '0'), 'touch', i % 8, 'human outbound', 'touch-' || i, at, at, 60000, 'connected', 'call',
            'team-' || i % 10, 'rep-' || lpad((i % 200)::text, 3, '0'), 'web_form'
       from (select i, ${Date.UTC(2026, 5, 2)} + i * 800::bigint as at from generate_series(0, ${touches - 1}) i) touches`,
  );
  await dataSource.query(`vacuum analyze ${set}.fact`);
}
