import type { Version } from './configuration.js';
import { changesBetween, latest, nextEffect, versionInForce } from './in-force.js';

/** Versions that come into force one after the other, each named after its instant. */
const from = <T>(value: T, ...effects: readonly number[]): readonly Version<T>[] =>
  effects.map((effect) => ({ effect, time: effect, source: '/s', id: `${effect}`, value }));

describe('the version in force', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('is the last of %d that has taken effect, before all of them the first', (count) => {
    const effects = Array.from({ length: count }, (_, i) => 10 * (i + 1));
    const versions = from('x', ...effects);
    for (const at of [5, ...effects.flatMap((effect) => [effect - 1, effect, effect + 1])]) {
      const expected = effects.findLast((effect) => effect <= at) ?? 10;
      expect([at, versionInForce(versions, at)?.effect]).toEqual([at, expected]);
    }
  });

  it('is none of what has no version', () => {
    expect([versionInForce([], 5), versionInForce(undefined, 5), latest([]), latest(undefined)]).toEqual([null, null, null, null]);
  });
});

describe('the changes between two instants', () => {
  it('are those after the first and before the second, each once, and never the first version', () => {
    const versions = from('x', 10, 20, 30, 30, 40, 50);
    expect(changesBetween(versions, 0, 99)).toEqual([20, 30, 40, 50]);
    expect(changesBetween(versions, 20, 50)).toEqual([30, 40]);
    expect(changesBetween(versions, 19, 51)).toEqual([20, 30, 40, 50]);
  });

  it('are none of one version, or of none', () => {
    expect([changesBetween(from('x', 10), 0, 99), changesBetween(undefined, 0, 99)]).toEqual([[], []]);
  });
});

describe('the next effect', () => {
  const rep = { name: 'Ana', team: 'north', active: true, calendar: null, daysOff: [] };
  const reps = { ana: from(rep, 10, 40), luis: from(rep, 30) };
  const teams = { north: from({ name: 'North', calendar: null }, 20, 50) };
  const pipelines = { default: from({ stages: [] }, 60, 25) };

  it('is the nearest after the instant among reps, teams and pipelines', () => {
    const next = (at: number) => nextEffect({ reps, teams, pipelines }, at);
    expect([0, 10, 19, 20, 25, 30, 40, 50].map(next)).toEqual([10, 20, 20, 25, 30, 40, 50, 60]);
    expect(next(60)).toBe(Number.POSITIVE_INFINITY);
  });
});
