import { array, assert, property, string } from 'fast-check';
import { StringTable } from './string-table.js';

describe('the table of strings', () => {
  it('gives one number to one text and reads it back, whatever its letters', () => {
    assert(
      property(array(string({ unit: 'grapheme' }), { maxLength: 500 }), (texts) => {
        const table = new StringTable();
        const ids = texts.map((text) => table.idOf(text));
        expect(ids.map((id) => table.text(id))).toEqual(texts);
        expect(new Set(ids).size).toBe(new Set(texts).size);
        expect(texts.map((text) => table.find(text))).toEqual(ids);
      }),
      { numRuns: 50 },
    );
  });

  it('knows a short text and one of thousands of letters apart and again', () => {
    const table = new StringTable();
    const texts = ['é'.repeat(341), 'é'.repeat(342), 'é'.repeat(5_000), 'é'];
    expect([...texts, ...texts].map((text) => table.idOf(text))).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
    expect(texts.map((text) => table.text(table.find(text)))).toEqual(texts);
  });

  it('keeps null apart from the empty text', () => {
    const table = new StringTable();
    expect(table.text(table.idOf(null))).toBeNull();
    expect(table.text(table.idOf(''))).toBe('');
  });

  it('leaves nothing behind when asked for a text it lacks', () => {
    const table = new StringTable();
    expect(table.find('ana')).toBe(0);
    expect(table.size).toBe(0);
  });

  it('grows past its first tables', () => {
    const table = new StringTable();
    for (let i = 0; i < 5000; i++) expect(table.idOf(`lead-${i}`)).toBe(i + 1);
    expect(table.text(4321)).toBe('lead-4320');
  });
});
