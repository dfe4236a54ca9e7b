import { inSchemaOrder } from './key-order.js';

const written = (type: Parameters<typeof inSchemaOrder>[0], data: unknown) => JSON.stringify(inSchemaOrder(type, data));

describe('data in the order of its schema', () => {
  it('is the same object where it is so already, with what is left out and what is null', () => {
    for (const data of [{ touchpoint: 'c', channel: 'call', direction: 'inbound' }, { touchpoint: 'c', direction: 'inbound' }, {}])
      expect(inSchemaOrder('touchpoint.recorded', data)).toBe(data);
    const won = { deal: 'd', amount: { amount: 1, currency: 'EUR' }, rep: 'ana' };
    expect(inSchemaOrder('deal.won', won)).toBe(won);
    const nobody = { owner: null, team: 't' };
    expect(inSchemaOrder('lead.assigned', nobody)).toBe(nobody);
    const week = { zone: 'UTC', week: { mon: [['09:00', '13:00']] }, holidays: [{ date: '2026-12-25', name: 'x' }] };
    expect(written('calendar.set', week)).toBe(JSON.stringify(week));
  });

  it('has its keys put in order', () => {
    expect(written('lead.assigned', { team: 't', owner: 'ana' })).toBe('{"owner":"ana","team":"t"}');
    expect(written('touchpoint.recorded', { direction: 'inbound', channel: 'call', touchpoint: 'c' })).toBe(
      '{"touchpoint":"c","channel":"call","direction":"inbound"}',
    );
  });

  it('has those of an object inside put in order too, and of one that may be left out', () => {
    const amount = { currency: 'EUR', amount: 1 };
    expect(written('subscription.changed', { mrr: amount, kind: 'price' })).toBe('{"mrr":{"amount":1,"currency":"EUR"},"kind":"price"}');
    expect(written('deal.won', { deal: 'd', amount })).toBe('{"deal":"d","amount":{"amount":1,"currency":"EUR"}}');
  });

  it('has those of each object of a list put in order, the list as it stands', () => {
    const stages = [
      { name: 'B', id: 'b' },
      { id: 'a', name: 'A' },
    ];
    expect(written('pipeline.set', { stages })).toBe('{"stages":[{"id":"b","name":"B"},{"id":"a","name":"A"}]}');
    expect(written('rep.set', { days_off: ['2026-12-24', '2026-01-01'], name: 'Ana' })).toBe(
      '{"name":"Ana","days_off":["2026-12-24","2026-01-01"]}',
    );
  });

  it('is without keys that the schema lacks, or that have no value', () => {
    expect(written('lead.assigned', { owner: 'ana', other: 1 })).toBe('{"owner":"ana"}');
    expect(Object.keys(Object(inSchemaOrder('lead.assigned', { owner: 'ana', team: undefined })))).toEqual(['owner']);
  });

  it('is what it was where it is no object', () => {
    expect([null, 5, 'x', undefined].map((data) => inSchemaOrder('lead.assigned', data))).toEqual([null, 5, 'x', undefined]);
    expect(written('pipeline.set', { stages: 'none' })).toBe('{"stages":"none"}');
    expect(written('deal.won', { deal: 'd', amount: null })).toBe('{"deal":"d","amount":null}');
  });
});
