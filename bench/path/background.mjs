/**
 * A sales floor at work, in a process of its own: 500 events a second in batches of at most ten. Each lead is created and assigned at once,
 * called in vain, answered after two to four seconds, and goes on to a deal; so some 190 wait at any time.
 * usage: node bench/path/background.mjs URL KEY; ends at SIGTERM and says what was accepted.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { eventOf, openDoor } from './door.mjs';
import { repName, teamOf } from './teams.mjs';

const [url = '', key = ''] = process.argv.slice(2);
const PER_SECOND = 500;
const BATCH = 10;
const TICK_MS = 20;

/** A lead's life: how long after its arrival, and what. */
const story = (lead, n) => {
  const rep = repName(n);
  const team = teamOf(n);
  const contact = { name: `Person ${lead}`, email: `${lead}@example.com` };
  const money = { amount: '1200.50', currency: 'EUR' };
  const touch = (channel, outcome) => ({ touchpoint: `${channel}-${outcome}`, channel, direction: 'outbound', rep, outcome });
  return [
    [0, 'lead.created', { origin: 'paid_search', channel: 'web', team, segment: 'smb', product: 'gold', value: money, contact }],
    [0, 'lead.assigned', { owner: rep, team, by: 'rule:round-robin' }],
    [1_000, 'touchpoint.recorded', touch('call', 'no_answer')],
    [2_000 + (n % 50) * 40, 'touchpoint.recorded', touch('call', 'connected')],
    [5_000, 'touchpoint.recorded', touch('email', 'sent')],
    [6_000, 'lead.qualified', { rep }],
    [7_000, 'deal.opened', { deal: `deal-${n}`, pipeline: 'default', stage: 'discovery', amount: money, rep }],
    [8_000, 'deal.stage_changed', { deal: `deal-${n}`, stage: 'offer', rep }],
  ];
};
const STEPS = story('', 0).length;

const door = openDoor(url, key, 16);
/** what is to be sent in a tick to come */
const ticks = new Map();
const told = { accepted: 0, refused: 0 };
let leads = 0;
let steadyFrom = null;
const ending = new AbortController();
process.on('SIGTERM', () => ending.abort());

function arrive(tick) {
  const n = leads++;
  const lead = `lead-${n}`;
  for (const [step, [after, type, data]] of story(lead, n).entries()) {
    const due = tick + Math.round(after / TICK_MS);
    const list = ticks.get(due) ?? [];
    list.push(() => eventOf(`${lead}-${step}`, type, lead, data));
    ticks.set(due, list);
  }
}

async function send(events) {
  const { status } = await door.post(events);
  if (status === 202) told.accepted += events.length;
  else told.refused += events.length;
}

const began = performance.now();
const flying = new Set();
for (let tick = 0; !ending.signal.aborted; tick++) {
  const late = began + tick * TICK_MS - performance.now();
  if (late > 0) await pause(late);
  while (leads * STEPS * 1000 < tick * TICK_MS * PER_SECOND) arrive(tick);
  const due = ticks.get(tick) ?? [];
  ticks.delete(tick);
  for (let from = 0; from < due.length; from += BATCH) {
    const sending = send(due.slice(from, from + BATCH).map((make) => make()))
      .catch(() => (told.refused += BATCH))
      .finally(() => flying.delete(sending));
    flying.add(sending);
  }
  // every lead of the beginning is at its end: from now on the rate is the whole one
  if (steadyFrom === null && tick * TICK_MS > 10_000) steadyFrom = { at: performance.now(), accepted: told.accepted };
}
const seconds = steadyFrom === null ? Number.NaN : (performance.now() - steadyFrom.at) / 1000;
const perSecond = Math.round((told.accepted - (steadyFrom?.accepted ?? 0)) / seconds);
await Promise.all(flying);
door.close();
process.stdout.write(`${JSON.stringify({ ...told, leads, events_per_s: perSecond })}\n`);
