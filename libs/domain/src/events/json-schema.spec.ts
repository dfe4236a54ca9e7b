import { eventTypes } from './catalogue.js';
import { schemaDocument } from './json-schema.js';
import { currentVersion } from './upcast.js';

const data = (type: (typeof eventTypes)[number]) => schemaDocument(type, 1)?.properties.data;

describe('the JSON Schema of an event', () => {
  it.each(eventTypes)('of type %s is that of the whole CloudEvent, under its own address', (type) => {
    const version = currentVersion(type);
    expect(schemaDocument(type, version)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `/schemas/${type}/${version}`,
      type: 'object',
      properties: { type: { const: type }, data: { type: 'object', additionalProperties: false } },
    });
  });

  it('says what is required', () => {
    expect(data('touchpoint.recorded')?.required).toEqual(['touchpoint', 'channel', 'direction']);
    expect(schemaDocument('touchpoint.recorded', 1)?.required).toEqual(['specversion', 'id', 'source', 'type', 'subject', 'time', 'data']);
    expect(schemaDocument('lead.created', 1)?.required).not.toContain('data');
  });

  it('has the fields that go to the vault, since senders may send them', () => {
    expect(data('lead.created')?.properties).toMatchObject({
      contact: { type: 'object', additionalProperties: false },
      origin: { type: 'string', maxLength: 200 },
    });
    expect(data('touchpoint.recorded')?.properties).toHaveProperty('note');
    expect(data('deal.won')?.properties).not.toHaveProperty('note');
  });

  it('describes what is sent, not what becomes of it', () => {
    expect(data('lead.follow_up_set')?.properties).toMatchObject({ at: { type: 'string', format: 'date-time' } });
    expect(data('deal.won')?.properties).toMatchObject({
      amount: { properties: { amount: { anyOf: [{ type: 'number' }, { type: 'string' }] } } },
    });
    expect(schemaDocument('site.set', 1)?.properties.subject).toMatchObject({ const: 'site' });
  });

  it('there is none of a version that is not known', () => {
    expect(schemaDocument('lead.created', 2)).toBeNull();
    expect(schemaDocument('lead.created', 0)).toBeNull();
  });

  it('binds each attribute of the envelope, and says in words what is not plain from its name', () => {
    const document = schemaDocument('deal.won', 1);
    const text = { type: 'string', minLength: 1, maxLength: 200 };
    expect(document).toMatchObject({
      title: 'deal.won',
      properties: {
        specversion: { const: '1.0' },
        id: text,
        source: text,
        subject: text,
        time: { type: 'string', format: 'date-time' },
        historical: { type: 'boolean' },
        datacontenttype: { const: 'application/json' },
        dataschema: { const: '/schemas/deal.won/1' },
      },
    });
    for (const name of ['id', 'source', 'subject', 'time', 'historical', 'dataschema'])
      expect([name, (document?.properties[name]?.description ?? '') !== '']).toEqual([name, true]);
    expect(document?.properties['dataschema']?.description).toMatch(/version 1/);
    expect(document?.required).not.toContain('dataschema');
  });

  it('binds the subject of a rate to a currency, and of a site to one name', () => {
    expect(schemaDocument('rate.set', 1)?.properties['subject']).toMatchObject({ type: 'string', pattern: '^[A-Z]{3}$' });
    expect(schemaDocument('site.set', 1)?.properties['subject']).not.toHaveProperty('type');
  });
});
