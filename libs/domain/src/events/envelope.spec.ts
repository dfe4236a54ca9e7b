import { readEnvelope } from './envelope.js';

const base = { specversion: '1.0', id: '7', source: '/crm', type: 'lead.qualified', subject: 'lead-1', time: '2026-11-01T08:59:00Z' };
const read = (changes: object) => readEnvelope({ ...base, ...changes }, {});
const problemOf = (changes: object) => {
  const got = read(changes);
  return got.ok ? null : `${got.path} ${got.problem}`;
};

describe('an envelope', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json ;  charset=utf-8 ',
    null,
  ])('may have the content type %j', (datacontenttype) => {
    expect(read({ datacontenttype }).ok).toBe(true);
  });

  it.each([
    'text/json',
    'application/jsonx',
    'x application/json',
    'application/json; charset=latin1',
    'application/json; utf-8',
    '',
    5,
    {},
  ])('may not have the content type %j', (datacontenttype) => {
    expect(problemOf({ datacontenttype })).toBe('$.datacontenttype must be application/json, or left out');
  });

  it.each([
    '/schemas/lead.qualified/1',
    'http://clock/schemas/lead.qualified/1',
    'https://clock.example.com/schemas/lead.qualified/1',
    null,
  ])('may name the schema %j', (dataschema) => {
    expect(read({ dataschema })).toMatchObject({ ok: true, version: 1 });
  });

  it.each([
    'schemas/lead.qualified/1',
    'ftp://clock/schemas/lead.qualified/1',
    'x /schemas/lead.qualified/1',
    'https://a b/schemas/lead.qualified/1',
    '/schemas/lead.qualified/1x',
    '/schemas/lead.qualified/1/',
    '/schemas/lead.qualified/01',
    '/schemas/lead.qualified/0',
    '/schemas/lead.qualified/1000000',
    '/schemas/lead.created/1',
    ['/schemas/lead.qualified/1'],
    1,
  ])('may not name the schema %j', (dataschema) => {
    expect(problemOf({ dataschema })).toBe('$.dataschema must be /schemas/lead.qualified/<version>, or left out for version 1');
  });

  it('may name a newer schema only as far as it is known', () => {
    const newest = '$.dataschema names a version that is not known; the newest of lead.qualified is 1';
    expect([2, 12, 123_456].map((version) => problemOf({ dataschema: `/schemas/lead.qualified/${version}` }))).toEqual([
      newest,
      newest,
      newest,
    ]);
  });

  it.each<[string, unknown, string]>([
    ['id', undefined, 'is missing; it must be text of 1 to 200 characters'],
    ['id', null, 'is missing; it must be text of 1 to 200 characters'],
    ['id', 7, 'must be text'],
    ['source', undefined, 'is missing; it must be text that names the sender, such as /crm'],
    ['source', 7, 'must be text'],
    ['type', undefined, 'is missing; it must be the name of an event, such as lead.created'],
    ['type', 7, 'must be the name of an event, such as lead.created'],
    ['type', ['lead.qualified'], 'must be the name of an event, such as lead.created'],
    ['type', 'ada lovelace', 'must be the name of an event, such as lead.created'],
    ['type', 'zebra', 'is unknown; see /schemas for the names that there are'],
    ['type', 'lead.qualifed', 'is unknown; did you mean lead.qualified or lead.disqualified?'],
    ['subject', undefined, 'is missing; it must be the id of what the event is about'],
    ['subject', 7, 'must be text'],
    ['time', undefined, 'is missing; it must be RFC 3339 with an offset'],
    ['time', 7, 'must be text, RFC 3339 with an offset'],
    ['historical', 'true', 'must be true or false, without quotes'],
  ])('is refused with %s %j', (name, value, problem) => {
    expect(problemOf({ [name]: value })).toBe(`$.${name} ${problem}`);
  });
});
