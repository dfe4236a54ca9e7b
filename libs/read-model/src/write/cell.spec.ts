import { arrayLiteral, copyCell, timestamp } from './cell.js';

describe('a cell on its way to PostgreSQL', () => {
  it.each([0, 1, 999, 1_000, 59_999, 86_399_999, 86_400_000, -1, -86_400_001, 951_782_399_007, 1_790_000_000_010, 4_102_444_800_000])(
    'writes the instant %d as ISO 8601 does',
    (instant) => {
      expect(timestamp(instant)).toBe(new Date(instant).toISOString());
    },
  );

  it('keeps nothing as nothing', () => {
    expect(timestamp(null)).toBeNull();
    expect(copyCell(null)).toBe('\\N');
    expect(arrayLiteral(['NULL', null])).toBe('{"NULL",NULL}');
  });

  it('escapes what would end a cell, a row or an element', () => {
    expect(copyCell('a\tb\nc\\d\re')).toBe('a\\tb\\nc\\\\d\\re');
    expect(arrayLiteral(['a"b', 'c\\d', 'e,f', '{g}'])).toBe('{"a\\"b","c\\\\d","e,f","{g}"}');
  });
});
