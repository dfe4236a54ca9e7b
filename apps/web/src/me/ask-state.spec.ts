import { type AskState, afterAnswer, type Sending, toSend } from './ask-state.js';

const done: Sending = async () => ({ kind: 'done', event: { source: '/s', id: 'e' }, at: 1 });
const first = { key: 'k1', what: 'luis', send: done };
const other: Sending = async () => ({ kind: 'unconfirmed' });

describe('what is asked of the server', () => {
  const unconfirmed = afterAnswer(first, { kind: 'unconfirmed' }) ?? undefined;

  it('goes out again under its own key and as it was, where nobody confirmed it', () => {
    expect(unconfirmed).toEqual({ step: 'unconfirmed', ...first });
    expect(toSend(unconfirmed, { key: 'k2', what: 'luis', send: other })).toEqual({ step: 'asking', ...first });
  });

  it('has a key of its own where something else is asked, or the last was answered', () => {
    const fresh = { key: 'k2', what: 'eva', send: other };
    expect(toSend(unconfirmed, fresh)).toEqual({ step: 'asking', ...fresh });
    const refused: AskState = { step: 'refused', reason: 'closed', problem: 'p', rep: null, at: null };
    for (const before of [undefined, refused, { step: 'failed', status: 400, problem: 'p' } as const])
      expect(toSend(before, { ...fresh, what: 'luis' })).toEqual({ step: 'asking', ...fresh, what: 'luis' });
  });

  it('is over when it is done, and says why not where it was refused or failed', () => {
    expect(afterAnswer(first, { kind: 'done', event: { source: '/s', id: 'e' }, at: 1 })).toBeNull();
    const refused = { reason: 'not_yours', problem: 'p', rep: 'luis', at: 600 };
    expect(afterAnswer(first, { kind: 'refused', ...refused })).toEqual({ step: 'refused', ...refused });
    expect(afterAnswer(first, { kind: 'failed', status: 400, problem: 'p' })).toEqual({ step: 'failed', status: 400, problem: 'p' });
  });
});
