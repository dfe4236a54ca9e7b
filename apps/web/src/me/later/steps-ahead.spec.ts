import { readSteps } from './steps-ahead.js';

const step = { step: 'late', of: 'answer', at: '2026-03-17T14:35:00Z', to: ['ana'], action: null, repeat: null };
const at = Date.parse(step.at);

describe('the steps that are still to come', () => {
  it('are read in their order, with what they do, how often they repeat and what they are about', () => {
    const more = { ...step, to: ['*'], of: 'contact', action: 'pool', repeat: { every_s: 60, left: 3 } };
    expect(readSteps({ steps: [step, more] })).toEqual([
      { at, isOfContact: false, to: ['ana'], action: null, repeat: null },
      { at, isOfContact: true, to: ['*'], action: 'pool', repeat: { everyMs: 60_000, left: 3 } },
    ]);
  });

  it('leave out a promised call, and what names nobody or no instant', () => {
    const steps = [{ ...step, of: 'call' }, { ...step, to: [7] }, { ...step, at: 'soon' }, null, step];
    expect(readSteps({ steps })).toHaveLength(1);
  });

  it.each([null, {}, { steps: null }])('are not known from %j', (body) => {
    expect(readSteps(body)).toBeNull();
  });
});
