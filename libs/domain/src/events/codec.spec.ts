import fc from 'fast-check';
import { eventTypes } from './catalogue.js';
import { decodeEvent } from './decode-event.js';
import { encodeEvent } from './encode-event.js';
import { inSchemaOrder } from './key-order.js';
import { parseEvent } from './parse-event.js';
import { anyEvent } from './testing/any-event.js';

const now = Date.UTC(2027, 0, 1);

function decoded(line: string) {
  const read = decodeEvent(line);
  if (!read.ok) throw new Error(read.reason);
  return read.event;
}

describe('an event in the log', () => {
  it.each(eventTypes)('of type %s is read back as it was, and written again to the same bytes', (type) => {
    fc.assert(
      fc.property(anyEvent({ types: [type] }), (event) => {
        const line = encodeEvent(event);
        expect(decoded(line)).toEqual(event);
        expect(encodeEvent(decoded(line))).toBe(line);
      }),
      { numRuns: 30 },
    );
  });

  it('comes in by the door of an import as it went out by export', () => {
    fc.assert(
      fc.property(anyEvent(), (event) => {
        const read = parseEvent(JSON.parse(encodeEvent(event)), {
          now,
          recordedTime: now,
          keepRecordedTime: true,
          allowProductTypes: true,
        });
        expect(read).toEqual({ ok: true, event, personal: null, dropped: [] });
      }),
    );
  });

  it('has the same bytes in whatever order its keys were given', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    fc.assert(
      fc.property(anyEvent(), (event) => {
        const line = encodeEvent(event);
        expect(JSON.stringify(inSchemaOrder(event.type, turned(event.data)))).toBe(JSON.stringify(event.data));
        expect(encodeEvent(decoded(JSON.stringify(turned(JSON.parse(line)))))).toBe(line);
      }),
    );
  });

  it('is one line with its attributes in one order', () => {
    const event = decoded(
      '{"data":{"owner":null},"recordedtime":"2026-11-01T09:00:02Z","historical":true,"time":"2026-11-01T10:00:00+01:00","subject":"lead-1","type":"lead.assigned","source":"/crm","id":"1","specversion":"1.0","traceparent":"x"}',
    );
    expect(encodeEvent(event)).toBe(
      '{"specversion":"1.0","id":"1","source":"/crm","type":"lead.assigned","subject":"lead-1","time":"2026-11-01T09:00:00.000Z","recordedtime":"2026-11-01T09:00:02.000Z","historical":true,"datacontenttype":"application/json","data":{"owner":null}}',
    );
  });

  it.each([
    ['', 'is not JSON'],
    ['{', 'is not JSON'],
    ['\u0000\u0001binary', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    ['{}', '$.specversion is missing; it must be "1.0"'],
    [
      '{"specversion":"1.0","id":"1","source":"/a","type":"lead.qualified","subject":"l","time":"2026-11-01T09:00:00Z","data":{}}',
      '$.recordedtime is missing; it did not come in by the door',
    ],
    [
      '{"specversion":"1.0","id":"1","source":"/a","type":"lead.qualified","subject":"l","time":"2026-11-01T09:00:00Z","recordedtime":"x","data":{}}',
      '$.recordedtime is no time; give RFC 3339 with an offset, such as 2026-11-01T09:00:00.000Z or 2026-11-01T10:00:00+01:00',
    ],
    [
      '{"specversion":"1.0","id":"1","source":"/a","type":"lead.qualified","subject":"l","time":"2026-11-01T09:00:00Z","recordedtime":"2026-11-01T09:00:00Z"}',
      '$.data is missing; it must be an object',
    ],
    [
      '{"specversion":"1.0","id":"1","source":"/a","type":"lead.created","subject":"l","time":"2026-11-01T09:00:00Z","recordedtime":"2026-11-01T09:00:00Z","data":{"contact":{"name":"Ada"}}}',
      '$.data.contact belongs into the vault and may not stand in the log',
    ],
    [
      '{"specversion":"1.0","id":"1","source":"/a","type":"lead.created","subject":"l","time":"2026-11-01T09:00:00Z","recordedtime":"2026-11-01T09:00:00Z","data":{"origin":""}}',
      '$.data.origin is empty; leave it out or give 1 to 200 characters',
    ],
  ])('%s is none, and says why', (line, reason) => {
    expect(decodeEvent(line)).toEqual({ ok: false, reason });
  });

  it('never throws, whatever lies on the topic', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (line) => {
        expect(decodeEvent(line).ok).toBe(false);
      }),
    );
  });
});
