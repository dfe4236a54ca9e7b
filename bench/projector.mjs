/**
 * The projector on real parts: Apache Kafka, PostgreSQL with fsync, the program's own process. Ratios hold on any machine, figures on this one.
 *   consume_only          catch-up / a kafkajs consumer that only counts the same records
 *   rebuild_consume_only  rebuild / the same
 *   leads_x10             catch-up with ten times the leads (19 of 20 events for the newest 20,000) / catch-up
 *   emmett_best           catch-up / Emmett's PostgreSQL projector at its fastest way
 * usage: npm run bench -- projector [--gate] [--events 300000] [--without rebuild,many,emmett,steady] [--leads 1000000] [--cpu-prof FOLDER]
 * --leads N is another run: the projector's memory, live and in a rebuild, with N leads in the log.
 */
import { parseArgs } from 'node:util';
import { machine } from './measure/machine.mjs';
import { peakMemory } from './measure/processes.mjs';
import { runNode } from './measure/program.mjs';
import { catchUp } from './projector/catch-up.mjs';
import { countOnly, makeTopics, openProducer } from './projector/log.mjs';
import { newDatabase } from './projector/read-model.mjs';
import { startServers } from './projector/servers.mjs';
import { steady } from './projector/steady.mjs';
import { configurationEvents, makeEvents, oldLeadEvents } from './projector/workload.mjs';

const targets = { consume_only: 0.05, rebuild_consume_only: 0.1, leads_x10: 0.7, emmett_best: 10 };
const STEADY = { perSecond: 2000, seconds: 20 };
const EMMETT_EVENTS = 3000;

