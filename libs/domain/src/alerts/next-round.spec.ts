import { nextRound, type RoundState, roundsOf } from './next-round.js';

const due = 1_000;
const thrice = { everyMs: 60, most: 3 };
const next = (...told: RoundState[]) => nextRound(told, due, null);
const repeated = (...told: RoundState[]) => nextRound(told, due, thrice);

describe('the next round of an alert', () => {
  it('is the first at the deadline, and none while it stands', () => {
    expect(next()).toEqual({ round: 1, dueAt: due });
    expect(next('open')).toBeNull();
  });

  it('takes the place of one that was taken back, and of none that was right', () => {
    expect(next('retracted')).toEqual({ round: 2, dueAt: due });
    expect(next('resolved')).toBeNull();
    expect(next('retracted', 'resolved')).toBeNull();
  });

  it('is the repeat, as often as the step says and then no more', () => {
    expect(repeated('open')).toEqual({ round: 2, dueAt: due + 60 });
    expect(repeated('open', 'open')).toEqual({ round: 3, dueAt: due + 120 });
    expect(repeated('open', 'open', 'open')).toEqual({ round: 4, dueAt: due + 180 });
    expect(repeated('open', 'open', 'open', 'open')).toBeNull();
  });

  it('begins anew when all were taken back, and counts only those that stand', () => {
    expect(repeated('retracted', 'retracted')).toEqual({ round: 3, dueAt: due });
    expect(repeated('retracted', 'open')).toEqual({ round: 3, dueAt: due + 60 });
  });

  it('ends some day, whatever takes it back', () => {
    expect(nextRound(new Array(15).fill('retracted'), due, null)).toEqual({ round: 16, dueAt: due });
    expect(nextRound(new Array(16).fill('retracted'), due, null)).toBeNull();
    expect([roundsOf(null), roundsOf(thrice)]).toEqual([16, 19]);
  });
});
