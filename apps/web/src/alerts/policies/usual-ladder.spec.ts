import { newStep } from './policy-draft.js';
import { isUntouched, usualLadder } from './usual-ladder.js';

describe('the usual ladder takes the place of one that nobody has thought about', () => {
  const first = newStep([]);

  it('such as none, and the one step that a new policy begins with', () => {
    expect([isUntouched([]), isUntouched([first])]).toEqual([true, true]);
  });

  it.each([
    ['another time', { when: 'before', at: '1:00' }],
    ['the owner’s clock', { clock: 'owner' }],
    ['the other target', { of: 'contact' }],
    ['somebody else', { notify: ['owner', 'team'] }],
    ['an action', { action: 'pool' }],
    ['a repeat', { repeat: '1:00' }],
    ['a number of times', { repeatMax: '5' }],
    ['a name', { id: 'first call' }],
  ] as const)('not one step with %s', (_, change) => {
    expect(isUntouched([{ ...first, ...change }])).toBe(false);
  });

  it('nor two, nor itself', () => {
    expect([isUntouched([first, newStep([first])]), isUntouched(usualLadder())]).toEqual([false, false]);
  });
});