const { values } = parseArgs({
  options: {
    gate: { type: 'boolean', default: false },
    events: { type: 'string', default: '300000' },
    leads: { type: 'string' },
    without: { type: 'string', default: '' },
    'cpu-prof': { type: 'string' },
  },
});
const EVENTS = Number(values.events);
const LEADS = Math.round(EVENTS / 6);
const wants = (part) => !values.without.split(',').includes(part);
const flags = values['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${values['cpu-prof']}`] : [];
const say = (text) => process.stderr.write(`${text}\n`);
const side = (name) => new URL(`./projector/${name}-side.mjs`, import.meta.url).pathname;
const ratio = (ours, theirs) => Number((ours / theirs).toPrecision(3));

const servers = await startServers();
const ratios = {};
const figures = { machine: machine() };
let producer;
try {
  producer = await openProducer(servers.brokers);
  if (values.leads) await memoryOnly(Number(values.leads));
  else await everything();
} finally {
  await producer?.close();
  await servers.stop();
}
figures.machine.load_after = machine().load;
process.stdout.write(`${JSON.stringify({ bench: 'projector', ratios, figures })}\n`);
const short = Object.keys(ratios).filter((name) => ratios[name] < targets[name]);
for (const name of short) say(`${name} is ${ratios[name]}, below ${targets[name]}`);
if (values.gate && short.length > 0) process.exitCode = 1;

async function everything() {
  await fill('plain', makeEvents({ events: EVENTS, leads: LEADS }));
  const counting = [];
  const count = async () => counting.push(await countOnly(servers.brokers, 'plain', EVENTS));
  await count();
  await count();

  const plain = await catchUp(servers, {
    name: 'plain',
    databaseUrl: await newDatabase(servers.databaseUrl, 'plain'),
    topic: 'plain',
    events: EVENTS,
    flags,
  });
  figures.catch_up = plain.figures;
  const { timeline, lead, fact } = await plain.model.counts();
  figures.rows = {
    timeline,
    lead,
    fact,
    facts_per_event: Number((fact / EVENTS).toFixed(2)),
    facts_by_kind: await plain.model.factsByKind(),
  };
  say(`catch-up ${JSON.stringify(plain.figures)}, ${figures.rows.facts_per_event} facts an event`);
  await count();

  if (wants('rebuild')) figures.rebuild = await rebuildBeside(plain, 'plain', EVENTS);
  if (wants('steady')) {
    const events = makeEvents({
      events: STEADY.perSecond * STEADY.seconds,
      leads: Math.round((STEADY.perSecond * STEADY.seconds) / 6),
      firstLead: LEADS,
      seed: 3,
    });
    figures.steady = await steady({ ...plain, servers, producer, topic: 'plain', events, perSecond: STEADY.perSecond, already: EVENTS });
    say(`steady ${JSON.stringify(figures.steady)}`);
  }
  await plain.model.close();
  await plain.program.stop();

  if (wants('many')) {
    const old = LEADS * 9;
    await fill('many', oldLeadEvents(old));
    await producer.sendAll('many', makeEvents({ events: EVENTS, leads: LEADS, firstLead: old, oldLeads: old, oldShare: 0.05, seed: 4 }));
    const many = await catchUp(servers, {
      name: 'many',
      databaseUrl: await newDatabase(servers.databaseUrl, 'many'),
      topic: 'many',
      events: old + EVENTS,
      after: old,
    });
    figures.catch_up_leads_x10 = many.figures;
    say(`ten times the leads ${JSON.stringify(many.figures)}`);
    await many.model.close();
    await many.program.stop();
  }
  await count();
  const best = Math.max(...counting.map((one) => one.events_per_s));
  figures.count_only = { events_per_s: best, all: counting };
  ratios.consume_only = ratio(plain.figures.events_per_s, best);
  if (wants('rebuild')) ratios.rebuild_consume_only = ratio(figures.rebuild.events_per_s, best);
  if (wants('many')) ratios.leads_x10 = ratio(figures.catch_up_leads_x10.events_per_s, plain.figures.events_per_s);
  if (wants('emmett')) {
    figures.emmett = await runNode([side('emmett'), servers.databaseUrl, String(EMMETT_EVENTS)]);
    say(`emmett ${JSON.stringify(figures.emmett.rates)}`);
    // whole lives in one append are shown, not counted: no projector has them at hand
    const { inline_raw_sql_whole_lives: _, ...ways } = figures.emmett.rates;
    ratios.emmett_best = ratio(plain.figures.events_per_s, Math.max(...Object.values(ways)));
  }
}

/** Memory with many leads: caught up, live, rebuilt. */
async function memoryOnly(leads) {
  await fill('memory', oldLeadEvents(leads));
  const {
    program,
    model,
    figures: caught,
  } = await catchUp(servers, {
    name: 'memory',
    databaseUrl: await newDatabase(servers.databaseUrl, 'memory'),
    topic: 'memory',
    events: leads,
    flags,
  });
  say(`${leads} leads ${JSON.stringify(caught)}`);
  figures.leads = leads;
  figures.catch_up = caught;
  const events = makeEvents({ events: EVENTS, leads: LEADS, firstLead: leads, oldLeads: leads, oldShare: 0.05, seed: 4 });
  await producer.sendAll('memory', events);
  await model.reach(leads + EVENTS);
  figures.live_peak_mb = peakMemory(program.pid);
  figures.rebuild = await rebuildBeside({ program }, 'memory', leads + EVENTS);
  figures.beside_rebuild_peak_mb = peakMemory(program.pid);
  await model.close();
  await program.stop();
}

async function fill(topic, events) {
  await makeTopics(servers.brokers, topic);
  await producer.sendAll(`${topic}.config`, configurationEvents(), 1);
  say(`${await producer.sendAll(topic, events)} events in ${topic}`);
}

async function rebuildBeside({ program }, topic, events) {
  const url = new URL(servers.databaseUrl);
  url.pathname = `/${topic}`;
  const made = await runNode([side('rebuild'), url.href, servers.brokers, topic]);
  const answer = { events_per_s: Math.round(events / made.seconds), ...made, live_peak_mb: peakMemory(program.pid) };
  say(`rebuild ${JSON.stringify(answer)}`);
  return answer;
}
