import { parseEvent } from './parse-event.js';

const now = Date.UTC(2026, 10, 1, 9);
const touch = { touchpoint: 'c1', channel: 'call', direction: 'outbound' };
const base = {
  specversion: '1.0',
  id: '7',
  source: '/crm',
  type: 'touchpoint.recorded',
  subject: 'lead-1',
  time: '2026-11-01T08:59:00Z',
  data: touch,
};

function refused(changes: object) {
  const got = parseEvent({ ...base, ...changes }, { now, recordedTime: now });
  if (got.ok) throw new Error('it was accepted');
  return got;
}

const created = (data: object) => ({ type: 'lead.created', data });

describe('a refusal names the place and the fix', () => {
  it.each<[object, string, RegExp]>([
    [{ specversion: undefined }, '$.specversion', /is missing; it must be "1.0"/],
    [{ specversion: '0.3' }, '$.specversion', /must be "1.0"/],
    [{ id: undefined }, '$.id', /is missing/],
    [{ id: 7 }, '$.id', /must be text/],
    [{ id: '' }, '$.id', /is empty/],
    [{ id: 'x'.repeat(201) }, '$.id', /longer than 200/],
    [{ id: 'a\u0000' }, '$.id', /control character/],
    [{ source: '' }, '$.source', /is empty/],
    [{ source: null }, '$.source', /is missing/],
    [{ type: 'touchpoint.recoded' }, '$.type', /did you mean touchpoint\.recorded/],
    [{ type: 'LeadCreated' }, '$.type', /did you mean lead\.created/],
    [{ type: 'constructor' }, '$.type', /is unknown/],
    [{ type: 5 }, '$.type', /must be the name of an event/],
    [{ subject: '' }, '$.subject', /is empty/],
    [{ subject: 'é'.repeat(201) }, '$.subject', /longer than 200/],
    [{ subject: '\ud800' }, '$.subject', /surrogate/],
    [{ subject: 'ada@example.com' }, '$.subject', /e-mail address.*hash/],
    [{ subject: '+49 170 1234567' }, '$.subject', /telephone number.*hash/],
    [{ type: 'site.set', subject: 'floor' }, '$.subject', /must be "site"/],
    [{ type: 'rate.set', subject: 'dollar' }, '$.subject', /ISO 4217/],
    [{ time: undefined }, '$.time', /is missing; it must be RFC 3339/],
    [{ time: 1_793_523_600_000 }, '$.time', /must be text, RFC 3339/],
    [{ time: '2026-11-01T08:59:00' }, '$.time', /no offset/],
    [{ time: '2026-11-01T10:00:00Z' }, '$.time', /more than 5 minutes in the future/],
    [{ historical: 'true' }, '$.historical', /true or false/],
    [{ datacontenttype: 'text/xml' }, '$.datacontenttype', /application\/json/],
    [{ data_base64: 'e30=' }, '$.data_base64', /send the data as JSON/],
    [{ dataschema: '/schemas/lead.created/1' }, '$.dataschema', /must be \/schemas\/touchpoint\.recorded/],
    [{ dataschema: '/schemas/touchpoint.recorded/2' }, '$.dataschema', /newest of touchpoint\.recorded is 1/],
    [{ data: [] }, '$.data', /must be an object/],
    [{ data: 'x' }, '$.data', /must be an object/],
    [{ data: { ...touch, touchpoint: undefined } }, '$.data.touchpoint', /is missing; it must be/],
    [
      { data: { touchpont: 'c1', channel: 'call', direction: 'outbound' } },
      '$.data.touchpont',
      /did you mean touchpoint\?.*also wrong: \$\.data\.touchpoint/,
    ],
    [{ data: { ...touch, outcom: 'held' } }, '$.data.outcom', /did you mean outcome\?/],
    [{ data: { ...touch, zzz: 1 } }, '$.data.zzz', /is not a field here; allowed: touchpoint, .*, note$/],
    [{ data: { ...touch, channel: 'Call' } }, '$.data.channel', /must be one of call, .*did you mean call\?/],
    [{ data: { ...touch, direction: undefined } }, '$.data.direction', /is missing; it must be one of outbound, inbound/],
    [{ data: { ...touch, rep: null } }, '$.data.rep', /must be text; leave it out/],
    [{ data: { ...touch, rep: '' } }, '$.data.rep', /is empty; leave it out/],
    [{ data: { ...touch, duration_s: -1 } }, '$.data.duration_s', /at least 0/],
    [{ data: { ...touch, duration_s: '5' } }, '$.data.duration_s', /must be a number/],
    [{ data: { ...touch, self_booked: 'yes' } }, '$.data.self_booked', /true or false/],
    [{ data: { ...touch, touchpoint: 'ada@example.com' } }, '$.data.touchpoint', /e-mail address.*hash/],
    [{ data: { ...touch, note: 'a\u0000b' } }, '$.data.note', /control character/],
    [created({ value: { amount: 1.23456, currency: 'EUR' } }), '$.data.value.amount', /four decimals/],
    [created({ value: { amount: true, currency: 'EUR' } }), '$.data.value.amount', /number, or a decimal string/],
    [created({ value: { amount: 1, currency: 'euro' } }), '$.data.value.currency', /ISO 4217/],
    [created({ value: 5 }), '$.data.value', /must be an object/],
    [created({ contact: { mail: 'x' } }), '$.data.contact.mail', /did you mean email\?/],
    [created({ contact: 'Ada' }), '$.data.contact', /must be an object/],
    [created(JSON.parse('{"__proto__":{"owner":"x"}}')), '$.data.__proto__', /is not a field here/],
    [{ type: 'lead.assigned', data: {} }, '$.data.owner', /is missing; it must be text or null/],
    [{ type: 'lead.paused', data: { reason: 'on holiday' } }, '$.data.reason', /code of letters, digits/],
    [{ type: 'lead.viewed', data: { rep: 'ana', x: 1 } }, '$.data.x', /allowed: rep$/],
    [{ type: 'survey.answered', data: { score: 9.5 } }, '$.data.score', /whole number/],
    [{ type: 'survey.answered', data: { score: 11 } }, '$.data.score', /at most 10/],
    [{ type: 'deal.opened', data: { deal: 'd', stage: 's', expected_close: '2026-02-30' } }, '$.data.expected_close', /a day that exists/],
    [{ type: 'rate.set', subject: 'USD', data: { date: '2026-10-02', to: 'EUR', rate: 0 } }, '$.data.rate', /more than 0/],
    [{ type: 'lead.follow_up_set', data: { rep: 'ana', at: '2026-11-02' } }, '$.data.at', /date alone/],
  ])('%j', (changes, path, problem) => {
    const got = refused(changes);
    expect(got.path).toBe(path);
    expect(got.problem).toMatch(problem);
  });

  it.each([[undefined], [null], [5], ['{}'], [[]]])('of %j, which is no object at all', (value) => {
    expect(parseEvent(value, { now, recordedTime: now })).toEqual({
      ok: false,
      id: null,
      path: '$',
      problem: 'must be a CloudEvent, a JSON object',
    });
  });

  it('gives the id back, so that the sender knows which of the batch it was', () => {
    expect(refused({ time: undefined }).id).toBe('7');
    expect(refused({ id: 7 }).id).toBeNull();
  });

  it.each([
    { subject: 'ada@example.com' },
    { type: 'ada@example.com' },
    { time: 'ada@example.com' },
    { historical: 'ada@example.com' },
    { dataschema: 'ada@example.com' },
    { data: { ...touch, touchpoint: 'ada@example.com' } },
    { data: { ...touch, 'ada@example.com': 1 } },
    { data: { ...touch, outcome: 'ada@example.com' } },
    { data: { ...touch, note: { text: 'ada@example.com' } } },
    created({ contact: { name: 'ada@example.com\u0000' } }),
    created({ contact: { 'ada@example.com': 'x' } }),
    created({ value: { amount: 'ada@example.com', currency: 'EUR' } }),
    created({ value: { amount: 1, currency: 'ada@example.com' } }),
    { type: 'lead.paused', data: { reason: 'ada@example.com' } },
    { type: 'site.set', subject: 'site', data: { name: 'x', zone: 'ada@example.com', locale: 'ada@example.com', currency: 'EUR' } },
  ])('repeats nothing that may be personal: %j', (changes) => {
    const got = refused(changes);
    expect(`${got.path} ${got.problem}`).not.toMatch(/ada/);
  });
});
