/**
 * CPU of the events' codec on one core, in µs an event: parse + encode at the door (a batch of 100, JSON.parse included and apart), decode, digest.
 * usage, after npm run build: node bench/events-codec.mjs
 */
import { performance } from 'node:perf_hooks';
import { batchOf } from './ingest/sales-events.mjs';

const from = process.env.EVENTS_DIST ?? new URL('../dist/libs/domain/src/events/', import.meta.url).href;
const { parseEvent } = await import(new URL('parse-event.js', from));
const { encodeEvent } = await import(new URL('encode-event.js', from));
const { decodeEvent } = await import(new URL('decode-event.js', from));
const { contentDigest } = await import(new URL('identity.js', from));

const now = Date.UTC(2026, 10, 2, 12);
const events = batchOf(0, 20_000);
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
