import { nextRound, type RoundState, roundsOf } from './next-round.js';
import { nextRoundSnoozed, type ToldRound } from './next-round-snoozed.js';

const minute = 60_000;
const due = 5 * minute;
const twice = { everyMs: minute, most: 2 };
/** A round of so many minutes, put off until so many. */
const told = (at: number, until: number | null = null, state: RoundState = 'open'): ToldRound => ({
  state,
  dueAt: at * minute,
  snoozedUntil: until === null ? null : until * minute,
});
const next = (...rounds: ToldRound[]) => nextRoundSnoozed(rounds, due, null);
const repeated = (...rounds: ToldRound[]) => nextRoundSnoozed(rounds, due, twice);

describe('the next round of an alert that was put off', () => {
  it('is told at the end of that, once, though its step does not repeat', () => {
    expect(next(told(5, 15))).toEqual({ round: 2, dueAt: 15 * minute });
    expect(next(told(5, 15), told(15))).toBeNull();
  });

  it('can be put off again, also before it has ended', () => {
    expect(next(told(5, 15), told(15, 20))).toEqual({ round: 3, dueAt: 20 * minute });
    expect(next(told(5, 12))).toEqual({ round: 2, dueAt: 12 * minute });
  });

  it('holds the repeats back, which go on from there and are as many as before', () => {
    expect(repeated(told(5, 15))).toEqual({ round: 2, dueAt: 15 * minute });
    // also if that ends before it would have been told again
    expect(repeated(told(5, 5.5))).toEqual({ round: 2, dueAt: 5.5 * minute });
    expect(repeated(told(5, 15), told(15))).toEqual({ round: 3, dueAt: 16 * minute });
    expect(repeated(told(5, 15), told(15), told(16))).toEqual({ round: 4, dueAt: 17 * minute });
    expect(repeated(told(5, 15), told(15), told(16), told(17))).toBeNull();
  });

  it('holds them back whichever round was put off, and counts those that came before', () => {
    expect(repeated(told(5), told(6, 15))).toEqual({ round: 3, dueAt: 15 * minute });
    expect(repeated(told(5, 15), told(6))).toEqual({ round: 3, dueAt: 15 * minute });
    expect(repeated(told(5), told(6, 15), told(15))).toEqual({ round: 4, dueAt: 16 * minute });
    expect(repeated(told(5), told(6, 15), told(15), told(16))).toBeNull();
  });

  it('is told after quiet hours that the end lies in, and then not again', () => {
    expect(next(told(5, 15), told(30))).toBeNull();
  });

  it('keeps its distance to one that quiet hours have moved', () => {
    expect(nextRoundSnoozed([told(5), told(30)], due, twice)).toEqual({ round: 3, dueAt: 31 * minute });
    expect(nextRoundSnoozed([told(5), told(30), told(31)], due, twice)).toBeNull();
    expect(repeated(told(5, 15), told(30))).toEqual({ round: 3, dueAt: 31 * minute });
    expect(repeated(told(5), told(30, null, 'retracted'))).toEqual({ round: 3, dueAt: 6 * minute });
  });

  it('ends with its reason, and takes no notice of what was taken back', () => {
    expect(next(told(5, 15, 'resolved'))).toBeNull();
    expect([next(told(5, 15), told(15, null, 'resolved')), repeated(told(5, 15), told(15, null, 'resolved'))]).toEqual([null, null]);
    expect(next(told(5, 15, 'retracted'))).toEqual({ round: 2, dueAt: due });
  });

  it('ends some day, whoever puts it off again and again', () => {
    const often = (count: number) => Array.from({ length: count }, (_, index) => told(5 + index, 6 + index));
    expect(next(...often(15))).toEqual({ round: 16, dueAt: 20 * minute });
    expect(next(...often(16))).toBeNull();
    expect(roundsOf(null)).toBe(16);
  });

  it('is that of an alert which nobody put off', () => {
    const states: RoundState[] = ['open', 'resolved', 'retracted'];
    for (const repeat of [null, twice])
      for (const first of states)
        for (const second of states)
          for (const rounds of [[], [told(5, null, first)], [told(5, null, first), told(first === 'open' ? 6 : 5, null, second)]])
            expect(nextRoundSnoozed(rounds, due, repeat)).toEqual(
              nextRound(
                rounds.map(({ state }) => state),
                due,
                repeat,
              ),
            );
  });
});
