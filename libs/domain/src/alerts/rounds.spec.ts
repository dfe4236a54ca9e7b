import { roundsOf } from './next-round.js';
import { alertIdOf, tellsOf } from './rounds.js';

const due = { step: 'due', policy: 'default', clock: 'lead' } as const;

describe('an alert', () => {
  it.each([1, 2, roundsOf(null)])('of round %d tells of its deadline', (round) => {
    expect(tellsOf(alertIdOf('ada', due, round), 'ada', due, null)).toBe(true);
  });

  it('tells of no other deadline, of no other lead, and of none in a round that never comes', () => {
    expect(tellsOf(alertIdOf('ada', { ...due, step: 'warn' }, 1), 'ada', due, null)).toBe(false);
    expect(tellsOf(alertIdOf('bob', due, 1), 'ada', due, null)).toBe(false);
    expect(tellsOf(alertIdOf('ada', due, roundsOf(null) + 1), 'ada', due, null)).toBe(false);
    expect(tellsOf(alertIdOf('ada', due, roundsOf(null) + 1), 'ada', due, { everyMs: 60_000, most: 1 })).toBe(true);
  });
});
