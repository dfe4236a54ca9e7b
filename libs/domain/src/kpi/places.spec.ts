import { stretchOf } from './places.js';

const never = { at: null, from: 0, until: null };

describe('where a fact stands among buckets', () => {
  it('that follow each other: in the one that it lies in, from its start and up to before its end', () => {
    const places = { by: 'at', ends: [10, 20, 30] } as const;
    const told = [5, 9, 10, 19, 20, 29].map((at) => stretchOf(places, { ...never, at }));
    expect(told).toEqual([
      [0, 1],
      [0, 1],
      [1, 2],
      [1, 2],
      [2, 3],
      [2, 3],
    ]);
  });

  it('that follow each other: in none when it lies nowhere', () => {
    expect(stretchOf({ by: 'at', ends: [10, 20] }, never)).toEqual([2, 3]);
  });

  it('that are instants: in each at which it is true, its first one too and its last one not', () => {
    const places = { by: 'truth', ends: [10, 20, 30] } as const;
    const told = (from: number, until: number | null) => stretchOf(places, { at: null, from, until });
    expect([told(10, 20), told(11, 21), told(5, null), told(30, null), told(31, null)]).toEqual([
      [0, 1],
      [1, 2],
      [0, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('that are instants: in none when it was true between two of them', () => {
    expect(stretchOf({ by: 'truth', ends: [10, 20] }, { at: null, from: 11, until: 20 })).toEqual([1, 1]);
  });
});
