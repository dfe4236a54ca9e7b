import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { decodeEvent } from './decode-event.js';
import { encodeEvent } from './encode-event.js';
import { contentDigest, contentJson, eventKey, sameContent, winnerOf } from './identity.js';
import { parseEvent } from './parse-event.js';
import { anyArrivalOf, anyEvent } from './testing/any-event.js';

const now = Date.UTC(2026, 10, 1, 12);

function sent(changes: object, recordedTime = now) {
  const read = parseEvent(
    {
      specversion: '1.0',
      id: '1',
      source: '/crm',
      type: 'deal.won',
      subject: 'lead-1',
      time: '2026-11-01T09:00:00Z',
      data: { deal: 'd1', amount: { amount: 12.5, currency: 'EUR' } },
      ...changes,
    },
    { now, recordedTime },
  );
  if (!read.ok) throw new Error(read.problem);
  return read.event;
}

describe('the content of an event', () => {
  it('is all of it but recordedtime', () => {
    const json =
      '{"data":{"amount":{"amount":12.5,"currency":"EUR"},"deal":"d1"},"datacontenttype":"application/json","id":"1","source":"/crm","specversion":"1.0","subject":"lead-1","time":"2026-11-01T09:00:00.000Z","type":"deal.won"}';
    expect(contentJson(sent({}))).toBe(json);
    // sha256sum of the line above
    expect(contentDigest(sent({}))).toBe('2e53e15b0875195231dd7047c18bce82717f5627c2c32e214e00eb458ed6797b');
    expect(contentDigest(sent({}, now + 5000))).toBe(contentDigest(sent({})));
  });

  it.each([
    { time: '2026-11-01T10:00:00.0009+01:00' },
    { data: { amount: { currency: 'EUR', amount: '12.50' }, deal: 'd1' } },
    { datacontenttype: 'application/json' },
    { dataschema: '/schemas/deal.won/1' },
    { historical: false },
    { traceparent: 'x', recordedtime: '2020-01-01T00:00:00Z' },
  ])('is the same when written another way: %j', (changes) => {
    expect(sameContent(sent(changes), sent({}))).toBe(true);
    expect(contentDigest(sent(changes))).toBe(contentDigest(sent({})));
  });

  it.each([
    { time: '2026-11-01T09:00:00.001Z' },
    { historical: true },
    { subject: 'lead-2' },
    { type: 'deal.lost' },
    { data: { deal: 'd1', amount: { amount: 12.51, currency: 'EUR' } } },
    { data: { deal: 'd1' } },
  ])('differs by %j', (changes) => {
    expect(sameContent(sent(changes), sent({}))).toBe(false);
    expect(contentDigest(sent(changes))).not.toBe(contentDigest(sent({})));
  });

  it('survives the log', () => {
    fc.assert(
      fc.property(anyEvent(), (event) => {
        const read = decodeEvent(encodeEvent(event));
        expect(read.ok && contentDigest(read.event)).toBe(contentDigest(event));
      }),
    );
  });
});

describe('of one identity', () => {
  it('source and id cannot be taken for another pair', () => {
    expect(eventKey({ source: 'a', id: 'bc' })).not.toBe(eventKey({ source: 'ab', id: 'c' }));
  });

  it('the content heard first counts', () => {
    expect(
      winnerOf([
        { digest: 'a', recordedTime: 20 },
        { digest: 'b', recordedTime: 10 },
      ]),
    ).toEqual({ digest: 'b', recordedTime: 10 });
  });

  it('heard at one instant, the smaller digest counts', () => {
    expect(
      winnerOf([
        { digest: 'b', recordedTime: 10 },
        { digest: 'a', recordedTime: 10 },
      ]),
    ).toEqual({ digest: 'a', recordedTime: 10 });
  });

  it('a repeat heard earlier but read later makes its content win, from that instant', () => {
    expect(
      winnerOf([
        { digest: 'a', recordedTime: 20 },
        { digest: 'b', recordedTime: 10 },
        { digest: 'a', recordedTime: 5 },
      ]),
    ).toEqual({ digest: 'a', recordedTime: 5 });
  });

  it('the winner is the same in any arrival, read at once or one after another', () => {
    const content = fc.record({ digest: fc.constantFrom('a', 'b', 'c'), recordedTime: fc.integer({ min: 0, max: 3 }) });
    const arrivals = fc.array(content, { minLength: 1, maxLength: 6 }).chain((all) => fc.tuple(fc.constant(all), anyArrivalOf(all)));
    fc.assert(
      fc.property(arrivals, ([all, arrived]) => {
        expect(winnerOf(arrived)).toEqual(winnerOf(all));
        expect(arrived.reduce((best, next) => winnerOf([best, next]))).toEqual(winnerOf(all));
      }),
    );
  });
});

it('the content is what RFC 8785 makes of the whole event without recordedtime', () => {
  fc.assert(
    fc.property(anyEvent(), (event) => {
      const { recordedtime: _, ...attributes } = JSON.parse(encodeEvent(event));
      expect(contentJson(event)).toBe(canonicalJson(attributes));
    }),
  );
});
