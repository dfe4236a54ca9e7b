import fc from 'fast-check';
import { encodeEvent } from './encode-event.js';
import { type ParseOptions, parseEvent } from './parse-event.js';
import { anyEvent } from './testing/any-event.js';

const now = Date.UTC(2026, 10, 1, 9);
const touch = { touchpoint: 'c1', channel: 'call', direction: 'outbound' };
const sent = (changes: object = {}): object => ({
  specversion: '1.0',
  id: '7',
  source: '/crm',
  type: 'touchpoint.recorded',
  subject: 'lead-1',
  time: '2026-11-01T08:59:00Z',
  data: touch,
  ...changes,
});
const read = (changes: object = {}, options: Partial<ParseOptions> = {}) =>
  parseEvent(sent(changes), { now, recordedTime: now + 2, ...options });
const imported = { keepRecordedTime: true, allowProductTypes: true };

function accepted(changes: object, options: Partial<ParseOptions> = {}) {
  const got = read(changes, options);
  if (!got.ok) throw new Error(`${got.path} ${got.problem}`);
  return got;
}

describe('the door', () => {
  it('lets a valid event in, with the instant at which we heard of it', () => {
    expect(read()).toEqual({
      ok: true,
      event: {
        id: '7',
        source: '/crm',
        subject: 'lead-1',
        type: 'touchpoint.recorded',
        time: now - 60_000,
        recordedTime: now + 2,
        historical: false,
        data: touch,
      },
      personal: null,
      dropped: [],
    });
  });

  it('takes contact out of the event, for the vault', () => {
    const got = accepted({
      type: 'lead.created',
      data: { origin: 'referral', contact: { name: 'Ada', email: 'ada@example.com', phone: '+49 30 1', company: 'AE', language: 'en' } },
    });
    expect(got.event.data).toEqual({ origin: 'referral' });
    expect(got.personal).toEqual({ contact: { name: 'Ada', email: 'ada@example.com', phone: '+49 30 1', company: 'AE', language: 'en' } });
    expect(encodeEvent(got.event)).not.toContain('Ada');
  });

  it.each([
    ['touchpoint.recorded', touch],
    ['touchpoint.corrected', { touchpoint: 'c1' }],
    ['lead.disputed', { rep: 'ana', about: 'answer', reason: 'phone' }],
    ['lead.follow_up_set', { rep: 'ana', at: '2026-11-02T09:00:00.000Z' }],
  ])('takes the note of %s out of the event, for the vault', (type, data) => {
    const got = accepted({ type, data: { ...data, note: 'she said\nno' } });
    expect(got.event.data).toEqual(data);
    expect(got.personal).toEqual({ notes: { note: 'she said\nno' } });
  });

  it('has nothing for the vault when contact or note is empty', () => {
    expect(accepted({ data: { ...touch, note: '' } }).personal).toBeNull();
    expect(accepted({ type: 'lead.created', data: { contact: {} } }).personal).toBeNull();
  });

  it('drops attributes that it does not know, and names them', () => {
    expect(accepted({ traceparent: '00-1', Foo: 1, 'ada@example.com': 1 }).dropped).toEqual(['traceparent', 'Foo', '(unprintable)']);
  });

  it('does not let a sender set recordedtime', () => {
    const got = accepted({ recordedtime: '2020-01-01T00:00:00Z' });
    expect(got.dropped).toEqual(['recordedtime']);
    expect(got.event.recordedTime).toBe(now + 2);
  });

  it('does not let a sender say which assignment a claim won', () => {
    const claim = { type: 'lead.claimed', data: { rep: 'ana', assignment: { source: '/crm', id: '6' } } };
    expect(accepted(claim)).toMatchObject({ event: { data: { rep: 'ana' } }, dropped: ['data.assignment'] });
    expect(accepted(claim, imported).event.data).toEqual({ rep: 'ana', assignment: { source: '/crm', id: '6' } });
  });

  it('keeps the recordedtime that an import brings, and gives the instant of the import to an event without one', () => {
    expect(accepted({ recordedtime: '2026-10-01T00:00:00.5+02:00' }, imported).event.recordedTime).toBe(
      Date.UTC(2026, 8, 30, 22, 0, 0, 500),
    );
    expect(accepted({}, imported).event.recordedTime).toBe(now + 2);
    expect(read({ recordedtime: 'then' }, imported)).toMatchObject({ ok: false, path: '$.recordedtime' });
    expect(read({ recordedtime: '2026-11-01T09:05:00.001Z' }, imported)).toMatchObject({ ok: false, path: '$.recordedtime' });
  });

  it('takes the recordedtime of an import up to five minutes ahead, a null one as none, and only as text', () => {
    expect(accepted({ recordedtime: '2026-11-01T09:05:00.000Z' }, imported).event.recordedTime).toBe(now + 300_000);
    expect(accepted({ recordedtime: null }, imported).event.recordedTime).toBe(now + 2);
    expect(read({ recordedtime: 5 }, imported)).toMatchObject({
      path: '$.recordedtime',
      problem: 'must be text, RFC 3339 with an offset, or left out',
    });
  });

  it('leaves alone an assignment of another type, and a claim without one', () => {
    expect(read({ data: { ...touch, assignment: 1 } })).toMatchObject({ ok: false, path: '$.data.assignment' });
    expect(accepted({ type: 'lead.claimed', data: { rep: 'ana' } }).dropped).toEqual([]);
  });

  it('leaves alone a reason of an import that is a code, that is no text, or that becomes none', () => {
    const lost = (reason: unknown) => ({ type: 'deal.lost', data: { deal: 'd1', reason } });
    expect(accepted(lost('price'), imported).event.data).toEqual({ deal: 'd1', reason: 'price' });
    expect(read(lost(5), imported)).toMatchObject({ path: '$.data.reason', problem: 'must be text' });
    expect(read(lost('!!'), imported)).toMatchObject({ path: '$.data.reason', problem: expect.stringMatching(/must be a code/) });
  });

  it('gives no more than 200 characters of an id back, and says who may bring an alert', () => {
    const got = read({ id: 'x'.repeat(300) });
    expect(got.ok ? null : got.id).toBe('x'.repeat(200));
    expect(read({ type: 'alert.raised' })).toMatchObject({ problem: expect.stringMatching(/by the product alone/) });
  });

  it('lets alert.* in from an import only', () => {
    const time = '2026-11-01T08:00:00.000Z';
    const alert = { type: 'alert.raised', data: { alert: 'a', step: 'due', due_at: time, raised_at: time, to: 'ana' } };
    expect(read(alert)).toMatchObject({ ok: false, path: '$.type' });
    expect(accepted(alert, imported).event.data).toEqual(alert.data);
  });

  it('makes a code of the reason of an import, and tells a sender to send one', () => {
    const lost = { type: 'deal.lost', data: { deal: 'd1', reason: "Can't afford" } };
    expect(accepted(lost, imported).event.data).toEqual({ deal: 'd1', reason: 'Can_t_afford' });
    expect(read(lost)).toMatchObject({ ok: false, path: '$.data.reason' });
    expect(read({ type: 'deal.lost', data: { deal: 'd1', reason: 'ask ada@example.com' } }, imported)).toMatchObject({
      ok: false,
      path: '$.data.reason',
    });
  });

  it('lets a clock be five minutes ahead and no millisecond more', () => {
    expect(accepted({ time: '2026-11-01T09:05:00.000Z' }).event.time).toBe(now + 300_000);
    expect(read({ time: '2026-11-01T09:05:00.001Z' })).toMatchObject({ ok: false, path: '$.time' });
  });

  it('takes a missing data as empty where nothing in it is required', () => {
    expect(accepted({ type: 'lead.qualified', data: undefined }).event.data).toEqual({});
    expect(read({ data: undefined })).toMatchObject({ ok: false, path: '$.data.touchpoint' });
  });

  it('takes null attributes as left out, as CloudEvents says', () => {
    expect(accepted({ historical: null, dataschema: null, datacontenttype: null, data_base64: undefined }).event.historical).toBe(false);
  });

  it('knows the version of the data by a path or by a whole address', () => {
    expect(read({ dataschema: '/schemas/touchpoint.recorded/1' }).ok).toBe(true);
    expect(read({ dataschema: 'https://clock.example.com/schemas/touchpoint.recorded/1' }).ok).toBe(true);
  });

  it('keeps times inside data in UTC, to the millisecond', () => {
    expect(accepted({ type: 'lead.follow_up_set', data: { rep: 'ana', at: '2026-11-02T10:00:00.12345+01:00' } }).event.data).toEqual({
      rep: 'ana',
      at: '2026-11-02T09:00:00.123Z',
    });
  });

  it('never throws, whatever JSON it is given', () => {
    const halfRight = fc
      .tuple(
        anyEvent(),
        fc.dictionary(
          fc.constantFrom('id', 'type', 'time', 'data', 'subject', 'historical', 'dataschema', 'recordedtime'),
          fc.jsonValue(),
          { maxKeys: 2 },
        ),
      )
      .map(([event, changes]) => ({ ...JSON.parse(encodeEvent(event)), ...changes }));
    const halfRightData = fc.tuple(anyEvent(), fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 })).map(([event, changes]) => {
      const json = JSON.parse(encodeEvent(event));
      const keys = Object.keys(json.data);
      const onKnown = Object.fromEntries(Object.values(changes).map((value, i) => [keys[i] ?? `x${i}`, value]));
      return { ...json, data: { ...json.data, ...onKnown } };
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), halfRight, halfRightData), (value) => {
        const got = parseEvent(value, { now, recordedTime: now, ...imported });
        if (!got.ok) expect([got.path.startsWith('$'), got.problem.length > 0]).toEqual([true, true]);
      }),
      { numRuns: 2000 },
    );
  });
});
