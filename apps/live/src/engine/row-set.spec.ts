import fc from 'fast-check';
import { RowSet } from './row-set.js';

describe('a set of rows', () => {
  it('is empty at first', () => {
    const rows = new RowSet();
    expect([rows.size, rows.has(0), rows.delete(7), [...rows]]).toEqual([0, false, false, []]);
  });

  it('holds what a set holds, however rows come and go, at every edge of its words and its room', () => {
    const row = fc.oneof(fc.nat(70), fc.constantFrom(31, 32, 1023, 1024, 1535, 1536, 5_000_000));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), row)), (steps) => {
        const [rows, plain] = [new RowSet(), new Set<number>()];
        for (const [comes, one] of steps) {
          if (comes) {
            rows.add(one);
            plain.add(one);
          } else expect(rows.delete(one)).toBe(plain.delete(one));
          expect([rows.size, rows.has(one)]).toEqual([plain.size, plain.has(one)]);
        }
        expect([...rows]).toEqual([...plain].toSorted((a, b) => a - b));
      }),
    );
  });
});
