/**
 * CPU of the events' codec on one core, in µs an event: parse + encode at the door (a batch of 100, JSON.parse included and apart), decode, digest.
 * usage, after npm run build: node bench/events-codec.mjs
 */
import { performance } from 'node:perf_hooks';

const from = process.env.EVENTS_DIST ?? new URL('../dist/libs/domain/src/events/', import.meta.url).href;
const { parseEvent } = await import(new URL('parse-event.js', from));
const { encodeEvent } = await import(new URL('encode-event.js', from));
const { decodeEvent } = await import(new URL('decode-event.js', from));
const { contentDigest } = await import(new URL('identity.js', from));

const now = Date.UTC(2026, 10, 1, 12);
const at = (i) => new Date(now - 3_600_000 + i * 977).toISOString();
const mix = [
  (i) => [
    'lead.created',
    {
      origin: 'paid_search',
      campaign: 'autumn',
      channel: 'web',
      team: 'north',
      segment: 'smb',
      product: 'gold',
      value: { amount: 1200.5, currency: 'EUR' },
      contact: { name: `Person ${i}`, email: `p${i}@example.com`, phone: '+4930123456' },
    },
  ],
  (i) => ['lead.assigned', { owner: `rep-${i % 40}`, team: 'north', by: 'rule:round-robin' }],
  (i) => [
    'touchpoint.recorded',
    {
      touchpoint: `call-${i}`,
      channel: 'call',
      direction: 'outbound',
      actor: 'human',
      rep: `rep-${i % 40}`,
      outcome: 'connected',
      duration_s: 181,
    },
  ],
  (i) => [
    'touchpoint.recorded',
    { touchpoint: `mail-${i}`, channel: 'email', direction: 'outbound', rep: `rep-${i % 40}`, outcome: 'sent' },
  ],
  () => ['lead.qualified', { rep: 'rep-7' }],
  (i) => [
    'deal.opened',
    {
      deal: `deal-${i}`,
      pipeline: 'default',
      stage: 'discovery',
      amount: { amount: '1200.50', currency: 'EUR' },
      rep: 'rep-7',
      product: 'gold',
      expected_close: '2026-12-01',
    },
  ],
  (i) => ['deal.stage_changed', { deal: `deal-${i}`, stage: 'offer', rep: 'rep-7' }],
  (i) => ['deal.won', { deal: `deal-${i}`, amount: { amount: 1100, currency: 'EUR' }, rep: 'rep-7' }],
];
const events = Array.from({ length: 20_000 }, (_, i) => {
  const [type, data] = mix[i % mix.length](i);
  return {
    specversion: '1.0',
    id: `01JB2Z5K${i}`,
    source: '/crm/hub',
    type,
    subject: `lead-${i % 2500}`,
    time: at(i % 3000),
    datacontenttype: 'application/json',
    data,
  };
});
const batches = Array.from({ length: 200 }, (_, b) => JSON.stringify(events.slice(b * 100, b * 100 + 100)));
const options = { now, recordedTime: now };
const lines = events.map((event) => encodeEvent(parseEvent(event, options).event));
const decoded = lines.map((line) => decodeEvent(line).event);

/** The best of several rounds: what the code costs, not what the neighbours do. */
function measure(run) {
  let best = Infinity;
  for (let round = 0; round < 12; round += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, ((performance.now() - start) * 1000) / events.length);
  }
  return Number(best.toFixed(2));
}

let sink = 0;
const result = {
  parse_json: measure(() => {
    for (const batch of batches) sink += JSON.parse(batch).length;
  }),
  parse: measure(() => {
    for (const event of events) sink += parseEvent(event, options).ok ? 1 : 0;
  }),
  encode: measure(() => {
    for (const event of decoded) sink += encodeEvent(event).length;
  }),
  door: measure(() => {
    for (const batch of batches) for (const event of JSON.parse(batch)) sink += encodeEvent(parseEvent(event, options).event).length;
  }),
  parse_line: measure(() => {
    for (const line of lines) sink += JSON.parse(line).id.length;
  }),
  decode: measure(() => {
    for (const line of lines) sink += decodeEvent(line).ok ? 1 : 0;
  }),
  digest: measure(() => {
    for (const event of decoded) sink += contentDigest(event).length;
  }),
};
if (sink === 0) throw new Error('nothing was measured');
process.stdout.write(`${JSON.stringify({ bench: 'events-codec', us_per_event: result })}\n`);
