/**
 * Emmett's PostgreSQL projector (@event-driven-io/emmett-postgresql) folding the same events into one document a lead, as fast as it goes.
 * Its events lie in its own store and are projected from there, so that reading, folding and writing are measured and appending is not; only the
 * inline way appends and projects in one. Easier than what the product does: no timeline, no facts, no deadlines, nothing late or repeated.
 * usage: node emmett-side.mjs DATABASE_URL EVENTS
 */
import { performance } from 'node:perf_hooks';
import { rawSql } from '@event-driven-io/dumbo';
import {
  getPostgreSQLEventStore,
  pongoSingleStreamProjection,
  postgreSQLRawBatchSQLProjection,
  postgreSQLRawSQLProjection,
} from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { built } from '../measure/built.mjs';
import { makeEvents } from './workload.mjs';

const { foldSubject, foldOn } = await built('libs/domain/src/lead/fold-subject.js');

const [databaseUrl, wanted] = process.argv.slice(2);
const events = inOrder(Number(wanted));
const types = [...new Set(events.map(({ type }) => type))];
const byLead = groupBy(events, ({ subject }) => subject);

/** The first events of the workload: each once, sorted within its lead, nothing that rewrites the past, so that the fold only ever goes on. */
function inOrder(count) {
  const seen = new Set();
  return makeEvents({ events: 60_000, leads: 10_000 })
    .slice(0, count)
    .filter(({ type, id }) => type !== 'touchpoint.corrected' && type !== 'touchpoint.retracted' && !seen.has(id) && seen.add(id))
    .sort((a, b) => a.time - b.time);
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const fold = (state, event) => (state ? foldOn(state, event) : foldSubject([event]).state);
const stored = (event) => ({ type: event.type, data: event });
// as text, because the state has keys with U+0000 in them, which jsonb does not take
const evolve = (document, { data }) => ({ state: JSON.stringify(fold(document ? JSON.parse(document.state) : undefined, data)) });
const documents = { canHandle: types, collectionName: 'lead_document', evolve };

const table = 'create table if not exists lead_row (subject text primary key, state json not null)';
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** The document in a table of its own: read, folded and written one event after another. */
const rowByRow = postgreSQLRawSQLProjection({
  name: 'lead_row',
  canHandle: types,
  init: () => rawSql(table),
  evolve: async ({ data }, { execute }) => {
    const { rows } = await execute.query(rawSql(`select state from lead_row where subject = ${literal(data.subject)}`));
    const state = JSON.stringify(fold(rows[0]?.state, data));
    await execute.command(
      rawSql(
        `insert into lead_row values (${literal(data.subject)}, ${literal(state)}) on conflict (subject) do update set state = excluded.state`,
      ),
    );
    return [];
  },
});

/** The same for all that comes at once: for an append of several events one SELECT and one INSERT. (The asynchronous projector hands over one event at a time.) */
const rowPerAppend = postgreSQLRawBatchSQLProjection({
  name: 'lead_row',
  canHandle: types,
  init: () => rawSql(table),
  evolve: async (batch, { execute }) => {
    const { subject } = batch[0].data;
    const { rows } = await execute.query(rawSql(`select state from lead_row where subject = ${literal(subject)}`));
    const state = JSON.stringify(batch.reduce((before, { data }) => fold(before, data), rows[0]?.state));
    return [
      rawSql(
        `insert into lead_row values (${literal(subject)}, ${literal(state)}) on conflict (subject) do update set state = excluded.state`,
      ),
    ];
  },
});

async function inDatabase(name, use) {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return use(url.href);
}

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function expectAll(name, url, check) {
  const [{ n }] = await ask(url, check);
  if (n !== byLead.size) throw new Error(`${name}: ${n} documents, expected ${byLead.size}`);
}

/** Does all of it, some at a time. */
async function append(leads, atATime) {
  const waiting = [...leads];
  const worker = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next();
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}

/** Everything is in the store; the projector catches up. */
const asynchronous = (name, projection, batchSize, check) =>
  inDatabase(name, async (url) => {
    const store = getPostgreSQLEventStore(url);
    await store.schema.migrate();
    // one after another: of events whose transactions overlapped its consumer passes over some
    await append(
      [...byLead].map(
        ([lead, list]) =>
          () =>
            store.appendToStream(`lead:${lead}`, list.map(stored)),
      ),
      1,
    );
    await ask(url, 'analyze');
    const consumer = store.consumer({ stopWhen: { noMessagesLeft: true }, pulling: { batchSize, pullingFrequencyInMs: 0 } });
    const projector = consumer.projector({ processorId: name, projection });
    // a consumer whose projector fails ends as if all were done
    const { handle } = projector;
    let failure = null;
    projector.handle = (...words) =>
      handle(...words).catch((error) => {
        failure ??= error;
        throw error;
      });
    const began = performance.now();
    await consumer.start();
    // it waits 100 ms once before its second batch; that is not counted against it
    const took = (performance.now() - began - 100) / 1000;
    await consumer.close();
    if (failure) throw failure;
    await store.close();
    await expectAll(name, url, check);
    return Math.round(events.length / took);
  });

/**
 * Projected in the transaction that appends, eight at a time. Events come in batches of 1,000 as they lie in the log, and what a batch has of one
 * lead is one append. `lives`: all events of a lead are one append, as only somebody can do who has read the whole log before.
 */
const inline = (name, projection, check, lives = false) =>
  inDatabase(name, async (url) => {
    const store = getPostgreSQLEventStore(url, { projections: [{ type: 'inline', projection }] });
    await store.schema.migrate();
    // the first one makes the tables, which several at once do not survive
    await store.appendToStream('lead:first', [stored({ ...events[0], subject: 'first' })]);
    const began = performance.now();
    for (const batch of lives ? [byLead] : batches(1000)) {
      await append(
        [...batch].map(
          ([lead, list]) =>
            () =>
              store.appendToStream(`lead:${lead}`, list.map(stored)),
        ),
        8,
      );
    }
    const took = (performance.now() - began) / 1000;
    await store.close();
    await expectAll(name, url, `${check} where ${check.includes('lead_row') ? 'subject' : '_id'} <> 'first'`);
    return Math.round(events.length / took);
  });

function batches(size) {
  return Array.from({ length: Math.ceil(events.length / size) }, (_, i) =>
    groupBy(events.slice(i * size, (i + 1) * size), ({ subject }) => subject),
  );
}

const pongoCount = 'select count(*)::int n from lead_document';
const rowCount = 'select count(*)::int n from lead_row';
const bySubject = { ...documents, getDocumentId: ({ data }) => data.subject };
const rates = {};
const ways = {
  async_pongo_single_stream_1000: () => asynchronous('async_single_1000', pongoSingleStreamProjection(bySubject), 1000, pongoCount),
  async_raw_sql_1000: () => asynchronous('async_row_1000', rowByRow, 1000, rowCount),
  inline_pongo: () => inline('inline_pongo', pongoSingleStreamProjection(bySubject), pongoCount),
  inline_raw_sql: () => inline('inline_raw', rowPerAppend, rowCount),
  inline_raw_sql_whole_lives: () => inline('inline_raw_lives', rowPerAppend, rowCount, true),
};
for (const [name, way] of Object.entries(ways)) {
  rates[name] = await way();
  process.stderr.write(`${name} ${rates[name]}\n`);
}
process.stdout.write(`${JSON.stringify({ events: events.length, leads: byLead.size, rates })}\n`);
