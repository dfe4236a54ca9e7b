import { array, assert, integer, option, property, string, tuple } from 'fast-check';
import { BinaryRows } from './binary-rows.js';

type Told = readonly [string | null, number | null];

/** A binary COPY of a text and a bigint, as PostgreSQL writes it. */
function copyOf(rows: readonly Told[]): Buffer {
  const parts: Buffer[] = [Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)];
  for (const [text, number] of rows) {
    parts.push(Buffer.from([0, 2]));
    const bytes = text === null ? null : Buffer.from(text);
    const eight = number === null ? null : Buffer.alloc(8);
    eight?.writeBigInt64BE(BigInt(number ?? 0));
    for (const field of [bytes, eight]) {
      const length = Buffer.alloc(4);
      length.writeInt32BE(field === null ? -1 : field.length);
      parts.push(length, field ?? Buffer.alloc(0));
    }
  }
  parts.push(Buffer.from([0xff, 0xff]));
  return Buffer.concat(parts);
}

const read = (copy: Buffer, cuts: readonly number[]): Told[] => {
  const told: Told[] = [];
  const rows = new BinaryRows(2, (row) => told.push([row.text(0), Number.isNaN(row.number(1)) ? null : row.number(1)]));
  let from = 0;
  for (const cut of [...cuts.map((place) => place % (copy.length + 1)).toSorted((a, b) => a - b), copy.length]) {
    rows.push(copy.subarray(from, cut));
    from = cut;
  }
  return told;
};

describe('the rows of a binary copy', () => {
  it('are read whole, wherever the chunks are cut', () => {
    const row = tuple(option(string({ unit: 'grapheme', maxLength: 20 })), option(integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })));
    const big = tuple(option(string()), option(integer({ min: -(2 ** 45), max: 2 ** 45 })));
    assert(
      property(
        array(row, { maxLength: 20 }),
        array(big, { maxLength: 5 }),
        array(integer({ min: 0, max: 2_000 }), { maxLength: 8 }),
        (rows, more, cuts) => {
          const all = [...rows, ...more];
          expect(read(copyOf(all), cuts)).toEqual(all);
        },
      ),
    );
  });

  it('may be longer than a chunk', () => {
    const long: Told = ['x'.repeat(400_000), 7];
    expect(read(copyOf([['a', 1], long, ['b', null]]), [100, 70_000, 140_000, 300_000])).toEqual([['a', 1], long, ['b', null]]);
  });

  it('of another number of columns are a fault', () => {
    const rows = new BinaryRows(3, () => undefined);
    expect(() => rows.push(copyOf([['a', 1]]))).toThrow('2 columns where 3');
  });
});
