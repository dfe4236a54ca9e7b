import type { CommandAnswer } from '../console/commands.js';
import { type ClaimState, claimFace, claimNext, openClaim } from './claim-state.js';

const asked = claimNext(openClaim, { type: 'ask', newKey: 'k1' });
const answered = (answer: CommandAnswer, from = asked): ClaimState => claimNext(from, { type: 'answer', answer, askedAt: 1_000 });
const done: CommandAnswer = { kind: 'done', event: { source: 's', id: 'e' }, at: 900 };
const lost: CommandAnswer = { kind: 'refused', reason: 'claimed', problem: 'p', rep: 'luis', at: 600 };
const free = { rep: null };

describe('a claim', () => {
  it('is asked once, however often the button is pressed', () => {
    expect(asked).toEqual({ step: 'asking', key: 'k1' });
    expect(claimNext(asked, { type: 'ask', newKey: 'k2' })).toBe(asked);
  });

  it('is never won before the server has said so', () => {
    expect(claimFace(asked, free, 'ana', true)).toBe('claiming');
    expect(claimFace(answered(done), free, 'ana', true)).toBe('yours');
  });

  it('that nobody confirmed is asked again with the same key', () => {
    const unsure = answered({ kind: 'unconfirmed' });
    expect(claimFace(unsure, free, 'ana', true)).toBe('unconfirmed');
    expect(claimNext(unsure, { type: 'ask', newKey: 'k2' })).toEqual({ step: 'asking', key: 'k1' });
  });

  it('that failed for good is asked anew with a new key', () => {
    const failed = answered({ kind: 'failed', status: 404, problem: 'there is no such lead' });
    expect(claimNext(failed, { type: 'ask', newKey: 'k2' })).toEqual({ step: 'asking', key: 'k2' });
  });

  it('that somebody else won says who it was, and when', () => {
    expect(answered(lost)).toEqual({ step: 'lost', reason: 'claimed', rep: 'luis', at: 600, askedAt: 1_000, next: null });
    expect(claimNext(answered(lost), { type: 'seen' })).toEqual(openClaim);
  });

  it('takes no answer that it did not ask for', () => {
    expect(answered(done, openClaim)).toBe(openClaim);
  });
});

describe('the place of the claim button', () => {
  it.each([
    ['the stream says that it is mine, though no answer came', { step: 'unconfirmed', key: 'k' }, 'ana', true, 'yours'],
    ['it is Luis’s', openClaim, 'luis', true, 'others'],
    [
      'I lost it to Luis and the stream knows',
      { step: 'lost', reason: 'claimed', rep: 'luis', at: 1, askedAt: 2, next: null },
      'luis',
      true,
      'lost',
    ],
    ['it was answered meanwhile', openClaim, null, false, 'over'],
    ['mine was answered', { step: 'won' }, 'ana', false, 'over'],
    ['I won it, and the stream has it as another’s since', { step: 'won' }, 'luis', true, 'others'],
    ['it is nobody’s', openClaim, null, true, 'claim'],
  ] as const)('when %s', (_when, state, rep, waits, face) => {
    expect(claimFace(state, { rep }, 'ana', waits)).toBe(face);
  });

  it.each(['given_back', 'heard'] as const)('offers a lead again that was mine (%s)', (type) => {
    expect(claimFace(claimNext({ step: 'won' }, { type }), free, 'ana', true)).toBe('claim');
  });
});
