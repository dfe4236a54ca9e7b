import { alertIdOf, MOST_ROUNDS, tellsOf } from './rounds.js';

const due = { step: 'due', policy: 'default', clock: 'lead' } as const;

describe('an alert', () => {
  it.each([1, 2, MOST_ROUNDS])('of round %d tells of its deadline', (round) => {
    expect(tellsOf(alertIdOf('ada', due, round), 'ada', due)).toBe(true);
  });

  it('tells of no other deadline, of no other lead, and of none in a round that never comes', () => {
    expect(tellsOf(alertIdOf('ada', { ...due, step: 'warn' }, 1), 'ada', due)).toBe(false);
    expect(tellsOf(alertIdOf('bob', due, 1), 'ada', due)).toBe(false);
    expect(tellsOf(alertIdOf('ada', due, MOST_ROUNDS + 1), 'ada', due)).toBe(false);
  });
});
