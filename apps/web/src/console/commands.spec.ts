import { newKey, readAnswer } from './commands.js';

const at = '2026-03-17T13:31:59.000Z';

describe('the answer to a command', () => {
  it('confirms with the event that was written', () => {
    const answer = readAnswer(202, { event: { source: '/leadclock', id: 'e1' }, at });
    expect(answer).toEqual({ kind: 'done', event: { source: '/leadclock', id: 'e1' }, at: Date.parse(at) });
  });

  it('says who was faster, and when', () => {
    const answer = readAnswer(409, { problem: 'luis has claimed it', reason: 'claimed', rep: 'luis', at });
    expect(answer).toEqual({ kind: 'refused', reason: 'claimed', problem: 'luis has claimed it', rep: 'luis', at: Date.parse(at) });
  });

  it('knows a refusal without anybody in it', () => {
    expect(readAnswer(409, { problem: 'closed', reason: 'closed', rep: null, at: null })).toMatchObject({ rep: null, at: null });
  });

  it.each([500, 502, 503, 504])('confirms nothing on %d: it may have been done', (status) => {
    expect(readAnswer(status, { detail: 'the database does not answer' })).toEqual({ kind: 'unconfirmed' });
  });

  it.each([{ event: { source: 's' }, at }, { event: { source: 's', id: 'i' } }, null, 'done', []])(
    'confirms nothing by a body that makes no sense: %j',
    (body) => expect(readAnswer(202, body)).toEqual({ kind: 'unconfirmed' }),
  );

  it.each([
    [404, { problem: 'there is no such lead' }, 'there is no such lead'],
    [422, { detail: 'the key was used for something else' }, 'the key was used for something else'],
    [403, null, 'status 403'],
  ])('failed for good on %d', (status, body, problem) => {
    expect(readAnswer(status, body)).toEqual({ kind: 'failed', status, problem });
  });
});

describe('an idempotency key', () => {
  it('is new each time', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
